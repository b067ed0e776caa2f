import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPlugins } from '../../server/packs/plugins/read-plugins.ts';
import { contractVersion } from '../../server/plugins/contract.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';

const text = { zh: '试', en: 'Try' };
const right = {
  id: 'one',
  version: '1.0.0',
  contract: contractVersion,
  title: text,
  about: text,
  adds: { jobs: [{ name: 'do', title: text, parts: ['case'] }] },
};

async function read(manifest: unknown, files: readonly string[] = ['server.ts']) {
  const folder = temporaryFolder('plugins').path;
  mkdirSync(join(folder, 'one'));
  writeFileSync(join(folder, 'one/plugin.json'), typeof manifest === 'string' ? manifest : JSON.stringify(manifest));
  for (const file of files) writeFileSync(join(folder, 'one', file), '');
  return readPlugins(folder);
}

describe('the plugins of a folder', () => {
  it('are those with a plugin.json that is right', async () => {
    const { found, broken } = await read(right);
    expect(broken).toEqual([]);
    expect(found).toMatchObject([{ manifest: right, hasServer: true }]);
  });

  it('are none where there is no folder', async () => {
    expect(await readPlugins('/nonexistent')).toEqual({ found: [], broken: [] });
  });

  it.each<[string, unknown, RegExp, (readonly string[])?]>([
    ['is no JSON', '{', /not valid JSON/],
    ['lacks its title', { ...right, title: undefined }, /title/],
    ['is called otherwise than its folder', { ...right, id: 'two' }, /not the name of its folder/],
    ['takes the program’s own name', { ...right, id: 'grid' }, /id/],
    ['keeps another contract', { ...right, contract: contractVersion + 1 }, /written against contract/],
    ['adds nothing', { ...right, adds: {} }, /adds/],
    ['adds one name twice', { ...right, adds: { jobs: [right.adds.jobs[0], right.adds.jobs[0]] } }, /written twice/],
    ['has jobs and no server.ts', right, /needs server\.ts/, []],
    [
      'has a control and no studio.tsx',
      { ...right, adds: { widgets: [{ name: 'a', title: text, types: ['string'] }] } },
      /needs studio\.tsx/,
    ],
    ['wants a right nobody knows', { ...right, rights: { files: true } }, /files/],
    ['sends to a setting it does not have', { ...right, rights: { network: [{ setting: 'address' }] } }, /"address"/],
    [
      'asks for persons by a setting that is no yes or no',
      {
        ...right,
        settings: { schema: { type: 'object', properties: { who: { type: 'string', title: '谁' } } } },
        rights: { personal: { setting: 'who' } },
      },
      /"who"/,
    ],
    [
      'has settings outside the form profile',
      {
        ...right,
        settings: { schema: { type: 'object', properties: { a: { title: '甲', anyOf: [{ type: 'string' }] } } } },
      },
      /form profile|has one type/,
    ],
  ])('are told apart, with a sentence, from one that %s', async (_what, manifest, sentence, files) => {
    const { found, broken } = await read(manifest, files);
    expect(found).toEqual([]);
    expect(broken.map(({ folder }) => folder)).toEqual(['one']);
    expect(broken[0]?.faults.map(({ en }) => en).join(' ')).toMatch(sentence);
    expect(broken[0]?.faults.every(({ zh }) => /\p{Script=Han}/u.test(zh))).toBe(true);
  });
});
