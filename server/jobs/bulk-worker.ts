import type { Context } from '../application/context.ts';
import { workBulkItem } from '../application/operations/work-bulk-item.ts';
import { errorWords } from '../application/observing/error-words.ts';
import { startRestingLoop, type RestingLoop } from '../application/resting-loop.ts';
import { waitingBulkItems } from '../database/bulk-repairs.ts';

const batch = 20;
/** Repairs that another node was asked for, or left behind, are found so soon. */
const restMs = 2000;

/**
 * Works off repairs of many instances, one item after the other: they are never in a hurry, and people's own work goes
 * first. Claims are rows, so any number of nodes may do it.
 */
export function startBulkWorker(context: Context): RestingLoop {
  const leaving = new AbortController();
  const loop = startRestingLoop(async () => ((await bulkWorkOnce(context, leaving.signal)) ? 0 : restMs));
  return {
    wake: loop.wake,
    lookedAt: loop.lookedAt,
    stop: async () => {
      leaving.abort();
      await loop.stop();
    },
  };
}

/** Does what waits, some at a time; true when there was something. */
export async function bulkWorkOnce(context: Context, leaving?: AbortSignal): Promise<boolean> {
  try {
    const items = await context.database.read((tx) => waitingBulkItems(tx, batch));
    let done = false;
    for (const item of items) {
      if (leaving?.aborted === true) return false;
      done = (await workBulkItem(context, item)) || done;
    }
    return done;
  } catch (error) {
    context.log.error({ error: errorWords(error) }, 'a repair of many instances could not go on');
    return false;
  }
}
