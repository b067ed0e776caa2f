import type { Instant } from '../json.ts';
import type { Calendar } from './calendar.ts';
import { MS_PER_DAY, MS_PER_HOUR, MS_PER_MINUTE, openingHours } from './opening-hours.ts';
import type { Amount, TimeLimit, TimeUnit } from './time-limit.ts';
import { countWorkingDays } from './working-days.ts';
import { addWorkingTime, epochOf, instantAt, subtractWorkingTime, workingTimeBetween } from './working-time.ts';

/** Calendars by id. */
export type Calendars = ReadonlyMap<string, Calendar>;

const DEFAULT_YELLOW = { share: 0.25 };

/** The calendar a limit names, when it is there. */
export function calendarOf(limit: TimeLimit, calendars: Calendars): Calendar | null {
  return limit.calendar === undefined ? null : (calendars.get(limit.calendar) ?? null);
}

/** True for units that count a calendar's opening hours or working days. */
export function isWorking(unit: TimeUnit): boolean {
  return unit === 'workingHours' || unit === 'workingDays';
}

/**
 * Whether an extension may be told in a unit: one of natural time on a limit that counts opening hours would add nothing
 * where the office is closed, a day from Friday's closing for one.
 */
export function countsFor(limit: Pick<TimeLimit, 'unit'>, unit: TimeUnit): boolean {
  return isWorking(unit) || !isWorking(limit.unit);
}

/** Local day number of an instant under a calendar. */
export function localDay(calendar: Calendar, instant: Instant): number {
  return Math.floor((epochOf(instant) + openingHours(calendar).offset) / MS_PER_DAY);
}

/**
 * The instant an amount of time that begins at `from` ends: natural time exactly so much later, working hours as opening
 * time, working days at the closing of the last one (the day of `from` is not counted).
 *
 * @returns null when it needs a calendar that is not there or never opens
 */
export function endOf({ amount, unit }: Amount, calendar: Calendar | null, from: Instant): Instant | null {
  if (!isWorking(unit)) return instantAt(epochOf(from) + naturalTime(amount, unit));
  if (calendar === null) return null;
  if (unit === 'workingHours') return addWorkingTime(calendar, from, amount * MS_PER_HOUR);
  return closingAfterWorkingDays(calendar, from, amount);
}

/** Milliseconds that count for a limit between two instants: opening time for working units, natural time else. */
export function countedBetween(limit: TimeLimit, calendar: Calendar | null, from: Instant, to: Instant): number {
  if (isWorking(limit.unit) && calendar !== null) return workingTimeBetween(calendar, from, to);
  return Math.max(0, epochOf(to) - epochOf(from));
}

/**
 * The instant at which so many counted milliseconds have passed since `from`; a negative number goes back.
 *
 * @returns null under a calendar that never opens, or when a working unit has none
 */
export function moveBy(limit: TimeLimit, calendar: Calendar | null, from: Instant, ms: number): Instant | null {
  if (!isWorking(limit.unit)) return instantAt(epochOf(from) + ms);
  if (calendar === null) return null;
  return ms >= 0 ? addWorkingTime(calendar, from, ms) : subtractWorkingTime(calendar, from, 0 - ms);
}

/**
 * When the light turns yellow: what is left has shrunk to a share of the budget or to an amount of time; never before
 * `from`.
 *
 * @param consumed counted milliseconds that were used before `from`
 */
export function yellowInstant(
  limit: TimeLimit,
  calendar: Calendar | null,
  { from, dueAt, budget, consumed }: { from: Instant; dueAt: Instant; budget: number; consumed: number },
): Instant | null {
  const yellow = limit.yellow ?? DEFAULT_YELLOW;
  const at =
    'share' in yellow
      ? moveBy(limit, calendar, from, Math.max(0, Math.round(budget * (1 - yellow.share)) - consumed))
      : whenAmountIsLeft(calendar, dueAt, yellow);
  return at === null || epochOf(at) > epochOf(from) ? at : from;
}

/** For working days: the opening of the nth working day from the end, so that `1` means "the last working day has begun". */
function whenAmountIsLeft(calendar: Calendar | null, dueAt: Instant, { amount, unit }: Amount): Instant | null {
  if (!isWorking(unit)) return instantAt(epochOf(dueAt) - naturalTime(amount, unit));
  if (calendar === null) return null;
  if (unit === 'workingHours') return subtractWorkingTime(calendar, dueAt, amount * MS_PER_HOUR);
  const hours = openingHours(calendar);
  // One millisecond earlier, because a closing at 24:00 belongs to the day it ends.
  const lastDay = localDay(calendar, instantAt(epochOf(dueAt) - 1));
  const day = countWorkingDays(calendar, lastDay + 1, 0 - Math.ceil(amount));
  const opening = day === null ? undefined : hours.of(day)[0]?.from;
  return day === null || opening === undefined ? null : instantAt(day * MS_PER_DAY + opening - hours.offset);
}

/** When the office closes on the nth working day after the local date of an instant; parts of a day count as a whole one. */
function closingAfterWorkingDays(calendar: Calendar, from: Instant, count: number): Instant | null {
  const hours = openingHours(calendar);
  const day = countWorkingDays(calendar, localDay(calendar, from), Math.ceil(count));
  const closing = day === null ? undefined : hours.of(day).at(-1)?.to;
  return day === null || closing === undefined ? null : instantAt(day * MS_PER_DAY + closing - hours.offset);
}

function naturalTime(amount: number, unit: TimeUnit): number {
  const size = unit === 'minutes' ? MS_PER_MINUTE : unit === 'hours' ? MS_PER_HOUR : MS_PER_DAY;
  return Math.round(amount * size);
}
