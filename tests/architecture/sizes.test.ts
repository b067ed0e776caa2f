import { describe, expect, it } from 'vitest';
import { limits, sizeExceptions } from './house.ts';
import { needlessExceptions, tooLong } from './sizes.ts';
import { codeFiles } from './source-file.ts';

const statements = (count: number): string => 'count += 1;\n'.repeat(count);

describe('sizes', () => {
  it('of files and functions stay within what the house allows', () => {
    expect(tooLong(codeFiles, sizeExceptions)).toEqual([]);
  });

  it('have exceptions only where they are needed, each with a reason', () => {
    expect(needlessExceptions(codeFiles, sizeExceptions)).toEqual([]);
    expect(sizeExceptions.filter(({ because }) => because.length < 20)).toEqual([]);
  });
});

describe('the check of sizes', () => {
  it('reports a file that is too long', () => {
    const file = { path: 'server/long.ts', text: statements(limits.codeFile + 1) };
    expect(tooLong([file], [])).toEqual(['server/long.ts has 401 lines of code; 400 are allowed']);
  });

  it('counts neither empty lines nor comments', () => {
    const text = `${statements(limits.codeFile)}\n\n// a comment\n/* another\n one */\n`;
    expect(tooLong([{ path: 'server/long.ts', text }], [])).toEqual([]);
  });

  it.each([
    ['function grow() {', '}', 'grow'],
    ['const grow = (): void => {', '};', 'grow'],
    ['class Plant { grow() {', '} }', 'grow'],
    ['plant(() => {', '});', 'line 1'],
  ])('reports a function that is too long: %s', (begin, end, name) => {
    const text = `${begin}\n${statements(limits.function)}${end}`;
    expect(tooLong([{ path: 'server/plant.ts', text }], [])).toEqual([expect.stringContaining(`#${name} has`)]);
  });

  it('lets a chapter of tests be long, but not a test', () => {
    const tests = `it('grows', () => {\n${statements(5)}});\n`.repeat(20);
    expect(tooLong([{ path: 'tests/a.test.ts', text: `describe('plant', () => {\n${tests}});` }], [])).toEqual([]);
    const test = `describe('plant', () => { it('grows', () => {\n${statements(limits.function)}}); });`;
    expect(tooLong([{ path: 'tests/a.test.ts', text: test }], [])).toHaveLength(1);
  });

  it('reports an exception that nothing needs', () => {
    const file = { path: 'server/short.ts', text: statements(3) };
    expect(needlessExceptions([file], [{ what: 'server/short.ts', because: 'it was long once' }])).toHaveLength(1);
  });
});
