import { isSignedOut, mayPass, type ProblemRecord } from '../problem-error.ts';
import type { OutboxItem } from './device-store.ts';

/** What one attempt to send came to. */
export type Attempt<Answer> =
  | { readonly outcome: 'accepted'; readonly answer: Answer }
  | { readonly outcome: 'failed'; readonly problem: ProblemRecord }
  | { readonly outcome: 'taken-back' };

/**
 * What changes about an item by an attempt that did not succeed. Without an answer, with a fault of the server, or
 * signed out, it goes on waiting; with anything else the server has refused it and somebody must look at it.
 */
export function afterFailure(
  item: OutboxItem,
  problem: ProblemRecord,
): Pick<OutboxItem, 'state' | 'attempts' | 'problem'> {
  return { state: stopsSending(problem) ? 'waiting' : 'refused', attempts: item.attempts + 1, problem };
}

/**
 * True while an item may be taken back and changed: it was refused, or it cannot have arrived yet. In between its
 * answer may merely have been lost, and a changed copy under a new key would be a second report.
 */
export function mayBeChanged(item: OutboxItem): boolean {
  return item.state === 'refused' || !item.mayHaveArrived;
}

/** The items an automatic sending takes up, oldest first; what was refused waits for its author. */
export function dueItems(items: readonly OutboxItem[]): readonly OutboxItem[] {
  return items.filter(({ state }) => state === 'waiting').toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** True when sending further items is pointless for now: no network, or nobody signed in. */
export function stopsSending(problem: ProblemRecord): boolean {
  return mayPass(problem) || isSignedOut(problem);
}

/** Milliseconds before the first automatic attempt, and after the network came back. */
export const FIRST_PAUSE = 5_000;
const LONGEST_PAUSE = 300_000;

/**
 * Milliseconds until the next automatic attempt: twice as long after every failure, five minutes at most.
 *
 * @param chance between 0 and 1; spreads the phones of an office that all lost the same network.
 */
export function pauseBeforeNext(attempts: number, chance: number): number {
  const pause = Math.min(FIRST_PAUSE * 2 ** Math.max(0, attempts - 1), LONGEST_PAUSE);
  return Math.round(pause * (0.75 + chance / 2));
}
