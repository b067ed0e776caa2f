import fc, { type Arbitrary } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseExpression } from '../../../server/kernel/feel/parse-expression.ts';
import { parseUnaryTests } from '../../../server/kernel/feel/parse-unary-tests.ts';
import { builtInNames } from '../../../server/kernel/feel/functions/register.ts';
import { NOW } from './evaluate-feel.ts';

const VARIABLES = { a: 1, b: 'x', c: [1, 2, 3], d: { a: 2, e: [{ a: 1 }] }, f: null, 甲: true, t: '2026-09-10' };

const atoms = fc.constantFrom(
  '1',
  '0',
  '-2',
  '0.5',
  '1e40',
  '"x"',
  '""',
  '"2026-09-10"',
  'true',
  'false',
  'null',
  'a',
  'b',
  'c',
  'd',
  'd.e',
  'f',
  '甲',
  'none',
  '?',
  'item',
  'partial',
  '[]',
  '{}',
  '@"2026-09-10"',
  '@"2026-09-10T10:00:00Z"',
  '@"10:00:00"',
  '@"P1D"',
  '@"-P1Y"',
  'now()',
  'today()',
  'constructor',
  '__proto__',
  'count',
  '[1..3]',
  '(< 5)',
);
const binary = fc.constantFrom('+', '-', '*', '/', '**', '=', '!=', '<', '<=', '>', '>=', 'and', 'or', 'in');
const names = fc.constantFrom('a', 'x', 'd e', '甲', 'year', 'constructor');
const types = fc.constantFrom('number', 'string', 'list<number>', 'date', 'context<a: number>', 'Any');

/** Sources that follow the grammar, with every construct of it, over all built-in functions. */
const { expression } = fc.letrec<{ expression: string }>((tie) => {
  const inner = tie('expression');
  const call: Arbitrary<string> = fc
    .tuple(fc.constantFrom(...builtInNames()), fc.array(inner, { maxLength: 4 }))
    .map(([name, values]) => `${name}(${values.join(', ')})`);
  return {
    expression: fc.oneof(
      { maxDepth: 5, depthSize: 'small' },
      { weight: 4, arbitrary: atoms },
      {
        weight: 4,
        arbitrary: fc.tuple(inner, binary, inner).map(([left, operator, right]) => `(${left} ${operator} ${right})`),
      },
      { weight: 4, arbitrary: call },
      {
        weight: 1,
        arbitrary: fc
          .tuple(inner, inner, inner)
          .map(([condition, one, other]) => `if ${condition} then ${one} else ${other}`),
      },
      {
        weight: 1,
        arbitrary: fc.tuple(names, inner, inner).map(([name, over, body]) => `for ${name} in ${over} return ${body}`),
      },
      {
        weight: 1,
        arbitrary: fc
          .tuple(names, inner, inner, inner)
          .map(([name, low, high, body]) => `some ${name} in ${low}..${high} satisfies ${body}`),
      },
      { weight: 1, arbitrary: fc.tuple(inner, inner).map(([of, by]) => `${of}[${by}]`) },
      { weight: 1, arbitrary: fc.tuple(inner, names).map(([of, name]) => `(${of}).${name}`) },
      { weight: 1, arbitrary: fc.array(inner, { maxLength: 3 }).map((items) => `[${items.join(', ')}]`) },
      {
        weight: 1,
        arbitrary: fc
          .array(fc.tuple(names, inner), { maxLength: 3 })
          .map((entries) => `{${entries.map(([name, value]) => `${name}: ${value}`).join(', ')}}`),
      },
      {
        weight: 1,
        arbitrary: fc.tuple(names, inner, inner).map(([name, body, value]) => `(function(${name}) ${body})(${value})`),
      },
      {
        weight: 1,
        arbitrary: fc.tuple(inner, inner, inner).map(([of, low, high]) => `${of} between ${low} and ${high}`),
      },
      {
        weight: 1,
        arbitrary: fc.tuple(inner, inner, inner).map(([of, one, other]) => `${of} in (< ${one}, [${one}..${other}])`),
      },
      { weight: 1, arbitrary: fc.tuple(inner, types).map(([of, type]) => `${of} instance of ${type}`) },
      { weight: 1, arbitrary: inner.map((of) => `-${of}`) },
    ),
  };
});

/** Pieces of the language in any order, most of them no expression. */
const soup = fc
  .array(
    fc.oneof(
      atoms,
      binary,
      names,
      fc.constantFrom(
        '(',
        ')',
        '[',
        ']',
        '{',
        '}',
        ',',
        ':',
        '.',
        '..',
        ';',
        'if',
        'then',
        'else',
        'for',
        'return',
        'some',
        'satisfies',
        'function',
        'external',
        'instance',
        'of',
        'not',
        '//',
        '/*',
        '*/',
        '"',
        '\\',
        '\n',
        '（',
        '😀',
      ),
      fc.string({ maxLength: 3 }),
    ),
    { maxLength: 20 },
  )
  .map((pieces) => pieces.join(' '));

/** Everything the room does with a source; what it answers must be JSON. */
function use(source: string): void {
  const context = { variables: VARIABLES, now: NOW };
  const parsed = parseExpression(source, { limits: { steps: 2000, depth: 300, listItems: 500, textLength: 2000 } });
  const result = parsed.ok ? parsed.expression.evaluate(context) : null;
  const value = result?.ok === true ? result.value : null;
  expect(JSON.parse(JSON.stringify(value))).toEqual(value);
  const cell = parseUnaryTests(source, { limits: { steps: 2000, depth: 300, listItems: 500, textLength: 2000 } });
  const passed = cell.ok ? cell.tests.test(1, context) : null;
  expect(typeof (passed?.ok === true ? passed.value : false)).toBe('boolean');
}

describe('any text at all', () => {
  it('that follows the grammar parses, evaluates to JSON or a fault, and ends', () => {
    fc.assert(fc.property(expression, use), { numRuns: 1500 });
  });

  it('that does not is a fault, and ends', () => {
    fc.assert(fc.property(soup, use), { numRuns: 1500 });
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), use), { numRuns: 500 });
  });

  it('that follows the grammar is accepted by the parser most of the time', () => {
    const sources = fc.sample(expression, { numRuns: 300, seed: 7 });

    expect(sources.filter((source) => parseExpression(source).ok).length).toBeGreaterThan(240);
  });
});
