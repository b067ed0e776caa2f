import type { Context } from '../application/context.ts';
import { examineNext } from '../application/drafts/examine-next.ts';
import { startRestingLoop, type RestingLoop } from '../application/resting-loop.ts';
import { errorWords } from '../application/observing/error-words.ts';

/** An examination that another node was asked for, or left behind, is found so soon. */
const longestRestMs = 5000;

/**
 * Examines drafts, one at a time; it is woken when one is asked for. Stopping does not wait for an examination under way:
 * it is left, and begun anew by whoever finds its lease run out.
 */
export function startExaminer(context: Context): RestingLoop {
  const leaving = new AbortController();
  const loop = startRestingLoop(async () => {
    try {
      return (await examineNext(context, leaving.signal)) ? 0 : longestRestMs;
    } catch (error) {
      context.log.error({ error: errorWords(error) }, 'a draft could not be examined');
      return longestRestMs;
    }
  });
  return {
    wake: loop.wake,
    lookedAt: loop.lookedAt,
    stop: async () => {
      leaving.abort();
      await loop.stop();
    },
  };
}
