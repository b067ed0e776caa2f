import { schedule, type ScheduledTask } from 'node-cron';
import type { Context } from '../application/context.ts';
import { startDueMeetings } from '../application/meetings/start-due-meetings.ts';
import { errorWords } from '../application/observing/error-words.ts';

/** The hand that looks at the meeting series. */
export interface MeetingHand {
  readonly look: () => Promise<number>;
  readonly stop: () => Promise<void>;
}

/**
 * Looks every minute, and at the start, whether a meeting has to be called: node-cron wakes, the database decides. So an
 * occurrence missed during an outage is started with the next look, once.
 */
export function startMeetingHand(context: Context): MeetingHand {
  let looking: Promise<number> = Promise.resolve(0);
  const look = (): Promise<number> => {
    looking = looking
      .then(() => startDueMeetings(context))
      .catch((error: unknown) => {
        context.log.error({ error: errorWords(error) }, 'the meetings could not be looked at');
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
