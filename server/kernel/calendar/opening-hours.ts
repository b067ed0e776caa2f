import { isoWeekday, parseDay } from '../civil-day.ts';
import type { Calendar } from './calendar.ts';

export const MS_PER_MINUTE = 60_000;
export const MS_PER_HOUR = 3_600_000;
export const MS_PER_DAY = 86_400_000;

/** From when to when a day is open, in milliseconds since its local midnight. */
export interface Opening {
  readonly from: number;
  readonly to: number;
}

/** A calendar made ready for arithmetic. */
export interface OpeningHours {
  /** Milliseconds to add to an instant to get local time. */
  readonly offset: number;
  /** Openings of a day (its number as in `civil-day.ts`), ascending; empty when it is off. */
  readonly of: (day: number) => readonly Opening[];
}

const MONDAY = 1;
const prepared = new WeakMap<Calendar, OpeningHours>();

/**
 * Opening hours of a calendar (which `calendarFaults` found sound). Prepared once per calendar object: reading its dates
 * each time would cost ten times as much as the arithmetic.
 */
export function openingHours(calendar: Calendar): OpeningHours {
  const known = prepared.get(calendar);
  if (known !== undefined) return known;
  const hours = prepare(calendar);
  prepared.set(calendar, hours);
  return hours;
}

/** Minutes since midnight of `HH:MM` (up to `24:00`), or null when the text is none. */
export function minutesOf(time: string): number | null {
  const match = /^(\d\d):(\d\d)$/.exec(time);
  if (match === null) return null;
  const minutes = Number(match[1]) * 60 + Number(match[2]);
  return Number(match[2]) < 60 && minutes <= 24 * 60 ? minutes : null;
}

/** Minutes of an offset such as `+08:00`, or null when the text is none. */
export function offsetMinutes(utcOffset: string): number | null {
  const minutes = /^[+-]/.test(utcOffset) ? minutesOf(utcOffset.slice(1)) : null;
  if (minutes === null || minutes > 18 * 60) return null;
  return utcOffset.startsWith('-') ? 0 - minutes : minutes;
}

function prepare(calendar: Calendar): OpeningHours {
  const week = Array.from({ length: 8 }, (_, weekday) => openings(calendar.week[weekday] ?? []));
  const exceptions = new Map<number, readonly Opening[]>();
  for (const year of Object.values(calendar.years)) {
    for (const date of Object.keys(year.makeUpDays)) exceptions.set(parseDay(date) ?? Number.NaN, week[MONDAY] ?? []);
    for (const [date, hours] of Object.entries(year.hours ?? {}))
      exceptions.set(
        parseDay(date) ?? Number.NaN,
        typeof hours === 'string' ? (week[Number(hours)] ?? []) : openings(hours),
      );
    for (const date of Object.keys(year.holidays)) exceptions.set(parseDay(date) ?? Number.NaN, []);
  }
  return {
    offset: (offsetMinutes(calendar.utcOffset) ?? 0) * MS_PER_MINUTE,
    of: (day) => exceptions.get(day) ?? week[isoWeekday(day)] ?? [],
  };
}

function openings(hours: readonly (readonly [string, string])[]): readonly Opening[] {
  return hours.map(([from, to]) => ({
    from: (minutesOf(from) ?? 0) * MS_PER_MINUTE,
    to: (minutesOf(to) ?? 0) * MS_PER_MINUTE,
  }));
}
