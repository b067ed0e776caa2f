import { civilDate, isoWeekday } from '../../civil-day.ts';
import { noSuchEntry } from '../faults.ts';
import { feelNumber, isNumber, type FeelNumber } from '../values/feel-number.ts';
import { entryOf, isList, kindOf, type FeelRange, type FeelTime, type FeelValue } from '../values/feel-value.ts';
import { daysDuration, NANOS_PER_SECOND } from '../values/temporal.ts';
import { deeper, note, payForList, type Run } from './run.ts';

/** `value.name`: an entry of a context, a property of a date, time, duration or range; on a list, of each item. */
export function propertyOf(run: Run, value: FeelValue, name: string): FeelValue {
  if (isList(value))
    return deeper(run, () =>
      payForList(
        run,
        value.map((item) => propertyOf(run, item, name)),
      ),
    );
  return property(value, name) ?? (hasEntry(value, name) ? null : note(run, noSuchEntry(name, kindOf(value))));
}

function hasEntry(value: FeelValue, name: string): boolean {
  return (
    value !== null &&
    typeof value === 'object' &&
    'kind' in value &&
    (value.kind === 'range' || (value.kind === 'context' && value.entries.has(name)))
  );
}

function property(value: FeelValue, name: string): FeelValue | undefined {
  if (value === null || typeof value !== 'object' || isNumber(value) || isList(value)) return undefined;
  switch (value.kind) {
    case 'context':
      return entryOf(value, name);
    case 'date':
      return dateProperty(value.day, name);
    case 'time':
      return timeProperty(value, name);
    case 'date and time':
      return dateProperty(value.day, name) ?? timeProperty(value, name);
    case 'days and time duration':
      return daysProperty(value.seconds, name);
    case 'years and months duration':
      return monthsProperty(value.months, name);
    case 'range':
      return rangeProperty(value, name);
    case 'function':
      return undefined;
  }
}

function dateProperty(day: number, name: string): FeelValue | undefined {
  const date = civilDate(day);
  switch (name) {
    case 'year':
      return feelNumber(date.year);
    case 'month':
      return feelNumber(date.month);
    case 'day':
      return feelNumber(date.day);
    case 'weekday':
      return feelNumber(isoWeekday(day));
    default:
      return undefined;
  }
}

function timeProperty(time: Pick<FeelTime, 'nanos' | 'offset'>, name: string): FeelValue | undefined {
  const seconds = Math.floor(time.nanos / NANOS_PER_SECOND);
  switch (name) {
    case 'hour':
      return feelNumber(Math.floor(seconds / 3600));
    case 'minute':
      return feelNumber(Math.floor(seconds / 60) % 60);
    case 'second':
      return feelNumber(time.nanos % (60 * NANOS_PER_SECOND)).div(NANOS_PER_SECOND);
    case 'time offset':
      return time.offset === null ? null : daysDuration(feelNumber(time.offset));
    case 'timezone':
      return null;
    default:
      return undefined;
  }
}

function daysProperty(seconds: FeelNumber, name: string): FeelValue | undefined {
  switch (name) {
    case 'days':
      return seconds.div(86_400).trunc();
    case 'hours':
      return seconds.div(3600).trunc().mod(24);
    case 'minutes':
      return seconds.div(60).trunc().mod(60);
    case 'seconds':
      return seconds.mod(60);
    default:
      return undefined;
  }
}

function monthsProperty(months: number, name: string): FeelValue | undefined {
  switch (name) {
    case 'years':
      return feelNumber(Math.trunc(months / 12) + 0);
    case 'months':
      return feelNumber((months % 12) + 0);
    default:
      return undefined;
  }
}

function rangeProperty(range: FeelRange, name: string): FeelValue | undefined {
  switch (name) {
    case 'start':
      return range.low ?? null;
    case 'end':
      return range.high ?? null;
    case 'start included':
      return range.lowIncluded;
    case 'end included':
      return range.highIncluded;
    default:
      return undefined;
  }
}
