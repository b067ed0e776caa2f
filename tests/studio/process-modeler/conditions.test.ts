import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateCondition } from '../../../server/kernel/feel/condition.ts';
import { parseExpression } from '../../../server/kernel/feel/parse-expression.ts';
import type { Json } from '../../../server/kernel/json.ts';
import type {
  Comparison,
  Condition,
  ConditionRow,
  Value,
} from '../../../studio/process-modeler/conditions/condition.ts';
import { readCondition } from '../../../studio/process-modeler/conditions/read-condition.ts';
import { writeCondition } from '../../../studio/process-modeler/conditions/write-condition.ts';

const words = fc.oneof(
  fc.string({ maxLength: 8 }),
  fc.constantFrom('消防', '"', '\\', "it's", 'a\nb', '{x}', '=', 'and', ''),
);
const value: fc.Arbitrary<Value> = fc.oneof(words, fc.integer(), fc.constantFrom(0.5, -2.25, 1e21), fc.boolean());
const field = fc
  .array(fc.constantFrom('case', 'category', 'result', 'finding', '处理结果', 'x1', 'onTheSpot'), {
    minLength: 1,
    maxLength: 3,
  })
  .map((parts) => parts.join('.'));

function rowOf(comparison: Comparison): fc.Arbitrary<ConditionRow> {
  if (comparison === 'empty' || comparison === 'filled')
    return field.map((path) => ({ field: path, comparison, values: [] }));
  const values = fc.array(value, { minLength: 1, maxLength: comparison === 'one-of' ? 4 : 1 });
  if (comparison !== 'contains' && comparison !== 'lacks')
    return fc.record({ field, comparison: fc.constant(comparison), values });
  return fc
    .record({ field, values, list: fc.boolean() })
    .map(({ list, ...row }) => ({ ...row, comparison, ...(list ? { list } : {}) }));
}

const comparisons: readonly Comparison[] = [
  'equals',
  'differs',
  'greater',
  'at-least',
  'less',
  'at-most',
  'contains',
  'lacks',
  'one-of',
  'empty',
  'filled',
];
const row = fc.constantFrom(...comparisons).chain(rowOf);
const joined = fc.constantFrom('and' as const, 'or' as const);

/** One group, or several joined the other way round, at least one of them with more than one line. */
const condition: fc.Arbitrary<Condition> = joined.chain((join) => {
  const other = join === 'and' ? ('or' as const) : ('and' as const);
  const one = fc.array(row, { minLength: 1, maxLength: 4 }).map((rows) => ({
    // A single line is joined by nothing; it is read as joined by 并且.
    join: rows.length === 1 ? ('and' as const) : join,
    groups: [{ join: rows.length === 1 ? ('and' as const) : join, rows }],
  }));
  const groups = fc.array(
    fc.record({ join: fc.constant(other), rows: fc.array(row, { minLength: 1, maxLength: 3 }) }),
    { minLength: 2, maxLength: 3 },
  );
  const several = groups
    .filter((found) => found.some(({ rows }) => rows.length > 1))
    .map((found) => ({ join, groups: found }));
  return fc.oneof(one, several);
});

describe('a condition', () => {
  it('is read from what was written as the same lines', () => {
    fc.assert(
      fc.property(condition, (lines) => {
        expect(readCondition(writeCondition(lines))).toEqual(lines);
      }),
      { numRuns: 2000 },
    );
  });

  it('is written from what was read as the same text', () => {
    fc.assert(
      fc.property(condition, (lines) => {
        const text = writeCondition(lines);
        const read = readCondition(text);
        expect(read === null ? null : writeCondition(read)).toBe(text);
      }),
    );
  });

  it('is true or false also where a field is empty, so that no case is stuck at it', () => {
    const data = fc.dictionary(fc.constantFrom('case', 'category', 'result', '处理结果'), fc.constant(null));
    fc.assert(
      fc.property(condition, data, (lines, variables) => {
        const parsed = parseExpression(writeCondition(lines).slice(1));
        if (!parsed.ok) throw new Error(parsed.faults[0]?.en);
        const context = { variables: variables as { [name: string]: Json }, now: '2026-01-01T00:00:00.000Z' };
        expect(evaluateCondition(parsed.expression, context)).toMatchObject({ ok: true });
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['=case.onTheSpot', 'case.onTheSpot', 'equals', [true]],
    ['=not(case.wantsAnswer)', 'case.wantsAnswer', 'equals', [false]],
    ['=finding != "confirmed"', 'finding', 'differs', ['confirmed']],
    ['result = "solved"', 'result', 'equals', ['solved']],
    ['= days >= -3', 'days', 'at-least', [-3]],
    ['=level in ("street", "community")', 'level', 'one-of', ['street', 'community']],
    ['=list contains(helpers, "street-office")', 'helpers', 'contains', ['street-office']],
  ])('as packs write it, %s, is a line', (source, path, comparison, values) => {
    expect(readCondition(source)?.groups).toMatchObject([{ rows: [{ field: path, comparison, values }] }]);
  });

  it.each([
    '=if a then b else c',
    '=count(people) > 3',
    '=a = b',
    '=a and (b or (c and d))',
    '=some x in xs satisfies x = 1',
    '=a = ',
    '=not(a and b)',
    '=(a = 1) = false',
  ])('of another shape, %s, is left to experts', (source) => {
    expect(readCondition(source)).toBeNull();
  });
});
