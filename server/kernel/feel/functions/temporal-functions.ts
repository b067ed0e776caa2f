import { civilDate, dayNumber, isCivilDate, isoWeekday } from '../../civil-day.ts';
import { interrupt, note, type Run } from '../evaluation/run.ts';
import { unreadableText } from '../faults.ts';
import { equal } from '../values/compare.ts';
import { feelNumber, type FeelNumber } from '../values/feel-number.ts';
import { kindOf, ofKind, type FeelDateTime, type FeelValue } from '../values/feel-value.ts';
import {
  dateOf,
  dateTimeOf,
  dayOf,
  monthsBetween,
  monthsDuration,
  NANOS_PER_SECOND,
  plusSeconds,
  timeOf,
} from '../values/temporal.ts';
import { parseDate, parseDateTime, parseDuration, parseOffset, parseTime } from '../values/temporal-text.ts';
import { builtIn, type BuiltIn } from './built-in.ts';
import { any, day, integer, number, optional, text, time } from './parameter.ts';

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** Dates, times and durations (DMN 1.3 tables 70 and 77); `now()` and `today()` answer from the step's instant. */
export const temporalFunctions: readonly BuiltIn[] = [
  builtIn('date', [text('from')], (run, from) => parseDate(from) ?? note(run, unreadableText(from, 'date'))),
  builtIn('date', [day('from')], (_run, from) => dateOf(from.day)),
  builtIn('date', [integer('year'), integer('month'), integer('day')], (_run, year, month, dayOfMonth) =>
    isCivilDate(year, month, dayOfMonth) ? dateOf(dayNumber(year, month, dayOfMonth)) : null,
  ),
  builtIn(
    'date and time',
    [text('from')],
    (run, from) => parseDateTime(from) ?? note(run, unreadableText(from, 'date and time')),
  ),
  builtIn('date and time', [day('from')], (_run, from) =>
    from.kind === 'date' ? dateTimeOf(from.day, 0, null) : from,
  ),
  builtIn('date and time', [day('date'), time('time')], (_run, date, timeOfDay) =>
    dateTimeOf(date.day, timeOfDay.nanos, timeOfDay.offset),
  ),
  builtIn('time', [text('from')], (run, from) => parseTime(from) ?? note(run, unreadableText(from, 'time'))),
  builtIn('time', [any('from')], (_run, from) => timeOf(from)),
  builtIn(
    'time',
    [integer('hour'), integer('minute'), number('second'), optional(any('offset'))],
    (_run, hour, minute, second, offset) => timeFromParts(hour, minute, second, offset),
  ),
  builtIn(
    'duration',
    [text('from')],
    (run, from) => parseDuration(from) ?? note(run, unreadableText(from, 'days and time duration')),
  ),
  builtIn('years and months duration', [day('from'), day('to')], (_run, from, to) =>
    monthsDuration(monthsBetween(from.day, to.day)),
  ),
  builtIn('@', [text('from')], (run, from) => atLiteral(run, from)),
  builtIn('now', [], (run) => nowOf(run)),
  builtIn('today', [], (run) => dateOf(nowOf(run).day)),
  builtIn('day of year', [day('date')], (_run, date) => feelNumber(dayOfYear(date.day))),
  builtIn('day of week', [day('date')], (_run, date) => WEEKDAYS[isoWeekday(date.day) - 1] ?? null),
  builtIn('month of year', [day('date')], (_run, date) => MONTHS[civilDate(date.day).month - 1] ?? null),
  builtIn('week of year', [day('date')], (_run, date) => feelNumber(isoWeek(date.day))),
  builtIn('last day of month', [day('date')], (_run, date) => feelNumber(lastDayOfMonth(date.day))),
  builtIn('is', [any('value1'), any('value2')], (run, one, other) => isSame(run, one, other)),
];

function timeFromParts(hour: number, minute: number, second: FeelNumber, offset: FeelValue): FeelValue {
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second.isNegative() || second.greaterThanOrEqualTo(60))
    return null;
  const zone = offset === null ? null : ofKind(offset, 'days and time duration')?.seconds.toNumber();
  if (zone === undefined || Math.abs(zone ?? 0) > 18 * 3600) return null;
  const nanos = second.times(NANOS_PER_SECOND).trunc().toNumber() + (hour * 3600 + minute * 60) * NANOS_PER_SECOND;
  return { kind: 'time', nanos, offset: zone };
}

function atLiteral(run: Run, from: string): FeelValue {
  return (
    parseDate(from) ??
    parseDateTime(from) ??
    parseTime(from) ??
    parseDuration(from) ??
    note(run, unreadableText(from, 'date and time'))
  );
}

/** The step's instant, told at the run's offset: a kernel has no clock and no time zone of its own. */
function nowOf(run: Run): FeelDateTime {
  const [instant, offset] = [parseDateTime(run.now), parseOffset(run.utcOffset)];
  if (instant?.offset !== 0 || offset === null || offset === undefined) {
    return interrupt({
      code: 'clock-not-an-instant',
      zh: `求值时给出的时刻“${run.now}”或时差“${run.utcOffset}”无效。`,
      en: `The instant "${run.now}" or the offset "${run.utcOffset}" given to the evaluation is not valid.`,
    });
  }
  const local = plusSeconds(instant.day, instant.nanos, feelNumber(offset));
  return { kind: 'date and time', day: local.day, nanos: local.nanos, offset };
}

function dayOfYear(of: number): number {
  return of - dayNumber(civilDate(of).year, 1, 1) + 1;
}

/** ISO 8601 week: the one that holds the Thursday of this week. */
function isoWeek(of: number): number {
  return Math.floor((dayOfYear(of - isoWeekday(of) + 4) - 1) / 7) + 1;
}

function lastDayOfMonth(of: number): number {
  const { year, month } = civilDate(of);
  return civilDate(dayNumber(month === 12 ? year + 1 : year, month === 12 ? 1 : month + 1, 1) - 1).day;
}

/** Same kind and same value; times are the same only when their offsets are, too (clause 10.3.4.7). */
function isSame(run: Run, one: FeelValue, other: FeelValue): boolean {
  if (kindOf(one) !== kindOf(other)) return false;
  const sameOffset = offsetOf(one) === offsetOf(other);
  return sameOffset && equal(run, one, other) === true;
}

function offsetOf(value: FeelValue): number | null {
  return dayOf(value) === null && ofKind(value, 'time') === null ? null : (timeOf(value)?.offset ?? null);
}
