import type { Instant } from '../json.ts';
import type { Calendar } from './calendar.ts';
import { MS_PER_DAY, openingHours, type Opening } from './opening-hours.ts';

/** Days searched before giving up: 110 years, or a calendar that never opens. */
const LONGEST_SEARCH = 40_000;
const LONGEST_CLOSURE = 400;

/** Milliseconds since 1970 of an instant. Throws a RangeError for a text that is none. */
export function epochOf(instant: Instant): number {
  const epoch = Date.parse(instant);
  if (Number.isNaN(epoch)) throw new RangeError(`Not an instant: ${instant}`);
  return epoch;
}

/** The instant of milliseconds since 1970. */
export function instantAt(epoch: number): Instant {
  return new Date(epoch).toISOString();
}

/**
 * The instant at which `ms` of opening time have passed since `from`. Time outside opening hours passes for free, so
 * what begins at night begins when the day opens; an amount that ends with the day ends at closing, not at the next opening.
 *
 * @returns null under a calendar that never opens (or not within 110 years)
 */
export function addWorkingTime(calendar: Calendar, from: Instant, ms: number): Instant | null {
  const epoch = laterBy(calendar, epochOf(from), ms);
  return epoch === null ? null : instantAt(epoch);
}

/** The latest instant from which `ms` of opening time pass until `to`; null as above. */
export function subtractWorkingTime(calendar: Calendar, to: Instant, ms: number): Instant | null {
  const epoch = earlierBy(calendar, epochOf(to), ms);
  return epoch === null ? null : instantAt(epoch);
}

/** Milliseconds of opening time from one instant to another; 0 when `to` is not later. */
export function workingTimeBetween(calendar: Calendar, from: Instant, to: Instant): number {
  const { offset, of } = openingHours(calendar);
  const [start, end] = [epochOf(from) + offset, epochOf(to) + offset];
  let total = 0;
  for (let day = Math.floor(start / MS_PER_DAY); day * MS_PER_DAY < end; day += 1) {
    for (const opening of of(day)) {
      const midnight = day * MS_PER_DAY;
      total += Math.max(0, Math.min(end, midnight + opening.to) - Math.max(start, midnight + opening.from));
    }
  }
  return total;
}

function laterBy(calendar: Calendar, from: number, ms: number): number | null {
  if (ms <= 0) return from;
  const { offset, of } = openingHours(calendar);
  const local = from + offset;
  return search(Math.floor(local / MS_PER_DAY), 1, of, ms, (opening, midnight, left) => {
    const start = Math.max(local, midnight + opening.from);
    const open = midnight + opening.to - start;
    return open >= left ? { found: start + left - offset } : { used: Math.max(0, open) };
  });
}

function earlierBy(calendar: Calendar, to: number, ms: number): number | null {
  if (ms <= 0) return to;
  const { offset, of } = openingHours(calendar);
  const local = to + offset;
  return search(Math.floor(local / MS_PER_DAY), -1, of, ms, (opening, midnight, left) => {
    const end = Math.min(local, midnight + opening.to);
    const open = end - (midnight + opening.from);
    return open >= left ? { found: end - left - offset } : { used: Math.max(0, open) };
  });
}

type Visit = (
  opening: Opening,
  midnight: number,
  left: number,
) => { readonly found: number } | { readonly used: number };

/** Walks openings day by day in one direction until `visit` has used up what is left. */
function search(
  firstDay: number,
  direction: 1 | -1,
  of: (day: number) => readonly Opening[],
  ms: number,
  visit: Visit,
): number | null {
  let [left, closed] = [ms, 0];
  for (let walked = 0; walked < LONGEST_SEARCH && closed <= LONGEST_CLOSURE; walked += 1) {
    const day = firstDay + walked * direction;
    const openings = direction === 1 ? of(day) : [...of(day)].reverse();
    closed = openings.length === 0 ? closed + 1 : 0;
    for (const opening of openings) {
      const step = visit(opening, day * MS_PER_DAY, left);
      if ('found' in step) return step.found;
      left -= step.used;
    }
  }
  return null;
}
