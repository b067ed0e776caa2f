import type { Context } from '../application/context.ts';
import { startRestingLoop, type RestingLoop } from '../application/resting-loop.ts';
import { fireTimer } from '../application/timers/fire-timer.ts';
import { dueTimers, nextTimerAt, postponeTimer, type DueTimer } from '../database/timers.ts';
import { errorWords } from '../application/observing/error-words.ts';

const batch = 50;
const longestRestMs = 5000;

/**
 * Fires due timers in order of time. It sleeps until the next one is due, at most five seconds, so that a timer another
 * node armed is not late for long; nodes spread their looks by a little chance.
 */
export function startTimekeeper(context: Context): RestingLoop {
  return startRestingLoop(() => fireDueTimers(context));
}

/**
 * Fires the timers that are due now, one transaction each.
 *
 * @returns milliseconds until it is worth looking again; 0 when there may be more at once
 */
export async function fireDueTimers(context: Context): Promise<number> {
  try {
    const { due, next, now } = await context.database.read(async (tx) => ({
      due: await dueTimers(tx, tx.now, batch),
      next: await nextTimerAt(tx),
      now: tx.now,
    }));
    for (const timer of due) await fire(context, timer);
    if (due.length > 0) return 0;
    const rest = next === null ? longestRestMs : Date.parse(next) - Date.parse(now);
    return Math.min(longestRestMs, Math.max(20, rest)) + Math.random() * 50;
  } catch (error) {
    context.log.warn({ error: errorWords(error) }, 'the timekeeper could not read its timers');
    return longestRestMs;
  }
}

async function fire(context: Context, timer: DueTimer): Promise<void> {
  try {
    await fireTimer(context, timer);
  } catch (error) {
    context.log.error({ instance: timer.instance, error: errorWords(error) }, 'a timer could not be fired');
    await context.database.transaction((tx) => postponeTimer(tx, timer, tx.now));
  }
}
