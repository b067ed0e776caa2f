import type { Context } from '../application/context.ts';
import { startDueMeetings } from '../application/meetings/start-due-meetings.ts';
import { startLookingHand, type LookingHand } from './looking-hand.ts';

/**
 * Looks every minute, and at the start, whether a meeting has to be called. So an occurrence missed during an outage is
 * started with the next look, once.
 */
export function startMeetingHand(context: Context): LookingHand {
  const work = (): Promise<number> => startDueMeetings(context);
  return startLookingHand(context.log, '* * * * *', work, 'the meetings could not be looked at');
}
