import { evaluate } from './evaluation/evaluate.ts';
import { attempt, DEFAULT_LIMITS, startRun, type Limits } from './evaluation/run.ts';
import { variableScope } from './evaluation/scope.ts';
import type { Evaluation, EvaluationContext, Expression } from './expression.ts';
import type { SyntaxFault } from './faults.ts';
import type { KnownNames } from './syntax/parse-tree.ts';
import { readExpressionSource } from './syntax/read-source.ts';
import type { Syntax } from './syntax/syntax-tree.ts';
import { variablePaths } from './syntax/variable-paths.ts';
import { toJson } from './values/json-boundary.ts';

export interface ParseOptions {
  /** Names of variables that hold signs or words of FEEL (`Monthly-Fee`), and of functions that are variables. */
  readonly names?: KnownNames;
  readonly limits?: Limits;
}

/** An expression with what only readers of its syntax need. */
interface ParsedExpression extends Expression {
  readonly syntax: Syntax;
  /** Names in filters (`list[price > 10]`): entries of the items, or variables; nobody knows before it runs. */
  readonly mayRead: readonly string[];
}

export type ExpressionParsing =
  | { readonly ok: true; readonly expression: ParsedExpression }
  | { readonly ok: false; readonly faults: readonly SyntaxFault[] };

/**
 * Reads a FEEL expression (DMN 1.3 clause 10.3) once, for many evaluations.
 *
 * Refused with a fault besides wrong syntax: unknown functions and types, external functions, full-width punctuation,
 * more than 8,000 characters or 200 levels of nesting. Nothing is thrown.
 *
 * @param source the text without the leading `=`
 */
export function parseExpression(source: string, options: ParseOptions = {}): ExpressionParsing {
  const read = readExpressionSource(source, options.names ?? {});
  if (!read.ok) return read;
  return { ok: true, expression: expressionOf(source, read.syntax, options.limits ?? DEFAULT_LIMITS) };
}

function expressionOf(source: string, syntax: Syntax, limits: Limits): ParsedExpression {
  return {
    source,
    syntax,
    ...variablePaths(syntax),
    evaluate: (context) => evaluateInData(syntax, context, limits),
  };
}

function evaluateInData(syntax: Syntax, context: EvaluationContext, limits: Limits): Evaluation {
  const run = startRun(context.now, context.utcOffset, limits);
  const result = attempt(() => toJson(run, evaluate(syntax, variableScope(run, context.variables), run)));
  return result.ok && run.notes.length > 0 ? { ...result, notes: run.notes } : result;
}
