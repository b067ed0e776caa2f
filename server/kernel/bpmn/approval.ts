import type { Expression } from '../feel/expression.ts';
import { isJsonObject, type Json } from '../json.ts';
import type { LoopState, Position } from './process-instance.ts';

/**
 * How several decide together: 或签 (the first answer decides), 会签 (all must agree), 依次 (all, one after the other),
 * 票签 (so many, or such a part of them, must agree).
 */
export type ApprovalMode = 'any' | 'all' | 'sequence' | 'vote';

/** What a user task says of those who decide together (`grid:approval`). It is compiled to a multi-instance loop. */
export interface Approval {
  readonly mode: ApprovalMode;
  /** Each post answers once, whoever of its holders it is; or each of their holders answers. */
  readonly of: 'posts' | 'holders';
  /** FEEL giving a post id or a list of them. */
  readonly posts: Expression;
  readonly area: Expression;
  /** Of 票签: FEEL giving how many must agree; sees `numberOfInstances`. */
  readonly needed?: Expression;
  /** Of 票签: FEEL giving which part of them must agree at least, from 0 to 1. */
  readonly ratio?: Expression;
  /** The question of the form that is the answer; its choices are `approve` and `refuse`. */
  readonly field: string;
  /** Variable that gets the `ApprovalOutcome`. */
  readonly result: string;
}

/** What one who was asked has answered; what they wrote with it lies in their submission. */
export interface VoterAnswer extends Position {
  /** Who answered; null when no person did. */
  readonly person: string | null;
  readonly approves: boolean;
}

/** What came of it. `undecided`: they were not asked any more, or taken away before they answered. */
export interface ApprovalOutcome {
  readonly passed: boolean;
  readonly approvals: number;
  readonly refusals: number;
  readonly undecided: number;
  /** Who has answered, in the order in which they are asked. */
  readonly by: readonly VoterAnswer[];
}

/** What of an outcome conditions behind it may ask for. */
export const outcomeMembers: readonly (keyof ApprovalOutcome)[] = [
  'passed',
  'approvals',
  'refusals',
  'undecided',
  'by',
];

/** Local variable of an iteration that holds whom it asks. */
export const voterVariable = 'voter';

/** Local variable of an iteration that holds the `VoterAnswer`. */
export const answerVariable = 'voterAnswer';

/** Variable around the iterations that holds how many must agree. */
export const neededVariable = 'votesNeeded';

/**
 * When a loop of this mode has decided, as the FEEL of its completion condition. It counts what was answered, not what was
 * completed, and ends as soon as no answer that is still to come can change the outcome.
 */
export const decidedWhen: { readonly [mode in ApprovalMode]: string } = {
  any: 'approvals + refusals >= 1',
  all: 'refusals >= 1',
  sequence: 'refusals >= 1',
  vote: `approvals >= ${neededVariable} or numberOfInstances - numberOfTerminatedInstances - refusals < ${neededVariable}`,
};

/** What a form's answer means; null when it is none. */
export function approves(answer: Json | undefined): boolean | null {
  if (answer === 'approve' || answer === true) return true;
  return answer === 'refuse' || answer === false ? false : null;
}

/** The answers that have come so far. */
export function answersIn({ results }: Pick<LoopState, 'results'>): readonly VoterAnswer[] {
  return (results ?? []).flatMap((result) => {
    if (!isJsonObject(result)) return [];
    const { post, area, person, approves: agrees } = result;
    if (typeof post !== 'string' || typeof area !== 'string') return [];
    return [{ post, area, person: typeof person === 'string' ? person : null, approves: agrees === true }];
  });
}

/** How many have agreed and refused so far: what the completion condition counts. */
export function countAnswers(loop: Pick<LoopState, 'results'>): {
  readonly approvals: number;
  readonly refusals: number;
} {
  const answers = answersIn(loop);
  const approvals = answers.filter((answer) => answer.approves).length;
  return { approvals, refusals: answers.length - approvals };
}

/**
 * What came of it, once the loop has ended.
 *
 * @param needed how many had to agree; counts in 票签 only
 */
export function approvalOutcome(
  { mode }: Pick<Approval, 'mode'>,
  loop: Pick<LoopState, 'results' | 'total'>,
  needed: number,
): ApprovalOutcome {
  const by = answersIn(loop);
  const { approvals, refusals } = countAnswers(loop);
  const passed =
    mode === 'vote' ? approvals >= needed : mode === 'any' ? approvals > 0 : approvals > 0 && refusals === 0;
  return { passed, approvals, refusals, undecided: Math.max(0, (loop.total ?? 0) - by.length), by };
}
