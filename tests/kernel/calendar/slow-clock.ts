import type { Calendar } from '../../../server/kernel/calendar/calendar.ts';
import type { TimeLimit, TimeUnit } from '../../../server/kernel/calendar/time-limit.ts';

// The slow truth: what a calendar and a limit mean, minute by minute, as one would do it with a finger on the calendar. It
// shares nothing with the program but the form of what packs write. Instants here are milliseconds since 1970, at whole minutes.

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Whoever looks for an open minute for so many days gives up. */
const GIVE_UP_DAYS = 1500;

/** A calendar one can ask about a minute. */
export interface SlowCalendar {
  /** Whether a minute that begins at an instant is open. */
  isOpen(instant: number): boolean;
  /** The local date, `2026-09-07`, and with `days` that of so many days later. */
  dateOf(instant: number, days?: number): string;
  /** Whether any minute of a local date is open. */
  isWorked(date: string): boolean;
  /** The first minute of a local date. */
  midnight(date: string): number;
}

/** Reads a calendar as it is written; what a date comes to is kept, for there are many minutes in it. */
export function slowCalendar(calendar: Calendar): SlowCalendar {
  const [, sign, hours, minutes] = /^([+-])(\d\d):(\d\d)$/.exec(calendar.utcOffset) ?? [];
  const ahead = (Number(hours) * 60 + Number(minutes)) * MINUTE * (sign === '-' ? -1 : 1);
  const kept = new Map<number, readonly boolean[]>();
  const dayOf = (instant: number): number => Math.floor((instant + ahead) / DAY);
  const dateText = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);
  const minutesOf = (day: number): readonly boolean[] => {
    const date = dateText(day);
    const known = kept.get(day) ?? Array.from({ length: 24 * 60 }, (_, minute) => isOpenAt(calendar, date, minute));
    kept.set(day, known);
    return known;
  };
  return {
    isOpen: (instant) => {
      const day = dayOf(instant);
      return (kept.get(day) ?? minutesOf(day))[Math.floor((instant + ahead - day * DAY) / MINUTE)] === true;
    },
    dateOf: (instant, days = 0) => dateText(dayOf(instant) + days),
    isWorked: (date) => minutesOf(Date.parse(date) / DAY).includes(true),
    midnight: (date) => Date.parse(date) - ahead,
  };
}

/** A make-up day has Monday's hours, a holiday none, any other day those of its weekday. */
function isOpenAt(calendar: Calendar, date: string, minute: number): boolean {
  const year = calendar.years[date.slice(0, 4)];
  const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
  const weekday = String(new Date(date).getUTCDay() || 7);
  if (year?.holidays[date] !== undefined) return false;
  const openings = calendar.week[year?.makeUpDays[date] === undefined ? weekday : '1'] ?? [];
  return openings.some(([from, to]) => from <= time && time < to);
}

/** Open time between two instants, in milliseconds. */
export function slowBetween(calendar: SlowCalendar, from: number, to: number): number {
  let open = 0;
  for (let minute = from; minute < to; minute += MINUTE)
    if (calendar.isOpen(minute)) open += Math.min(MINUTE, to - minute);
  return open;
}

/** When so many milliseconds of open time are over; null when they never are. */
export function slowAdd(calendar: SlowCalendar, from: number, ms: number): number | null {
  if (ms <= 0) return from;
  let left = ms;
  for (let minute = from; minute < from + GIVE_UP_DAYS * DAY; minute += MINUTE) {
    if (!calendar.isOpen(minute)) continue;
    if (left <= MINUTE) return minute + left;
    left -= MINUTE;
  }
  return null;
}

/** The latest instant from which so much open time is left until another. */
export function slowSubtract(calendar: SlowCalendar, to: number, ms: number): number | null {
  if (ms <= 0) return to;
  let left = ms;
  for (let minute = to - MINUTE; minute > to - GIVE_UP_DAYS * DAY; minute -= MINUTE) {
    if (!calendar.isOpen(minute)) continue;
    if (left <= MINUTE) return minute + MINUTE - left;
    left -= MINUTE;
  }
  return null;
}

/** What a limit comes to. */
export interface SlowClock {
  readonly budget: number;
  readonly yellowAt: number;
  readonly dueAt: number;
}

const natural: Partial<Record<TimeUnit, number>> = { minutes: MINUTE, hours: HOUR, days: DAY };

/** When a limit that starts at an instant is due and turns yellow; null when it never is. */
export function slowStart(limit: TimeLimit, calendar: SlowCalendar, from: number): SlowClock | null {
  const isNatural = natural[limit.unit] !== undefined;
  const dueAt = slowEnd(limit, calendar, from);
  if (dueAt === null) return null;
  const budget = isNatural ? dueAt - from : slowBetween(calendar, from, dueAt);
  const yellow = limit.yellow ?? { share: 0.25 };
  const at = 'share' in yellow ? ofShare(yellow.share) : slowBefore(calendar, dueAt, yellow.amount, yellow.unit);
  return at === null ? null : { budget, dueAt, yellowAt: Math.max(from, at) };

  function ofShare(share: number): number | null {
    const used = Math.round(budget * (1 - share));
    return isNatural ? from + used : slowAdd(calendar, from, used);
  }
}

/** When an amount of time that begins at an instant ends. */
export function slowEnd(
  { amount, unit }: { readonly amount: number; readonly unit: TimeUnit },
  calendar: SlowCalendar,
  from: number,
): number | null {
  const size = natural[unit];
  if (size !== undefined) return from + amount * size;
  return unit === 'workingHours' ? slowAdd(calendar, from, amount * HOUR) : closingAfter(calendar, from, amount);
}

/** When the nth worked day after that of an instant closes for the last time. */
function closingAfter(calendar: SlowCalendar, from: number, days: number): number | null {
  const date = workedDate(calendar, from, days, 1);
  return date === null ? null : (slowSubtract(calendar, calendar.midnight(date) + DAY, 1) ?? 0) + 1;
}

/** So much before an instant: of working days, the opening of the nth counted from the one that ends there. */
export function slowBefore(calendar: SlowCalendar, to: number, amount: number, unit: TimeUnit): number | null {
  const size = natural[unit];
  if (size !== undefined) return to - amount * size;
  if (unit === 'workingHours') return slowSubtract(calendar, to, amount * HOUR);
  const date = workedDate(calendar, to - 1 + DAY, amount, -1);
  const first = date === null ? null : slowAdd(calendar, calendar.midnight(date), 1);
  return first === null ? null : first - 1;
}

/** The nth worked date after, or before, that of an instant. */
function workedDate(calendar: SlowCalendar, from: number, count: number, step: 1 | -1): string | null {
  let found = 0;
  for (let days = step; Math.abs(days) < GIVE_UP_DAYS; days += step) {
    const date = calendar.dateOf(from, days);
    if (calendar.isWorked(date)) found += 1;
    if (found === count) return date;
  }
  return null;
}

/** How much of a limit is left until it is due or, from then on, over: in the unit that people would say, rounded down. */
export function slowAmount(
  unit: TimeUnit,
  calendar: SlowCalendar,
  now: number,
  dueAt: number,
): { readonly amount: number; readonly unit: TimeUnit } {
  const [from, to] = [Math.min(now, dueAt), Math.max(now, dueAt)];
  if (unit === 'workingHours') {
    const open = slowBetween(calendar, from, to);
    return open < HOUR ? minutesIn(open) : { amount: Math.floor(open / HOUR), unit };
  }
  if (unit === 'workingDays') {
    let days = 0;
    for (let n = 1; calendar.dateOf(from, n) <= calendar.dateOf(to); n += 1)
      if (calendar.isWorked(calendar.dateOf(from, n))) days += 1;
    if (now >= dueAt) return { amount: Math.max(1, days), unit };
    if (days > 0) return { amount: days, unit };
  }
  const passed = to - from;
  if (passed < HOUR) return minutesIn(passed);
  return passed < DAY
    ? { amount: Math.floor(passed / HOUR), unit: 'hours' }
    : { amount: Math.floor(passed / DAY), unit: 'days' };
}

function minutesIn(ms: number): { readonly amount: number; readonly unit: 'minutes' } {
  return { amount: Math.max(1, Math.floor(ms / MINUTE)), unit: 'minutes' };
}
