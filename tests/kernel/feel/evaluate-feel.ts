import type { EvaluationFault } from '../../../server/kernel/feel/expression.ts';
import { parseExpression } from '../../../server/kernel/feel/parse-expression.ts';
import type { Json, JsonObject } from '../../../server/kernel/json.ts';

export const NOW = '2026-09-10T17:12:00.000Z';

/** The value of an expression; a fault, of syntax or of evaluation, as `!code`. */
export function feel(source: string, variables: JsonObject = {}): Json {
  const parsed = parseExpression(source);
  if (!parsed.ok) return `!${parsed.faults[0]?.code ?? ''}`;
  const result = parsed.expression.evaluate({ variables, now: NOW });
  return result.ok ? result.value : `!${result.fault.code}`;
}

/** The remarks of an evaluation, by code. */
export function notes(source: string, variables: JsonObject = {}): readonly string[] {
  const parsed = parseExpression(source);
  const result = parsed.ok ? parsed.expression.evaluate({ variables, now: NOW }) : null;
  return result?.ok === true ? (result.notes ?? []).map(({ code }) => code) : [];
}

/** The first fault of a text that is no expression, or null. */
export function faultOf(source: string): (EvaluationFault & { readonly position: number }) | null {
  const parsed = parseExpression(source);
  return parsed.ok ? null : (parsed.faults[0] ?? null);
}
