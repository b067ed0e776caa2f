import { describe, expect, it } from 'vitest';
import { parseExpression } from '../../../server/kernel/feel/parse-expression.ts';
import { faultOf } from './evaluate-feel.ts';

describe('a text that is no expression', () => {
  it.each([
    ['', 0, '空'],
    ['1 +', 3, '没有写完'],
    ['a == 3', 3, '一个“=”'],
    ['a && b', 2, 'and'],
    ['a || b', 2, 'or'],
    ['!a', 0, 'not'],
    ["a = 'x'", 4, '双引号'],
    ['a = “高”', 4, '双引号'],
    ['a = "高', 4, '双引号'],
    ['${a}', 0, 'FEEL'],
    ['a ? b : c', 2, 'if'],
    ['a % 2', 2, 'modulo'],
    ['a；b', 1, '全角'],
    ['f（1）', 1, '全角'],
    ['严重程度＝"高"', 5, '半角'],
    ['if a then b', 11, '没有写完'],
    ['(1', 2, '没有写完'],
    ['1 2', 2, '看不懂'],
    ['[1, 2', 5, ''],
    ['a < < b', 4, ''],
    ['= 3', 0, '开头不写'],
  ])('%s fails at %d with a sentence about %s', (source, position, word) => {
    const fault = faultOf(source);

    expect(fault).toMatchObject({ position, zh: expect.stringContaining(word) as string });
    expect(fault?.en).toMatch(/^[A-Z"]/);
  });

  it.each([
    ['upperCase("x")', '“upper case”'],
    ['string_length("x")', '“string length”'],
    ['cuont([1])', '“count”'],
    ['start with("a", "b")', '“starts with”'],
  ])('%s suggests %s', (source, suggestion) => {
    expect(faultOf(source)).toMatchObject({
      code: 'unknown-function',
      zh: expect.stringContaining(suggestion) as string,
    });
  });

  it('suggests nothing when nothing is near', () => {
    expect(faultOf('zzzzzz(1)')).toEqual({
      code: 'unknown-function',
      position: 0,
      zh: '没有名为“zzzzzz”的函数。',
      en: 'There is no function named "zzzzzz".',
    });
  });

  it('knows functions that the expression or the caller defines', () => {
    expect(faultOf('{f: function(a) a, b: f(1)}')).toBeNull();
    expect(faultOf('(function(g) g(1))(count)')).toBeNull();
    expect(parseExpression('PMT(1)', { names: { PMT: null } }).ok).toBe(true);
  });

  it('reports all unknown names at once', () => {
    const parsed = parseExpression('foo(1) + bar(2)');

    expect(parsed.ok ? [] : parsed.faults.map(({ position }) => position)).toEqual([0, 9]);
  });

  it('is refused for unknown types, external functions and numbers without end', () => {
    expect(
      ['x instance of strin', 'function(a: foo) a', 'function() external {java: {class: "a"}}', '1e999999'].map(
        (source) => faultOf(source)?.code,
      ),
    ).toEqual(['unknown-type', 'unknown-type', 'external-function', 'expression-number-out-of-range']);
  });

  it('is refused when it is too long or nests too deeply', () => {
    expect(faultOf('1+'.repeat(5000))?.code).toBe('expression-too-long');
    expect(faultOf(`${'('.repeat(300)}1${')'.repeat(300)}`)?.code).toBe('expression-too-deep');
    expect(faultOf(`1${'+1'.repeat(300)}`)?.code).toBe('expression-too-deep');
  });
});

describe('names', () => {
  it('may hold signs and words of FEEL when they are announced', () => {
    const parsed = parseExpression('Monthly-Fee + is in use.a/b', {
      names: { 'Monthly-Fee': null, 'is in use': { 'a/b': null } },
    });

    expect(parsed.ok && parsed.expression.reads).toEqual(['Monthly-Fee', 'is in use.a/b']);
    expect(
      parsed.ok && parsed.expression.evaluate({ variables: { 'Monthly-Fee': 1, 'is in use': { 'a/b': 2 } }, now: '' }),
    ).toMatchObject({ value: 3 });
  });

  it('are the same name however white space falls around their signs', () => {
    const parsed = parseExpression('Monthly  -Fee', { names: { 'Monthly - Fee': null } });

    expect(parsed.ok && parsed.expression.evaluate({ variables: { 'Monthly - Fee': 1 }, now: '' })).toMatchObject({
      value: 1,
    });
  });
});

describe('what an expression reads', () => {
  it.each([
    ['case.area = "A" and amount > 3', ['amount', 'case.area'], []],
    ['date(case.due).year', ['case.due'], []],
    ['for x in list return x.a + y', ['list', 'y'], []],
    ['some i in 1..n, j in i..m satisfies i > j', ['m', 'n'], []],
    ['list[price > limit][1].name', ['list'], ['limit', 'price']],
    ['list[item.price > 1]', ['list'], []],
    ['{a: b, c: a + d}', ['b', 'd'], []],
    ['(function(a) a + b)(c)', ['b', 'c'], []],
    ['substring(string: name, start position: n)', ['n', 'name'], []],
    ['a between b and c or d in (e, [f..g]) or -h instance of number', ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'], []],
    ['if a then [b, {k: c}.k] else count(d)', ['a', 'b', 'c', 'd'], []],
    ['1 + 1', [], []],
  ])('%s: %j, perhaps %j', (source, reads, mayRead) => {
    const parsed = parseExpression(source);

    expect(parsed.ok && [parsed.expression.reads, parsed.expression.mayRead]).toEqual([reads, mayRead]);
  });
});
