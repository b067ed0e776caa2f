import type { Context } from '../application/context.ts';
import { dropPassedHistory } from '../application/upkeep/drop-passed-history.ts';
import { keepHouse } from '../application/upkeep/keep-house.ts';
import { startLookingHand, type LookingHand } from './looking-hand.ts';

/**
 * Once at the start and then every hour: work of posts that were left goes to who has them now, next month's history has
 * its place, ended sessions and old command keys are forgotten, history whose term has passed is dropped. Any number of nodes may do it.
 */
export function startHousekeeper(context: Context): LookingHand {
  const work = async (): Promise<number> => {
    await keepHouse(context);
    await dropPassedHistory(context);
    return 0;
  };
  return startLookingHand(context.log, '7 * * * *', work, 'the house could not be kept');
}
