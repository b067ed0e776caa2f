import type { Instant } from '../../kernel/json.ts';
import { localDate } from '../../kernel/local-time.ts';
import { meetingDates } from '../../kernel/meetings/meeting-dates.ts';
import { nextStartAt } from '../../database/start-timers.ts';
import { dueTimers, nextTimerAt } from '../../database/timers.ts';
import type { Context } from '../context.ts';
import { seriesInForce } from '../meetings/series-in-force.ts';
import { startDueMeetings } from '../meetings/start-due-meetings.ts';
import type { InForce } from '../releases/release-store.ts';
import { beginDueStarts } from '../start-timers/begin-due-starts.ts';
import { fireTimer } from '../timers/fire-timer.ts';
import { drainWork } from './drain-work.ts';

/** A clock that is put to an instant. */
export interface SettableClock {
  readonly set: (at: Instant) => Promise<void> | void;
}

/**
 * Lets virtual time pass: every timer fires, every process begins and every meeting is called at its own time, and what follows is worked off.
 * No other worker may run meanwhile.
 *
 * @param clock moves the context's time
 */
export async function passTime(context: Context, clock: SettableClock, until: Instant): Promise<void> {
  await beginDueStarts(context);
  await drainWork(context);
  for (;;) {
    const { now, timer, start, live } = await context.database.read(async (tx) => ({
      now: tx.now,
      timer: await nextTimerAt(tx),
      start: await nextStartAt(tx, context.tenant),
      live: await context.releases.inForce(tx),
    }));
    const next = [timer, start, nextNotice(live, now)].filter((at) => at !== null).toSorted()[0];
    if (next === undefined || next > until) break;
    await clock.set(next);
    const due = await context.database.read((tx) => dueTimers(tx, next, 100));
    for (const one of due) await fireTimer(context, one);
    await beginDueStarts(context);
    await startDueMeetings(context);
    await drainWork(context);
  }
  await clock.set(until);
  await startDueMeetings(context);
  await drainWork(context);
}

/** When the next meeting is to be called. */
function nextNotice(live: InForce, now: Instant): Instant | null {
  const notices = seriesInForce(live).flatMap(({ meeting, release }) => {
    const calendar = release.calendars.get(meeting.calendar);
    return calendar ? meetingDates(meeting, calendar, localDate(now), 3).map((date) => date.noticeAt) : [];
  });
  return notices.filter((at) => at > now).toSorted()[0] ?? null;
}
