import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../../server/kernel/json.ts';
import { ESCAPE_PAYLOADS, INERT_TEXTS } from './escape-payloads.ts';
import { feel } from './evaluate-feel.ts';

const VARIABLES = {
  x: { a: 1 },
  list: [{ a: 1 }],
  // As it comes out of JSON.parse: own properties with the names of the way out.
  evil: JSON.parse('{"__proto__": {"polluted": true}, "constructor": {"name": "Object"}, "a": 1}') as JsonObject,
};

/** A fault, null, or lists of nothing but these: an attempt that got nothing. */
function isNothing(value: Json): boolean {
  if (Array.isArray(value)) return value.every(isNothing);
  return value === null || (typeof value === 'string' && value.startsWith('!'));
}

describe('an expression that tries to leave the language', () => {
  it.each(ESCAPE_PAYLOADS)('gets nothing: %s', (payload) => {
    expect(isNothing(feel(payload, VARIABLES))).toBe(true);
  });

  it.each(INERT_TEXTS)('stays a text: %s', (text) => {
    expect(feel(text)).toBe(JSON.parse(text));
  });

  it('changes neither the variables nor what all objects share', () => {
    const before = [
      JSON.stringify(VARIABLES),
      Object.getOwnPropertyNames(Object.prototype).join(),
      Object.getOwnPropertyNames(Array.prototype).join(),
    ];
    for (const payload of ESCAPE_PAYLOADS) feel(payload, VARIABLES);

    expect([
      JSON.stringify(VARIABLES),
      Object.getOwnPropertyNames(Object.prototype).join(),
      Object.getOwnPropertyNames(Array.prototype).join(),
    ]).toEqual(before);
    expect(({} as { readonly polluted?: boolean }).polluted).toBeUndefined();
  });

  it('cannot put the names of the way out into its result', () => {
    expect(feel('{"__proto__": 1, constructor: 2, prototype: 3, a: 4}')).toEqual({ a: 4 });
    expect(Object.keys(feel('evil', VARIABLES) as JsonObject)).toEqual(['a']);
  });

  it('finds no variable under the names of the way out', () => {
    const named = JSON.parse('{"__proto__": 1, "constructor": 2, "prototype": 3}') as JsonObject;

    expect(feel('[__proto__, constructor, prototype]', named)).toEqual([null, null, null]);
  });

  it('finds the own properties of data, whatever they are called', () => {
    expect(feel('x.toString', { x: { toString: 'mine', hasOwnProperty: 1 } })).toBe('mine');
    expect(feel('hasOwnProperty', { hasOwnProperty: 1 })).toBe(1);
  });
});

describe('an expression that costs too much', () => {
  it.each([
    ['for i in 1..1000000000 return i', 'expression-value-too-large'],
    ['some i in 1..1000000000 satisfies i < 0', 'expression-too-expensive'],
    ['every i in 1..100000, j in 1..100000 satisfies i > 0', 'expression-too-expensive'],
    ['count(for i in 1..9000 return for j in 1..9000 return j)', 'expression-too-expensive'],
    ['{f: function(n) f(n + 1), r: f(0)}.r', 'expression-too-deep'],
    ['{f: function(n) if n < 2 then n else f(n - 1) + f(n - 2), r: f(40)}.r', 'expression-too-expensive'],
    ['{f: function(s, n) if n = 0 then s else f(s + s, n - 1), r: f("aaaaaaaa", 40)}.r', 'expression-value-too-large'],
    [
      '{f: function(l, n) if n = 0 then l else f(concatenate(l, l), n - 1), r: f([1, 2], 40)}.r',
      'expression-value-too-large',
    ],
    ['for i in 1..100 return partial', 'expression-too-expensive'],
    ['string(for i in 1..100 return partial)', 'expression-too-expensive'],
    ['flatten(for i in 1..100 return partial)', 'expression-too-expensive'],
    ['(for i in 1..100 return partial).x', 'expression-too-expensive'],
    ['{l: for i in 1..100 return partial, r: l = l}.r', 'expression-too-expensive'],
    ['distinct values(for i in 1..9000 return i)', 'expression-too-expensive'],
    ['sort(for i in 1..9000 return modulo(i * 7919, 9001), function(a, b) a < b)', 'expression-too-expensive'],
    ['for i in 1..9000 return 1.0001 ** 0.5', 'expression-too-expensive'],
    ['for i in 1..9000 return matches(text, "(a+)+$")', 'expression-too-expensive'],
    ['matches(text, "(((a{0,9}){0,9}){0,9})*b")', 'expression-too-expensive'],
    ['string join(for i in 1..100 return text, text)', 'expression-value-too-large'],
    ['replace(text, "a", text)', 'expression-value-too-large'],
    ['for i in 1..9000 return context put({}, string(i), partial)', 'expression-too-expensive'],
    ['count(deep)', 'expression-too-deep'],
    ['for i in 1..9000 return upper case(text)', 'expression-too-expensive'],
    ['for i in 1..9000 return reverse(longList)', 'expression-too-expensive'],
  ])('ends with a fault: %s', (source, code) => {
    let deep: Json = [];
    for (let level = 0; level < 2000; level += 1) deep = [deep];
    const variables = { text: 'a'.repeat(20_000), deep, longList: Array.from({ length: 9000 }, () => 1) };

    expect(feel(source, variables)).toBe(`!${code}`);
  });
});
