import { schedule, type ScheduledTask } from 'node-cron';
import { errorWords } from '../application/observing/error-words.ts';
import type { Log } from '../application/context.ts';

/** A hand that looks by the clock whether there is something to do. */
export interface LookingHand {
  /** Looks now, after a look that is under way; answers how much there was. */
  readonly look: () => Promise<number>;
  /** Ends after the look under way. */
  readonly stop: () => Promise<void>;
}

/**
 * Looks at the start and whenever the clock says: node-cron wakes, the database decides. One look never overlaps another.
 *
 * @param when a cron expression
 * @param work one look; when it fails, that is logged and the next one comes all the same
 * @param complaint what the log says of a look that failed
 */
export function startLookingHand(log: Log, when: string, work: () => Promise<number>, complaint: string): LookingHand {
  let looking: Promise<number> = Promise.resolve(0);
  const look = (): Promise<number> => {
    looking = looking.then(work).catch((error: unknown) => {
      log.error({ error: errorWords(error) }, complaint);
      return 0;
    });
    return looking;
  };
  const task: ScheduledTask = schedule(when, () => void look(), { noOverlap: true });
  void look();
  return {
    look,
    stop: async () => {
      await task.destroy();
      await looking;
    },
  };
}
