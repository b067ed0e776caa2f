import type { Instant } from '../json.ts';
import type { Calendar } from './calendar.ts';
import { computedWith, type ClockPause, type RunningClock } from './clock.ts';
import { calendarOf, countedBetween, endOf, moveBy, yellowInstant, type Calendars } from './limit-time.ts';
import type { Amount, TimeLimit } from './time-limit.ts';
import { epochOf } from './working-time.ts';

/**
 * Milliseconds of a clock's budget that are used at an instant, counted as its limit counts.
 *
 * @param limit the limit of the clock
 * @param calendars those the clock was computed with
 */
export function consumedAt(clock: RunningClock, limit: TimeLimit, calendars: Calendars, now: Instant): number {
  if (clock.runningSince === null) return clock.consumed;
  return clock.consumed + countedBetween(limit, calendarOf(limit, calendars), clock.runningSince, now);
}

/**
 * Lets a clock stand still from an instant on (挂起): what is used is counted, what is left waits.
 *
 * @returns the clock; a clock that stands still already is given back as it is
 */
export function pauseClock(
  clock: RunningClock,
  limit: TimeLimit,
  calendars: Calendars,
  now: Instant,
  pause: Pick<ClockPause, 'reason' | 'reviewOn'>,
): RunningClock {
  if (clock.runningSince === null) return clock;
  const consumed = consumedAt(clock, limit, calendars, now);
  const entry: ClockPause = { from: now, to: null, ...pause };
  return moved({ ...clock, consumed, runningSince: null, light: 'paused', pauses: [...(clock.pauses ?? []), entry] });
}

/**
 * Lets a clock that was paused run on: what was left then is left now, under the calendar it has.
 *
 * A clock that was yellow when it was paused is yellow at once: nothing was given to it.
 *
 * @returns the clock, or null when its calendar is not there or never opens
 */
export function resumeClock(
  clock: RunningClock,
  limit: TimeLimit,
  calendars: Calendars,
  now: Instant,
): RunningClock | null {
  const pause = clock.pauses?.at(-1);
  if (clock.runningSince !== null || pause?.to !== null) return clock;
  const wasYellow = epochOf(pause.from) >= epochOf(clock.yellowAt);
  const pauses = [...(clock.pauses ?? []).slice(0, -1), { ...pause, to: now }];
  const times = timesFrom(clock, limit, calendarOf(limit, calendars), now);
  if (times === null) return null;
  const yellowAt = wasYellow ? earlier(now, times.dueAt) : times.yellowAt;
  return moved({
    ...clock,
    ...times,
    yellowAt,
    runningSince: now,
    pauses,
    light: lightAt({ ...times, yellowAt }, now),
  });
}

/**
 * Grants more time (延期). It begins where the time granted so far ends: two working days more than Thursday's closing end at
 * Monday's closing, also when they are granted on Friday.
 *
 * @returns the clock with the light it has then, or null when a calendar is not there or never opens
 */
export function extendClock(
  clock: RunningClock,
  limit: TimeLimit,
  calendars: Calendars,
  now: Instant,
  { amount, unit, reason }: Amount & { readonly reason: string },
): RunningClock | null {
  const calendar = calendarOf(limit, calendars);
  const end = endOf({ amount, unit }, calendar, clock.dueAt);
  if (end === null) return null;
  const budget = clock.budget + countedBetween(limit, calendar, clock.dueAt, end);
  const extensions = [...(clock.extensions ?? []), { amount, unit, reason, at: now }];
  const since = clock.runningSince ?? clock.pauses?.at(-1)?.from ?? now;
  const times = timesFrom({ ...clock, budget }, limit, calendar, since);
  if (times === null) return null;
  const light = clock.runningSince === null ? clock.light : lightAt(times, now);
  return moved({ ...clock, ...times, budget, extensions, light });
}

/**
 * Computes what is left of a clock under another calendar. What was used until now stays as the old calendar counted it; a
 * clock that is overdue stays overdue since the same instant.
 *
 * @param before calendars the clock was computed with
 * @param after calendars that count from now on
 * @returns the clock; the same one when its calendar is none of `after` or has not changed; null when it never opens
 */
export function rebaseClock(
  clock: RunningClock,
  limit: TimeLimit,
  before: Calendars,
  after: Calendars,
  now: Instant,
): RunningClock | null {
  const calendar = calendarOf(limit, after);
  const { calendar: reference } = computedWith(limit, calendar);
  if (reference === undefined || clock.light === 'done') return clock;
  const old = clock.calendar ?? computedWith(limit, calendarOf(limit, before)).calendar;
  if (old?.version === reference.version) return clock;
  const consumed = consumedAt(clock, limit, before, now);
  const stands = clock.runningSince === null;
  // It ran out when its budget was used. What has passed since is nobody's budget: it is counted by the calendar that holds.
  if (consumed >= clock.budget)
    return moved({
      ...clock,
      consumed: clock.budget,
      calendar: reference,
      ...(stands ? {} : { runningSince: clock.dueAt }),
    });
  const settled = { ...clock, consumed, calendar: reference, ...(stands ? {} : { runningSince: now }) };
  const since = stands ? (clock.pauses?.at(-1)?.from ?? now) : now;
  const times = timesFrom(settled, limit, calendar, since);
  if (times === null) return null;
  return moved({ ...settled, ...times, light: stands ? clock.light : lightAt(times, now) });
}

/**
 * Names another day on which a pause is looked at again (复核日); the clock stands still as it did.
 *
 * @param reviewOn local date
 * @returns the clock; one that runs is given back as it is
 */
export function moveReview(clock: RunningClock, reviewOn: string): RunningClock {
  const pause = clock.pauses?.at(-1);
  if (clock.runningSince !== null || pause?.to !== null) return clock;
  return moved({ ...clock, pauses: [...(clock.pauses ?? []).slice(0, -1), { ...pause, reviewOn }] });
}

/** Stops a clock for good: what it measures has been done. Its ledger stays. */
export function stopClock(clock: RunningClock, limit: TimeLimit, calendars: Calendars, now: Instant): RunningClock {
  const consumed = consumedAt(clock, limit, calendars, now);
  const { pauses, ...others } = clock;
  const ended = pauses?.map((pause) => (pause.to === null ? { ...pause, to: now } : pause));
  return moved({ ...others, consumed, runningSince: null, light: 'done', ...(ended ? { pauses: ended } : {}) });
}

/**
 * Gives a clock back the time its instance was held: it stood still from then until now.
 *
 * @param since when the instance was held
 * @param reason why, as it stands in the ledger
 * @returns the clock with the light it had, or null when its calendar is not there or never opens
 */
export function holdClock(
  clock: RunningClock,
  limit: TimeLimit,
  calendars: Calendars,
  { since, now, reason }: { readonly since: Instant; readonly now: Instant; readonly reason: string },
): RunningClock | null {
  if (clock.runningSince === null) return clock;
  // A clock that began while its instance was held (a repair put a token there) has lost only the rest.
  const from = epochOf(since) > epochOf(clock.runningSince) ? since : clock.runningSince;
  if (epochOf(from) >= epochOf(now)) return clock;
  const resumed = resumeClock(pauseClock(clock, limit, calendars, from, { reason }), limit, calendars, now);
  const { generation = 1, light } = clock;
  return resumed && { ...resumed, light, generation: generation + 1 };
}

/** When a clock with so much left is yellow and due, if it runs from an instant on. */
function timesFrom(
  { budget, consumed }: RunningClock,
  limit: TimeLimit,
  calendar: Calendar | null,
  from: Instant,
): Pick<RunningClock, 'yellowAt' | 'dueAt'> | null {
  const dueAt = moveBy(limit, calendar, from, budget - consumed);
  if (dueAt === null) return null;
  const yellowAt = yellowInstant(limit, calendar, { from, dueAt, budget, consumed });
  return yellowAt === null ? null : { yellowAt: earlier(yellowAt, dueAt), dueAt };
}

function earlier(one: Instant, other: Instant): Instant {
  return epochOf(one) < epochOf(other) ? one : other;
}

function lightAt(
  { yellowAt, dueAt }: Pick<RunningClock, 'yellowAt' | 'dueAt'>,
  now: Instant,
): 'green' | 'yellow' | 'red' {
  if (epochOf(now) >= epochOf(dueAt)) return 'red';
  return epochOf(now) >= epochOf(yellowAt) ? 'yellow' : 'green';
}

function moved(clock: RunningClock): RunningClock {
  return { ...clock, generation: (clock.generation ?? 1) + 1 };
}
