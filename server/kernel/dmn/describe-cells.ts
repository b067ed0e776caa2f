import { evaluate } from '../feel/evaluation/evaluate.ts';
import { attempt, startRun } from '../feel/evaluation/run.ts';
import { valueScope } from '../feel/evaluation/scope.ts';
import type { UnaryTests } from '../feel/parse-unary-tests.ts';
import type { Syntax } from '../feel/syntax/syntax-tree.ts';
import { toJson } from '../feel/values/json-boundary.ts';
import type { Json } from '../json.ts';
import type { CellDescription, EntryDescription, TestDescription } from './table-description.ts';

/** Functions whose value depends on their arguments only, so that a call with constants is a constant. */
const LITERAL_CALLS: ReadonlySet<string> = new Set(['@', 'date', 'time', 'date and time', 'duration']);

/** What a cell accepts, as data. */
export function describeCell(tests: UnaryTests): CellDescription {
  const { any, negated, tests: parsed } = tests.syntax;
  return { source: tests.source, any, negated, tests: parsed.map(describeTest) };
}

/** What an output entry gives, as data. */
export function describeEntry(source: string, syntax: Syntax): EntryDescription {
  const constant = constantOf(syntax);
  return constant === null ? { source, constant: false } : { source, constant: true, value: constant.value };
}

/** The constants that cells test for equality, each once. */
export function usedInCells(cells: readonly CellDescription[]): readonly Json[] {
  return distinct(cells.flatMap(({ tests }) => tests.flatMap((test) => (test.kind === 'equals' ? [test.value] : []))));
}

/** The constants that entries give, each once. */
export function usedInEntries(entries: readonly EntryDescription[]): readonly Json[] {
  return distinct(entries.flatMap((entry) => (entry.constant ? [entry.value] : [])));
}

function describeTest(test: Syntax): TestDescription {
  if (test.type === 'test') {
    const operand = constantOf(test.operand);
    if (operand === null) return { kind: 'expression' };
    return test.operator === '='
      ? { kind: 'equals', value: operand.value }
      : { kind: 'comparison', operator: test.operator, value: operand.value };
  }
  if (test.type === 'range') {
    const [low, high] = [constantOf(test.low), constantOf(test.high)];
    if (low === null || high === null) return { kind: 'expression' };
    return {
      kind: 'range',
      low: low.value,
      high: high.value,
      lowIncluded: test.lowIncluded,
      highIncluded: test.highIncluded,
    };
  }
  const constant = constantOf(test);
  return constant === null ? { kind: 'expression' } : { kind: 'equals', value: constant.value };
}

function constantOf(syntax: Syntax): { readonly value: Json } | null {
  if (!isConstant(syntax)) return null;
  const run = startRun('1970-01-01T00:00:00.000Z');
  const result = attempt(() => toJson(run, evaluate(syntax, valueScope(new Map()), run)));
  return result.ok ? { value: result.value } : null;
}

function isConstant(syntax: Syntax): boolean {
  switch (syntax.type) {
    case 'literal':
      return true;
    case 'negation':
      return isConstant(syntax.of);
    case 'list':
      return syntax.items.every(isConstant);
    case 'call':
      return (
        syntax.callee.type === 'name' &&
        LITERAL_CALLS.has(syntax.callee.name) &&
        'positional' in syntax.arguments &&
        syntax.arguments.positional.every(isConstant)
      );
    default:
      return false;
  }
}

function distinct(values: readonly Json[]): readonly Json[] {
  const seen = new Map(values.map((value) => [JSON.stringify(value), value] as const));
  return [...seen.values()];
}
