import type { EvaluationContext, EvaluationFault } from '../feel/expression.ts';
import type { Json, JsonObject } from '../json.ts';
import type { TableDescription } from './table-description.ts';

/** What a decision answered, and why: the inputs it saw and the ids of the rules that matched. */
export type DecisionResult =
  | { readonly ok: true; readonly output: Json; readonly inputs: JsonObject; readonly rules: readonly string[] }
  | { readonly ok: false; readonly fault: EvaluationFault };

/** A compiled DMN decision (decision table or literal expression, with the decisions it requires). */
export interface Decision {
  readonly id: string;
  readonly name: string;
  /** Names of the variables it reads. */
  readonly reads: readonly string[];
  readonly evaluate: (context: EvaluationContext) => DecisionResult;
  /** What the decision's table says, for checks and editors; absent when its logic is no table. */
  readonly table?: TableDescription;
}
