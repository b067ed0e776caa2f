import type { Instant, Json, JsonObject } from '../json.ts';

/** What an expression may see: variables and the step's instant (`now()` and `today()` answer from it, never a clock). */
export interface EvaluationContext {
  readonly variables: JsonObject;
  readonly now: Instant;
  /** Offset at which `now()` and `today()` tell the instant; default `+08:00`, the one of mainland China. */
  readonly utcOffset?: string;
}

/** Why an expression has no value: a fault of the model or of the data, shown to people in both languages. */
export interface EvaluationFault {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
}

export type Evaluation =
  | {
      readonly ok: true;
      readonly value: Json;
      /** Why the value, or a part of it, is null where that was hardly meant (unknown variable, wrong types). */
      readonly notes?: readonly EvaluationFault[];
    }
  | { readonly ok: false; readonly fault: EvaluationFault };

/** A FEEL expression, parsed once; evaluation is pure and ends after a bounded number of steps. */
export interface Expression {
  /** As written in the definition, without the leading `=`. */
  readonly source: string;
  /** Names of the variables it reads, dotted paths included (`case.area`), for checks and conditional events. */
  readonly reads: readonly string[];
  readonly evaluate: (context: EvaluationContext) => Evaluation;
}
