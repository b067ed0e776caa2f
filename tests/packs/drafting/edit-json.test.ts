import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import { canonicalJson } from '../../../server/packs/canonical-json.ts';
import { editJson } from '../../../server/packs/drafting/edit-json.ts';
import type { Json } from '../../../server/kernel/json.ts';

const shipped = (file: string): string => readFileSync(`definitions/tianshui-xiguan/${file}`, 'utf8');

describe('an edit of a JSON text', () => {
  it.each(['posts.json', 'limits.json', 'areas.json', 'pack.json', 'forms/report.form.json'])(
    'that changes nothing in %s keeps every byte',
    (file) => {
      const text = shipped(file);
      expect(editJson(text, JSON.parse(text))).toBe(text);
    },
  );

  it('touches the lines of what changed and no other', () => {
    const text = shipped('limits.json');
    const value = JSON.parse(text);
    value.limits[1].amount = 77;
    const lines = editJson(text, value).split('\n');
    const changed = lines.filter((line, index) => line !== text.split('\n')[index]);
    expect(changed).toEqual([expect.stringContaining('"amount": 77')]);
  });

  it('adds, takes out and moves items of a list without writing the others anew', () => {
    const text = shipped('posts.json');
    const value = JSON.parse(text);
    const [first, second, ...rest] = value.posts;
    const posts = [{ ...first, id: 'new', title: '新岗位' }, second, first, ...rest.slice(1)];
    const edited = editJson(text, { ...value, posts });
    expect(JSON.parse(edited)).toEqual({ ...value, posts });
    const before = new Set(text.split('\n'));
    const foreign = edited.split('\n').filter((line) => !before.has(line));
    expect(foreign.length).toBeLessThan(40);
  });

  it('keeps line ends and spaces as the file has them', () => {
    const text = '{\r\n\t"a":1,\r\n\t"b" : [1,2]\r\n}\r\n';
    expect(editJson(text, { a: 2, b: [1, 2] })).toBe('{\r\n\t"a":2,\r\n\t"b" : [1,2]\r\n}\r\n');
  });

  it('mends a key that stands twice', () => {
    expect(JSON.parse(editJson('{"a": 1, "a": 2}', { a: 3 }))).toEqual({ a: 3 });
  });

  it('gives exactly the value, whatever was there and whatever shall be there', () => {
    const anyJson = fc.jsonValue({ maxDepth: 4 }) as fc.Arbitrary<Json>;
    fc.assert(
      fc.property(anyJson, anyJson, fc.constantFrom(undefined, 1, 2, '\t'), (before, after, indent) => {
        const edited = editJson(JSON.stringify(before, null, indent), after);
        expect(canonicalJson(JSON.parse(edited))).toBe(canonicalJson(after));
      }),
      { numRuns: 500 },
    );
  });
});
