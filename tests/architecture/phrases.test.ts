import { describe, expect, it } from 'vitest';
import { forbiddenPhrases } from './phrases.ts';
import { textFiles } from './source-file.ts';

describe('the texts of the project', () => {
  it('are seen by the scanner, documents and settings too', () => {
    expect(textFiles.length).toBeGreaterThan(80);
    expect(textFiles.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['package-lock.json', 'setup.sh', 'LICENSE']),
    );
  });

  it('name no machine and no registry, and silence no check', () => {
    expect(forbiddenPhrases(textFiles)).toEqual([]);
  });
});

describe('the check of phrases', () => {
  it.each([
    "const folder = '/ho" + "me/somebody/gridloom';",
    'npm install --registry https://regis' + 'try.npmjs.org',
    '// TO' + 'DO: later',
    '// @ts-ig' + 'nore',
    '/* eslint-dis' + 'able */',
    'it.sk' + "ip('works', () => {});",
    'const run = new Fun' + 'ction(text);',
    'try { save(); } catch (error) { }',
    'await save().catch(() => {});',
  ])('reports %s', (text) => {
    expect(forbiddenPhrases([{ path: 'server/sample.ts', text }])).toHaveLength(1);
  });

  it('names the line', () => {
    const text = "one();\ntwo('/ro" + "ot/here');\n";
    expect(forbiddenPhrases([{ path: 'server/sample.ts', text }])).toEqual([
      expect.stringContaining('server/sample.ts:2'),
    ]);
  });
});
