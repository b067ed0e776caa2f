import { conditionNotBoolean } from './faults.ts';
import type { EvaluationContext, EvaluationFault, Expression } from './expression.ts';

export type ConditionResult =
  | { readonly ok: true; readonly value: boolean }
  | { readonly ok: false; readonly fault: EvaluationFault };

/**
 * Evaluates an expression where a yes or no is needed (sequence flows, completion conditions). Anything else, null
 * included, is the fault `condition-not-boolean`: a process must not take a path because a variable was misspelt.
 */
export function evaluateCondition(expression: Expression, context: EvaluationContext): ConditionResult {
  const result = expression.evaluate(context);
  if (!result.ok) return result;
  const { value } = result;
  if (typeof value === 'boolean') return { ok: true, value };
  return { ok: false, fault: conditionNotBoolean(expression.source, kindOfJson(value), result.notes?.[0]) };
}

function kindOfJson(value: unknown): 'null' | 'string' | 'number' | 'list' | 'context' {
  if (value === null) return 'null';
  if (typeof value === 'string') return 'string';
  if (typeof value === 'number') return 'number';
  return Array.isArray(value) ? 'list' : 'context';
}
