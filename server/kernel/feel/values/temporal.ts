import { civilDate, dayNumber, daysInMonth } from '../../civil-day.ts';
import { feelNumber, FeelNumber } from './feel-number.ts';
import {
  kindOf,
  ofKind,
  type DaysDuration,
  type FeelDate,
  type FeelDateTime,
  type FeelTime,
  type FeelValue,
  type MonthsDuration,
} from './feel-value.ts';

export const NANOS_PER_SECOND = 1_000_000_000;
const SECONDS_PER_DAY = 86_400;
const NANOS_PER_DAY = NANOS_PER_SECOND * SECONDS_PER_DAY;

/** Day numbers of the years -999999999 to 999999999, the years FEEL knows (clause 10.3.2.3.4). */
const LAST_DAY = 365_242_500_000;

/** A point on the time line: seconds since 1970-01-01T00:00 in UTC, or in no known zone when `zoned` is false. */
export interface PointInTime {
  readonly seconds: FeelNumber;
  readonly zoned: boolean;
}

/** The point a date, a time or a date and time stands for (a time: on day 0; a date: its local midnight); else null. */
export function instantOf(value: FeelValue): PointInTime | null {
  const date = ofKind(value, 'date');
  if (date !== null) return point(date.day, 0, null);
  const time = ofKind(value, 'time');
  if (time !== null) return point(0, time.nanos, time.offset);
  const moment = ofKind(value, 'date and time');
  return moment === null ? null : point(moment.day, moment.nanos, moment.offset);
}

/** A date, or null beyond the years FEEL knows. */
export function dateOf(day: number): FeelDate | null {
  return Math.abs(day) <= LAST_DAY ? { kind: 'date', day } : null;
}

/** A date and time, or null beyond the years FEEL knows. */
export function dateTimeOf(day: number, nanos: number, offset: number | null): FeelDateTime | null {
  return Math.abs(day) <= LAST_DAY ? { kind: 'date and time', day, nanos, offset } : null;
}

/** A duration of seconds (fraction cut at nanoseconds), or null beyond 10¹⁸ seconds, so that sums stay exact. */
export function daysDuration(seconds: FeelNumber): DaysDuration | null {
  if (!seconds.abs().lessThanOrEqualTo(1e18)) return null;
  return { kind: 'days and time duration', seconds: seconds.toDecimalPlaces(9, FeelNumber.ROUND_DOWN) };
}

/** A duration of whole months, or null beyond 10¹² months. */
export function monthsDuration(months: number): MonthsDuration | null {
  return Math.abs(months) <= 1e12 ? { kind: 'years and months duration', months } : null;
}

/** Later by a number of months; the day of the month is cut to the length of the month reached (31 January + 1 month = 28 February). */
export function plusMonths(day: number, months: number): number {
  const date = civilDate(day);
  const counted = date.year * 12 + (date.month - 1) + months;
  const [year, month] = [Math.floor(counted / 12), (((counted % 12) + 12) % 12) + 1];
  return dayNumber(year, month, Math.min(date.day, daysInMonth(year, month)));
}

/** Later by seconds, which may be negative and have a fraction (cut at nanoseconds). Days overflow into `day`. */
export function plusSeconds(
  day: number,
  nanos: number,
  seconds: FeelNumber,
): { readonly day: number; readonly nanos: number } {
  const total = seconds.times(NANOS_PER_SECOND).trunc().plus(nanos);
  const days = total.div(NANOS_PER_DAY).floor();
  return { day: day + days.toNumber(), nanos: total.minus(days.times(NANOS_PER_DAY)).toNumber() };
}

/** Full months between two days, negative when `to` is earlier (`years and months duration(from, to)`). */
export function monthsBetween(from: number, to: number): number {
  if (to < from) return -monthsBetween(to, from);
  const [start, end] = [civilDate(from), civilDate(to)];
  const months = (end.year - start.year) * 12 + (end.month - start.month);
  return end.day < start.day ? months - 1 : months;
}

/** Day number of a date or a date and time, else null. */
export function dayOf(value: FeelValue): number | null {
  return ofKind(value, 'date')?.day ?? ofKind(value, 'date and time')?.day ?? null;
}

/** The value as a date and time (a date at its local midnight), else null. */
export function asDateTime(value: FeelValue): FeelDateTime | null {
  const date = ofKind(value, 'date');
  return date === null ? ofKind(value, 'date and time') : dateTimeOf(date.day, 0, null);
}

/** Time of day of a time or a date and time (a date: midnight), else null. */
export function timeOf(value: FeelValue): FeelTime | null {
  if (kindOf(value) === 'date') return { kind: 'time', nanos: 0, offset: 0 };
  const moment = ofKind(value, 'date and time');
  return moment === null ? ofKind(value, 'time') : { kind: 'time', nanos: moment.nanos, offset: moment.offset };
}

function point(day: number, nanos: number, offset: number | null): PointInTime {
  const seconds = feelNumber(nanos)
    .div(NANOS_PER_SECOND)
    .plus(day * SECONDS_PER_DAY)
    .minus(offset ?? 0);
  return { seconds, zoned: offset !== null };
}
