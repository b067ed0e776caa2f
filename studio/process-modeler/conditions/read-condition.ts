import { parseExpression } from '../../../server/kernel/feel/parse-expression.ts';
import type { Syntax } from '../../../server/kernel/feel/syntax/syntax-tree.ts';
import { isNumber } from '../../../server/kernel/feel/values/feel-number.ts';
import type { Comparison, Condition, ConditionGroup, ConditionRow, Value } from './condition.ts';

/**
 * Reads FEEL into the lines that people edit.
 *
 * @param source with or without the leading `=`
 * @returns null for an expression of any other shape: it is shown as a condition for experts and kept as it is
 */
export function readCondition(source: string): Condition | null {
  const parsed = parseExpression(source.trim().replace(/^=/, '').trim());
  if (!parsed.ok) return null;
  const { syntax } = parsed.expression;
  const join = syntax.type === 'or' ? 'or' : 'and';
  const parts = flat(syntax, join);
  const other = join === 'or' ? 'and' : 'or';
  const groups = parts.map((part) => readGroup(part, other));
  if (groups.includes(null)) return null;
  const found = groups.filter((group) => group !== null);
  // Lines that are joined in one way only are one group.
  if (found.every(({ rows }) => rows.length === 1))
    return { join, groups: [{ join, rows: found.flatMap(({ rows }) => rows) }] };
  return { join, groups: found };
}

function readGroup(syntax: Syntax, join: 'and' | 'or'): ConditionGroup | null {
  const rows = flat(syntax, join).map((part) => readRow(part));
  return rows.includes(null) ? null : { join, rows: rows.filter((row) => row !== null) };
}

/** `a and (b and c)` is three lines. */
function flat(syntax: Syntax, join: 'and' | 'or'): Syntax[] {
  return syntax.type === join ? [...flat(syntax.left, join), ...flat(syntax.right, join)] : [syntax];
}

function readRow(syntax: Syntax): ConditionRow | null {
  const field = pathOf(syntax);
  if (field !== null) return row(field, 'equals', [true]);
  if (syntax.type === 'comparison') return readComparison(syntax);
  if (syntax.type === 'in') return readOneOf(syntax);
  return readNot(syntax) ?? readContains(syntax) ?? readOneOfList(syntax);
}

const operators: { readonly [operator: string]: Comparison } = {
  '=': 'equals',
  '!=': 'differs',
  '>': 'greater',
  '>=': 'at-least',
  '<': 'less',
  '<=': 'at-most',
};

function readComparison(syntax: Extract<Syntax, { type: 'comparison' }>): ConditionRow | null {
  const { operator, left, right } = syntax;
  const value = literalOf(right);
  const field = pathOf(left);
  if (field !== null && value !== undefined) {
    if (value !== null) return row(field, operators[operator] ?? 'equals', [value]);
    if (operator === '=') return row(field, 'empty', []);
    return operator === '!=' ? row(field, 'filled', []) : null;
  }
  if (operator !== '=' || typeof value !== 'boolean') return null;
  const inner = left.type === 'comparison' ? readComparison(left) : readContains(left);
  if (inner === null) return null;
  if (value) return isDoubtful(inner) ? inner : null;
  return inner.comparison === 'contains' ? { ...inner, comparison: 'lacks' } : null;
}

/** Lines that FEEL answers with null when the field is empty, and that are therefore compared with true. */
function isDoubtful({ comparison }: ConditionRow): boolean {
  return !['equals', 'differs', 'empty', 'filled', 'one-of'].includes(comparison);
}

function readOneOf({ of, tests }: Extract<Syntax, { type: 'in' }>): ConditionRow | null {
  const field = pathOf(of);
  const values = tests.map(literalOf);
  if (field === null || values.some((value) => value === undefined || value === null)) return null;
  return row(field, 'one-of', values as Value[]);
}

function readOneOfList(syntax: Syntax): ConditionRow | null {
  const [list, of] = callOf(syntax, 'list contains') ?? [];
  return list?.type === 'list' && of !== undefined ? readOneOf({ type: 'in', of, tests: list.items }) : null;
}

function readNot(syntax: Syntax): ConditionRow | null {
  const call = callOf(syntax, 'not');
  const field = call?.length === 1 && call[0] !== undefined ? pathOf(call[0]) : null;
  return field === null ? null : row(field, 'equals', [false]);
}

function readContains(syntax: Syntax): ConditionRow | null {
  for (const [name, list] of [
    ['contains', false],
    ['list contains', true],
  ] as const) {
    const [of, wanted] = callOf(syntax, name) ?? [];
    const field = of === undefined ? null : pathOf(of);
    const value = wanted === undefined ? undefined : literalOf(wanted);
    if (field !== null && value !== undefined && value !== null)
      return { ...row(field, 'contains', [value]), ...(list ? { list } : {}) };
  }
  return null;
}

function callOf(syntax: Syntax, name: string): readonly Syntax[] | null {
  if (syntax.type !== 'call' || syntax.callee.type !== 'name' || syntax.callee.name !== name) return null;
  return 'positional' in syntax.arguments ? syntax.arguments.positional : null;
}

function row(field: string, comparison: Comparison, values: readonly Value[]): ConditionRow {
  return { field, comparison, values };
}

function pathOf(syntax: Syntax): string | null {
  if (syntax.type === 'name') return syntax.name;
  if (syntax.type !== 'path') return null;
  const upper = pathOf(syntax.of);
  return upper === null ? null : `${upper}.${syntax.name}`;
}

/** The value of a literal; undefined for anything else. */
function literalOf(syntax: Syntax): Value | null | undefined {
  if (syntax.type === 'negation') {
    const positive = literalOf(syntax.of);
    return typeof positive === 'number' ? -positive : undefined;
  }
  if (syntax.type !== 'literal') return undefined;
  return isNumber(syntax.value) ? syntax.value.toNumber() : syntax.value;
}
