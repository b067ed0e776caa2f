import { schedule, type ScheduledTask } from 'node-cron';
import type { Context } from '../application/context.ts';
import { dropPassedHistory } from '../application/upkeep/drop-passed-history.ts';
import { keepHouse } from '../application/upkeep/keep-house.ts';
import { errorWords } from '../application/observing/error-words.ts';

/** The hand that keeps the house in order. */
export interface Housekeeper {
  readonly stop: () => Promise<void>;
}

/**
 * Once at the start and then every hour: work of posts that were left goes to who has them now, next month's history has
 * its place, ended sessions and old command keys are forgotten, history whose term has passed is dropped. Any number of nodes may do it.
 */
export function startHousekeeper(context: Context): Housekeeper {
  let keeping: Promise<void> = Promise.resolve();
  const keep = (): void => {
    keeping = keeping
      .then(async () => void (await keepHouse(context)))
      .then(async () => void (await dropPassedHistory(context)))
      .catch((error: unknown) => context.log.error({ error: errorWords(error) }, 'the house could not be kept'));
  };
  const task: ScheduledTask = schedule('7 * * * *', keep, { noOverlap: true });
  keep();
  return {
    stop: async () => {
      await task.destroy();
      await keeping;
    },
  };
}
