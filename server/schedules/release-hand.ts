import { schedule, type ScheduledTask } from 'node-cron';
import type { Context } from '../application/context.ts';
import { enactReleases } from '../application/releases/enact-releases.ts';
import { errorWords } from '../application/observing/error-words.ts';

/** The hand that looks whether a release has come into force. */
export interface ReleaseHand {
  readonly look: () => Promise<number>;
  readonly stop: () => Promise<void>;
}

/**
 * Looks every minute, and at the start, whether a release that had a date has come into force: areas, posts and the areas
 * below are brought in line with it. What new instances run on does not wait for this hand.
 */
export function startReleaseHand(context: Context): ReleaseHand {
  let looking: Promise<number> = Promise.resolve(0);
  const look = (): Promise<number> => {
    looking = looking
      .then(() => enactReleases(context))
      .catch((error: unknown) => {
        context.log.error({ error: errorWords(error) }, 'the releases could not be looked at');
        return 0;
      });
    return looking;
  };
  const task: ScheduledTask = schedule('* * * * *', () => void look(), { noOverlap: true });
  void look();
  return {
    look,
    stop: async () => {
      await task.destroy();
      await looking;
    },
  };
}
