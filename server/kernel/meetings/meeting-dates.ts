import { openingHours, MS_PER_DAY } from '../calendar/opening-hours.ts';
import type { Calendar } from '../calendar/calendar.ts';
import { addWorkingDays, isWorkingDay, provisionalYears, shiftToWorkingDay } from '../calendar/working-days.ts';
import { instantAt } from '../calendar/working-time.ts';
import { civilDate, dayNumber, daysInMonth, formatDay, isoWeekday, parseDay } from '../civil-day.ts';
import type { Instant } from '../json.ts';
import { instantOfLocal, localDate } from '../local-time.ts';
import type { MeetingFile, MeetingRule } from '../release/definitions.ts';

/** One date of a meeting series. */
export interface MeetingDate {
  /** The date the rule gives; it names the occurrence, whatever day it is held. */
  readonly scheduled: string;
  /** The date it is held, after shifting off days. */
  readonly date: string;
  readonly at: Instant;
  /** When participants are told and the process starts. */
  readonly noticeAt: Instant;
  /** Name of the holiday or `weekend`, when it was moved for one. */
  readonly movedFor: string | null;
  /** The year's official list of holidays is not out, so the date may still move. */
  readonly provisional: boolean;
}

/**
 * The dates of a series from a local date on.
 *
 * @param meeting the pinned series
 * @param calendar its calendar
 * @param from first local date (`YYYY-MM-DD`) the rule may give
 * @param count how many dates are wanted; dates that are skipped for a day off do not count
 */
export function meetingDates(
  meeting: MeetingFile,
  calendar: Calendar,
  from: string,
  count: number,
): readonly MeetingDate[] {
  const dates: MeetingDate[] = [];
  // A rule gives at least one date a month, so the search ends even when every one of them is skipped.
  for (const day of daysOfRule(meeting.rule, parseDay(from) ?? 0, count * 12 + 60)) {
    const date = heldOn(meeting, calendar, formatDay(day));
    if (date) dates.push(date);
    if (dates.length === count) break;
  }
  return dates;
}

/**
 * The dates whose notice is due after one instant and not after another, in the order of their notices. Each is called
 * once by whoever looks at adjoining spans of time.
 */
export function datesToCall(
  meeting: MeetingFile,
  calendar: Calendar,
  after: Instant,
  until: Instant,
): readonly MeetingDate[] {
  // A break moves a date by days, so the rule is asked from two months before on, and as many weeks as the span has.
  const from = parseDay(localDate(after)) ?? 0;
  const weeks = Math.ceil((Date.parse(until) - Date.parse(after)) / (7 * MS_PER_DAY));
  const dates: MeetingDate[] = [];
  for (const day of daysOfRule(meeting.rule, from - 62, weeks + 60)) {
    const date = heldOn(meeting, calendar, formatDay(day));
    if (date && date.noticeAt > after && date.noticeAt <= until) dates.push(date);
  }
  return dates.toSorted((one, other) => (one.noticeAt < other.noticeAt ? -1 : 1));
}

/**
 * The occurrences that should have been started between two instants. After an outage a meeting that is still to come
 * is started late; of those that have passed only the latest is, so that its minutes can be written.
 *
 * @param after instant up to which the series was looked at before
 * @param now the present
 */
export function dueMeetings(
  meeting: MeetingFile,
  calendar: Calendar,
  after: Instant,
  now: Instant,
): readonly MeetingDate[] {
  const due = datesToCall(meeting, calendar, after, now);
  return [...due.filter((date) => date.at <= now).slice(-1), ...due.filter((date) => date.at > now)];
}

function* daysOfRule(rule: MeetingRule, from: number, most: number): Generator<number> {
  if (rule.every === 'week') {
    const first = from + ((rule.weekday - isoWeekday(from) + 7) % 7);
    for (let week = 0; week < most; week += 1) yield first + week * 7;
    return;
  }
  const start = civilDate(from);
  for (let month = 0; month < most; month += 1) {
    const year = start.year + Math.floor((start.month - 1 + month) / 12);
    const day = dayInMonth(rule, year, ((start.month - 1 + month) % 12) + 1);
    if (day !== null && day >= from) yield day;
  }
}

function dayInMonth(rule: Extract<MeetingRule, { every: 'month' }>, year: number, month: number): number | null {
  const length = daysInMonth(year, month);
  if ('day' in rule) return dayNumber(year, month, Math.min(rule.day, length));
  const first = dayNumber(year, month, 1);
  const firstOfWeekday = first + ((rule.weekday - isoWeekday(first) + 7) % 7);
  const day =
    rule.nth > 0
      ? firstOfWeekday + (rule.nth - 1) * 7
      : firstOfWeekday + Math.floor((length - 1 - (firstOfWeekday - first)) / 7) * 7;
  return day < first + length ? day : null;
}

function heldOn(meeting: MeetingFile, calendar: Calendar, scheduled: string): MeetingDate | null {
  const off = !isWorkingDay(calendar, scheduled);
  if (off && meeting.ifDayOff === 'skip') return null;
  const direction = meeting.ifDayOff === 'previous-working-day' ? 'previous' : 'next';
  const date = off && meeting.ifDayOff !== 'keep' ? shiftToWorkingDay(calendar, scheduled, direction) : scheduled;
  const told = date && addWorkingDays(calendar, date, -meeting.noticeDaysBefore);
  if (!date || !told) return null;
  const at = instantOfLocal(`${date} ${meeting.rule.time}`);
  const opens = opening(calendar, told);
  return {
    scheduled,
    date,
    at,
    // A meeting before the office opens is not told of after it has begun.
    noticeAt: opens < at ? opens : at,
    movedFor: date === scheduled ? null : (calendar.years[scheduled.slice(0, 4)]?.holidays[scheduled] ?? 'weekend'),
    provisional: provisionalYears(calendar, scheduled, date).length > 0,
  };
}

function opening(calendar: Calendar, date: string): Instant {
  const hours = openingHours(calendar);
  const day = parseDay(date) ?? 0;
  return instantAt(day * MS_PER_DAY + (hours.of(day)[0]?.from ?? 0) - hours.offset);
}
