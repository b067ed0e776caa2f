import type { Context } from '../application/context.ts';
import { errorWords } from '../application/observing/error-words.ts';
import { startRestingLoop, type RestingLoop } from '../application/resting-loop.ts';
import { beginDueStarts, nextStart } from '../application/start-timers/begin-due-starts.ts';

const longestRestMs = 5000;

/**
 * Begins processes whose time has come. It sleeps until the next one is due, at most five seconds, so that what another
 * node's release armed is not late for long; nodes spread their looks by a little chance.
 */
export function startStartHand(context: Context): RestingLoop {
  return startRestingLoop(async () => {
    try {
      if ((await beginDueStarts(context)) > 0) return 0;
      const { at, now } = await nextStart(context);
      const until = at === null ? longestRestMs : Date.parse(at) - Date.parse(now);
      return Math.min(longestRestMs, Math.max(100, until)) + Math.random() * 50;
    } catch (error) {
      context.log.warn({ error: errorWords(error) }, 'the starts could not be looked at');
      return longestRestMs;
    }
  });
}
