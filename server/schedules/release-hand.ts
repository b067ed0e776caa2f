import type { Context } from '../application/context.ts';
import { enactReleases } from '../application/releases/enact-releases.ts';
import { startLookingHand, type LookingHand } from './looking-hand.ts';

/**
 * Looks every minute, and at the start, whether a release that had a date has come into force: areas, posts and the areas
 * below are brought in line with it. What new instances run on does not wait for this hand.
 */
export function startReleaseHand(context: Context): LookingHand {
  const work = (): Promise<number> => enactReleases(context);
  return startLookingHand(context.log, '* * * * *', work, 'the releases could not be looked at');
}
