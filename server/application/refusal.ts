import type { Json } from '../kernel/json.ts';

/** A place in what was sent that is wrong, as a sentence. */
export interface FieldProblem {
  /** JSON pointer into the data. */
  readonly path: string;
  /** Title of the field, when a form names it. */
  readonly field?: string;
  readonly zh: string;
  readonly en: string;
}

/**
 * A use case refuses: the request does not fit the state, the form or the caller's rights. It is thrown, so that the
 * transaction is rolled back and nothing is half done; the door turns it into a problem by its code.
 */
export class Refusal extends Error {
  /** Code of the error catalogue (`http/errors.ts`). */
  readonly code: string;
  readonly details: { readonly [key: string]: Json };
  readonly problems: readonly FieldProblem[];

  constructor(code: string, details: { readonly [key: string]: Json } = {}, problems: readonly FieldProblem[] = []) {
    super(code);
    this.name = 'Refusal';
    this.code = code;
    this.details = details;
    this.problems = problems;
  }
}
