import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { duplicateKeys } from '../../server/packs/reading/duplicate-keys.ts';
import { folderLimits, readPackFolder } from '../../server/packs/reading/read-pack-folder.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';
import { definitionsFolder } from './planted-pack.ts';

describe('the folder of a pack', () => {
  it('is read file by file, each with the hash of its bytes', async () => {
    const { folder, faults } = await readPackFolder(join(definitionsFolder, 'base'));

    expect(faults).toEqual([]);
    expect(folder.id).toBe('base');
    expect(folder.files.get('pack.json')).toMatchObject({
      text: expect.stringContaining('"id": "base"'),
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  it('is reported when it is not there, or is a file', async () => {
    const { path } = temporaryFolder('packs');
    writeFileSync(join(path, 'file'), '');
    const readings = await Promise.all(['nothing', 'file'].map((name) => readPackFolder(join(path, name))));

    expect(readings.flatMap(({ faults }) => faults.map((fault) => fault.code))).toEqual([
      'pack-folder-missing',
      'pack-folder-missing',
    ]);
  });

  it('leaves hidden files alone, and refuses links and folders too deep', async () => {
    const { path } = temporaryFolder('packs');
    mkdirSync(join(path, 'a/b/c/d'), { recursive: true });
    writeFileSync(join(path, '.DS_Store'), '');
    symlinkSync('/etc', join(path, 'etc'));
    const { folder, faults } = await readPackFolder(path);

    expect(folder.files.size).toBe(0);
    expect(faults.map(({ code, file }) => `${code} ${file}`)).toEqual(['pack-too-deep a/b/c', 'pack-link etc']);
  });

  it('stops at so many files', async () => {
    const { path } = temporaryFolder('packs');
    for (let index = 0; index <= folderLimits.files; index += 1) writeFileSync(join(path, `${index}.txt`), '');
    const { folder, faults } = await readPackFolder(path);

    expect(folder.files.size).toBe(folderLimits.files);
    expect(faults.map((fault) => fault.code)).toEqual(['pack-too-many-files']);
  });
});

describe('keys written twice in JSON', () => {
  it.each([
    ['{"a":1,"b":{"a":2},"a":3}', ['/a']],
    ['[{"x":1},{"x":1,"y":[{"z":"},{"},{"z":1,"z":2}]}]', ['/1/y/1/z']],
    ['{"a/b":1,"a/b":2}', ['/a~1b']],
    ['{"a":"\\"a\\":","b":1}', []],
    ['[1,2,3]', []],
  ])('are found in %s', (text, expected) => {
    expect(duplicateKeys(text)).toEqual(expected);
  });
});
