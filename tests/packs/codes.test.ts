import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const textOf = (pattern: string): string =>
  globSync(pattern, { cwd: root })
    .map((file) => readFileSync(join(root, file), 'utf8'))
    .join('\n');

const readme = readFileSync(join(root, 'server/packs/README.md'), 'utf8');
const table = readme.slice(readme.indexOf('| about | codes |'), readme.indexOf('\\* warning'));
const listed = [...table.matchAll(/`([a-z0-9-]+)`/g)].map(([, code = '']) => code);

/** Codes about folders as a whole; tested where folders are read. */
const notPlanted = ['pack-folder-missing', 'pack-too-many-files', 'pack-too-deep'];

describe('the codes in the readme of packs', () => {
  it('are many, and each once', () => {
    expect(listed.length).toBeGreaterThan(80);
    expect(new Set(listed).size).toBe(listed.length);
  });

  it('are those the room reports', () => {
    const source = textOf('server/{packs,kernel/compilation}/**/*.ts');

    expect(listed.filter((code) => !source.includes(`'${code}'`) && !isOfKernel(code))).toEqual([]);
  });

  it('are each planted into the real pack by a test', () => {
    const tests = textOf('tests/packs/planted-*.test.ts');

    expect(listed.filter((code) => !tests.includes(code) && !notPlanted.includes(code))).toEqual([]);
  });
});

/** Codes that the room passes on under a name of its own table. */
function isOfKernel(code: string): boolean {
  return ['calendar-unknown', 'id-duplicate'].includes(code);
}
