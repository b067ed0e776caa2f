import { describe, expect, it } from 'vitest';
import type { Json } from '../../../server/kernel/json.ts';
import { feel, notes } from './evaluate-feel.ts';

type Row = readonly [source: string, expected: Json];

const VARIABLES = {
  严重程度: '高',
  'Full Name': '张三',
  case: { area: 'A1', done: null, 办理: { 时限: 3 } },
  xs: [1, 2, 3],
  people: [
    { name: 'a', age: 3 },
    { name: 'b', age: 5 },
  ],
  limit: 4,
};

const LITERALS: readonly Row[] = [
  ['1', 1],
  ['-1.50', -1.5],
  ['.5', 0.5],
  ['1e3', 1000],
  ['"a\\n\\"b\\" \\u4e2d \\U01F600"', 'a\n"b" 中 😀'],
  ['true', true],
  ['null', null],
  ['[1, [2], "x"]', [1, [2], 'x']],
  ['{a: 1, "b c": 2, d e: a + 1}', { a: 1, 'b c': 2, 'd e': 2 }],
  ['// note\n1 /* note */ + 2', 3],
  ['[]', []],
  ['{}', {}],
];

const ARITHMETIC: readonly Row[] = [
  ['0.1 + 0.2', 0.3],
  ['1.1 + 2.2', 3.3],
  ['1 / 3', 0.3333333333333333],
  ['2 ** 10', 1024],
  ['2 ** -1', 0.5],
  ['-2 ** 2', 4],
  ['10 - 2 - 3', 5],
  ['2 + 3 * 4', 14],
  ['(2 + 3) * 4', 20],
  ['7 / 2', 3.5],
  ['1 - -1', 2],
  ['-(1 + 2)', -3],
  ['"a" + "b"', 'ab'],
  ['1 / 0', null],
  ['1 + "a"', null],
  ['1 + null', null],
  ['"a" - "b"', null],
  ['-"a"', null],
  ['10 ** 400', '!expression-number-out-of-range'],
  ['10 ** 7000', null],
  ['0.1 + 0.2 = 0.3', true],
  ['100 * 1.1', 110],
  ['9007199254740993 - 9007199254740992', 1],
  ['1.005 * 1000', 1005],
];

const COMPARISON: readonly Row[] = [
  ['1 = 1.0', true],
  ['1 != 2', true],
  ['"a" < "b"', true],
  ['2 >= 2', true],
  ['1 = "1"', null],
  ['1 < "2"', null],
  ['null = null', true],
  ['1 = null', false],
  ['null < 1', null],
  ['[1, 2] = [1, 2]', true],
  ['[1] = [2]', false],
  ['{a: 1, b: 2} = {b: 2, a: 1}', true],
  ['{a: 1} = {a: 1, b: 2}', false],
  ['true < false', null],
  ['3 between 1 and 3', true],
  ['0 between 1 and 3', false],
  ['"b" between "a" and "c"', true],
  ['1 between null and 3', null],
  ['2 in (1, 2)', true],
  ['2 in [1..3]', true],
  ['1 in (1..3]', false],
  ['3 in ]1..3[', false],
  ['2 in > 1', true],
  ['2 in (< 1, > 5)', false],
  ['"a" in ("a", "b")', true],
  ['2 in [[1..3], [7..9]]', true],
  ['2 in [> 5, < 3]', true],
  ['[1, 2] in [[1, 2], [3]]', true],
  ['null in [1..3]', null],
  ['[1..3] = [1..3]', true],
  ['[1..3] = [1..3)', false],
];

const LOGIC: readonly Row[] = [
  ['true and false', false],
  ['true and null', null],
  ['false and null', false],
  ['null and false', false],
  ['null and true', null],
  ['true or null', true],
  ['null or true', true],
  ['false or null', null],
  ['null or null', null],
  ['1 and false', false],
  ['1 and true', null],
  ['not(true)', false],
  ['not(null)', null],
  ['true and 1', null],
  ['false or false', false],
  ['true or false and false', true],
];

const FLOW: readonly Row[] = [
  ['if 1 < 2 then "y" else "n"', 'y'],
  ['if null then 1 else 2', 2],
  ['if "x" then 1 else 2', 2],
  ['if false then 1 else if true then 2 else 3', 2],
  ['for i in 1..3 return i * 2', [2, 4, 6]],
  ['for i in 3..1 return i', [3, 2, 1]],
  ['for i in [1, 2], j in [10, 20] return i + j', [11, 21, 12, 22]],
  [
    'for i in 1..2, j in 1..i return [i, j]',
    [
      [1, 1],
      [2, 1],
      [2, 2],
    ],
  ],
  ['for i in 1..4 return if i = 1 then 1 else partial[-1] * i', [1, 2, 6, 24]],
  ['for i in null return i', null],
  ['for i in 5 return i', [5]],
  ['for i in [1..3) return i', [1, 2]],
  ['for d in @"2026-09-30"..@"2026-10-01" return d', ['2026-09-30', '2026-10-01']],
  ['some x in xs satisfies x > 2', true],
  ['some x in xs satisfies x > 9', false],
  ['every x in xs satisfies x > 0', true],
  ['every x in xs satisfies x > 1', false],
  ['some x in [1, null] satisfies x > 2', null],
  ['every x in [] satisfies x', true],
  ['some x in [1, 2], y in [2, 3] satisfies x = y', true],
];

const ACCESS: readonly Row[] = [
  ['严重程度 = "高"', true],
  ['Full Name', '张三'],
  ['case.area', 'A1'],
  ['case.办理.时限', 3],
  ['case.none', null],
  ['none', null],
  ['none.a.b', null],
  ['xs[1]', 1],
  ['xs[-1]', 3],
  ['xs[0]', null],
  ['xs[9]', null],
  ['xs[item > 1]', [2, 3]],
  ['5[1]', 5],
  ['null[1]', null],
  ['[][1]', null],
  ['people[age > limit].name', ['b']],
  ['people.name', ['a', 'b']],
  ['people[1].name', 'a'],
  ['people[item.age < limit]', [{ name: 'a', age: 3 }]],
  ['people[name = "z"]', []],
  ['{a: {b: 2}}.a.b', 2],
  ['{a: 1}["a"]', []],
  ['xs[1.5]', null],
  ['[{x: 1}, {x: 2}, 3][x > 1]', [{ x: 2 }]],
];

const FUNCTIONS: readonly Row[] = [
  ['(function(a, b) a - b)(5, 2)', 3],
  ['(function(a, b) a - b)(b: 5, a: 2)', -3],
  ['(function(a: number) a)("x")', null],
  ['(function(a: list<number>) a)(1)', [1]],
  ['(function(a: number) a)([1])', 1],
  ['(function(a) a)(1, 2)', null],
  ['(function(a) a)(b: 1)', null],
  ['{f: function(n) if n < 2 then 1 else n * f(n - 1), r: f(10)}.r', 3628800],
  ['{add: function(n) function(m) n + m, r: add(1)(2)}.r', 3],
  ['{f: count, r: f([1, 2])}.r', 2],
  ['5()', null],
  ['function(a) a', '!expression-result-not-data'],
];

const TYPES: readonly Row[] = [
  ['1 instance of number', true],
  ['"a" instance of number', false],
  ['null instance of number', false],
  ['null instance of Null', true],
  ['1 instance of Any', true],
  ['[1, 2] instance of list<number>', true],
  ['[1, "a"] instance of list<number>', false],
  ['{a: 1} instance of context<a: number>', true],
  ['{a: 1} instance of context<a: string>', false],
  ['@"2026-01-01" instance of date', true],
  ['@"P1D" instance of days and time duration', true],
  ['@"P1Y" instance of years and months duration', true],
  ['@"2026-01-01T00:00:00" instance of date and time', true],
  ['[1..2] instance of range', true],
  ['(function(a) a) instance of function<Any> -> Any', true],
  ['[1..3]', '!expression-result-not-data'],
  ['[1..3].start', 1],
  ['[1..3).end included', false],
  ['(< 5).end', 5],
];

describe.each([
  ['literals', LITERALS],
  ['arithmetic', ARITHMETIC],
  ['comparisons', COMPARISON],
  ['ternary logic', LOGIC],
  ['if, for, some, every', FLOW],
  ['names, paths and filters', ACCESS],
  ['functions', FUNCTIONS],
  ['types', TYPES],
] as const)('FEEL %s', (_chapter, rows) => {
  it.each(rows)('%s → %j', (source, expected) => {
    expect(feel(source, VARIABLES)).toEqual(expected);
  });
});

describe('remarks', () => {
  it.each([
    ['none + 1', ['unknown-variable', 'wrong-operands']],
    ['case.none', ['no-such-entry']],
    ['1 = "1"', ['wrong-operands']],
    ['1 / 0', ['no-result']],
    ['date("x")', ['unreadable-text']],
    ['substring(1)', ['wrong-arguments']],
    ['matches("a", "(?=a)")', ['unusable-pattern']],
    ['5()', ['not-a-function']],
    ['case.done', []],
  ])('of %s say why it is null: %j', (source, expected) => {
    expect(notes(source, VARIABLES)).toEqual(expected);
  });
});
