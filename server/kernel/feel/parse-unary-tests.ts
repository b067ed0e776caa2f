import { passesAny } from './evaluation/evaluate.ts';
import { attempt, DEFAULT_LIMITS, startRun, type Limits, type Run } from './evaluation/run.ts';
import { variableScope, type Scope } from './evaluation/scope.ts';
import type { EvaluationContext } from './expression.ts';
import type { ConditionResult } from './condition.ts';
import type { SyntaxFault } from './faults.ts';
import type { Json } from '../json.ts';
import type { KnownNames } from './syntax/parse-tree.ts';
import { readCellSource, type CellSyntax } from './syntax/read-source.ts';
import { variablePaths } from './syntax/variable-paths.ts';
import type { FeelValue } from './values/feel-value.ts';
import { fromJson } from './values/json-boundary.ts';

export interface UnaryTestsOptions {
  readonly names?: KnownNames;
  readonly limits?: Limits;
}

/** The tests of one cell of a decision table, parsed once. */
export interface UnaryTests {
  readonly source: string;
  readonly syntax: CellSyntax;
  readonly reads: readonly string[];
  /** Whether an input passes; a test that cannot be decided (wrong types, null) is not passed. */
  readonly test: (input: Json, context: EvaluationContext) => ConditionResult;
  /** The same within a run that is under way. */
  readonly testValue: (input: FeelValue, scope: Scope, run: Run) => boolean;
  /** Position of the first test that an input passes, -1 when none: the place of a value in a list of values. */
  readonly firstPassed: (input: FeelValue, scope: Scope, run: Run) => number;
}

export type UnaryTestsParsing =
  | { readonly ok: true; readonly tests: UnaryTests }
  | { readonly ok: false; readonly faults: readonly SyntaxFault[] };

/**
 * Reads unary tests (DMN 1.3 clause 7.3.2): `-`, `"a", "b"`, `< 5`, `[1..5]`, `not("x")`, or conditions on `?`.
 * An empty cell means the same as `-`.
 */
export function parseUnaryTests(source: string, options: UnaryTestsOptions = {}): UnaryTestsParsing {
  const read = readCellSource(source.trim() === '' ? '-' : source, options.names ?? {});
  if (!read.ok) return read;
  const cell = read.syntax;
  const testValue = (input: FeelValue, scope: Scope, run: Run): boolean => passesCell(cell, input, scope, run);
  const firstPassed = (input: FeelValue, scope: Scope, run: Run): number =>
    cell.tests.findIndex((single) => passesAny([single], input, scope, run) === true);
  const limits = options.limits ?? DEFAULT_LIMITS;
  const test = (input: Json, context: EvaluationContext): ConditionResult => {
    const run = startRun(context.now, context.utcOffset, limits);
    return attempt(() => testValue(fromJson(run, input), variableScope(run, context.variables), run));
  };
  return {
    ok: true,
    tests: { source, syntax: cell, reads: variablePaths(...cell.tests).reads, test, testValue, firstPassed },
  };
}

function passesCell(cell: CellSyntax, input: FeelValue, scope: Scope, run: Run): boolean {
  if (cell.any) return true;
  const passed = passesAny(cell.tests, input, scope, run);
  return cell.negated ? passed === false : passed === true;
}
