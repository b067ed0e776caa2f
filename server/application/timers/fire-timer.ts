import { noteTimerFailure, timerIncident, type DueTimer } from '../../database/timers.ts';
import type { Context } from '../context.ts';
import { parkInstance } from '../incidents/park-instance.ts';
import { errorWords } from '../observing/error-words.ts';
import { fireTimers } from './fire-timers.ts';

/** A timer that failed so often as a bug parks its instance. */
const mostAttempts = 5;

/**
 * Fires one due timer alone. One that fails as a bug waits longer each time, so that it does not block the ones behind
 * it, and then parks its instance with an incident.
 *
 * @returns false when its instance is held by somebody else, or it failed
 */
export async function fireTimer(context: Context, timer: DueTimer): Promise<boolean> {
  try {
    return (await fireTimers(context, [timer])) > 0;
  } catch (error) {
    context.log.error({ instance: timer.instance, error: errorWords(error) }, 'a timer could not be fired');
    await context.database.transaction(async (tx) => {
      const attempts = await noteTimerFailure(tx, timer, tx.now, mostAttempts);
      if (attempts >= mostAttempts) await parkInstance(context, tx, timer.instance, timerIncident);
    });
    return false;
  }
}
