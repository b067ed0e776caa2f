import { civilDate, formatDay, parseDay } from '../civil-day.ts';
import type { Calendar } from './calendar.ts';
import { openingHours } from './opening-hours.ts';

/** Days searched for the next open one; no sound calendar is closed for longer. */
const LONGEST_CLOSURE = 400;

/** True when the calendar is open on a local date (`YYYY-MM-DD`): make-up days are, holidays are not. */
export function isWorkingDay(calendar: Calendar, date: string): boolean {
  return isOpen(calendar, dayOf(date));
}

/** The first working day after a date, or null under a calendar that never opens. */
export function nextWorkingDay(calendar: Calendar, date: string): string | null {
  return addWorkingDays(calendar, date, 1);
}

/** The date itself when it is a working day, else the next or the previous one; null under a calendar that never opens. */
export function shiftToWorkingDay(calendar: Calendar, date: string, direction: 'next' | 'previous'): string | null {
  return isWorkingDay(calendar, date) ? date : addWorkingDays(calendar, date, direction === 'next' ? 1 : -1);
}

/**
 * The date that is `count` working days after (or, negative, before) a date, which itself is not counted.
 *
 * @returns null under a calendar that never opens; the date itself for a count of 0
 */
export function addWorkingDays(calendar: Calendar, date: string, count: number): string | null {
  const day = countWorkingDays(calendar, dayOf(date), count);
  return day === null ? null : formatDay(day);
}

/** `addWorkingDays` on day numbers. */
export function countWorkingDays(calendar: Calendar, from: number, count: number): number | null {
  const direction = Math.sign(count);
  let [day, left, closed] = [from, Math.abs(count), 0];
  while (left > 0) {
    day += direction;
    closed += 1;
    if (isOpen(calendar, day)) [left, closed] = [left - 1, 0];
    if (closed > LONGEST_CLOSURE) return null;
  }
  return day;
}

/** How many working days there are after day `from` up to and including day `to` (day numbers); 0 when `to` is not later. */
export function workingDaysAfter(calendar: Calendar, from: number, to: number): number {
  let count = 0;
  for (let day = from + 1; day <= to; day += 1) if (isOpen(calendar, day)) count += 1;
  return count;
}

/**
 * Years between two local dates whose holidays are not official: missing from the calendar (then its plain week counts)
 * or marked provisional. Whatever was computed across them may still move, and screens must say so.
 */
export function provisionalYears(calendar: Calendar, from: string, to: string): readonly number[] {
  const [first, last] = [civilDate(dayOf(from)).year, civilDate(dayOf(to)).year];
  const years = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
  return years.filter((year) => calendar.years[year]?.provisional ?? true);
}

function isOpen(calendar: Calendar, day: number): boolean {
  return openingHours(calendar).of(day).length > 0;
}

function dayOf(date: string): number {
  const day = parseDay(date);
  if (day === null) throw new RangeError(`Not a local date (YYYY-MM-DD): ${date}`);
  return day;
}
