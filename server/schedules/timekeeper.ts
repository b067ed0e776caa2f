import type { Context } from '../application/context.ts';
import { startRestingLoop, type RestingLoop } from '../application/resting-loop.ts';
import { fireTimer } from '../application/timers/fire-timer.ts';
import { fireTimers } from '../application/timers/fire-timers.ts';
import { dueTimers, nextTimerAt, type DueTimer } from '../database/timers.ts';
import { errorWords } from '../application/observing/error-words.ts';

/** So many due timers are read at once. */
const look = 1000;
/** So many are fired in one transaction. Measured: see the note on timers in the README. */
const batch = 50;
const longestRestMs = 5000;
/** What is due is held by others: they are at it. */
const heldRestMs = 100;

/**
 * Fires due timers in order of time. It sleeps until the next one is due, at most five seconds, so that a timer another
 * node armed is not late for long; nodes spread their looks by a little chance.
 */
export function startTimekeeper(context: Context): RestingLoop {
  return startRestingLoop(() => fireDueTimers(context));
}

/**
 * Fires the timers that are due now, several instances in one transaction. Of many nodes each begins at another place of
 * what is due, so that they seldom meet; where they do, one skips what the other holds.
 *
 * @returns milliseconds until it is worth looking again; 0 when there may be more at once
 */
export async function fireDueTimers(context: Context): Promise<number> {
  try {
    const { due, next, now } = await context.database.read(async (tx) => ({
      due: await dueTimers(tx, tx.now, look),
      next: await nextTimerAt(tx),
      now: tx.now,
    }));
    let fired = 0;
    for (const timers of inBatches(due)) fired += await fire(context, timers);
    if (fired > 0) return 0;
    const until = next === null ? longestRestMs : Date.parse(next) - Date.parse(now);
    return Math.min(longestRestMs, Math.max(due.length > 0 ? heldRestMs : 20, until)) + Math.random() * 50;
  } catch (error) {
    context.log.warn({ error: errorWords(error) }, 'the timekeeper could not read its timers');
    return longestRestMs;
  }
}

/** Batches of what is due, beginning somewhere by chance. */
function inBatches(due: readonly DueTimer[]): readonly (readonly DueTimer[])[] {
  const batches = Array.from({ length: Math.ceil(due.length / batch) }, (_, index) =>
    due.slice(index * batch, (index + 1) * batch),
  );
  const first = Math.floor(Math.random() * batches.length);
  return [...batches.slice(first), ...batches.slice(0, first)];
}

/** A batch that fails is fired one by one: the others in it have done nothing wrong. */
async function fire(context: Context, timers: readonly DueTimer[]): Promise<number> {
  try {
    return await fireTimers(context, timers);
  } catch (error) {
    context.log.warn({ timers: timers.length, error: errorWords(error) }, 'timers could not be fired together');
  }
  let fired = 0;
  for (const timer of timers) fired += (await fireTimer(context, timer)) ? 1 : 0;
  return fired;
}
