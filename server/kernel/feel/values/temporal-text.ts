import { dayNumber, formatDay, isCivilDate } from '../../civil-day.ts';
import { feelNumber, type FeelNumber } from './feel-number.ts';
import type { DaysDuration, FeelDate, FeelDateTime, FeelTime, FeelValue, MonthsDuration } from './feel-value.ts';
import { dateOf, dateTimeOf, daysDuration, monthsDuration, NANOS_PER_SECOND } from './temporal.ts';

const DATE = /^(-?)(\d{4}|[1-9]\d{4,8})-(\d\d)-(\d\d)$/;
const TIME = /^(\d\d):(\d\d):(\d\d)(?:\.(\d+))?(Z|[+-]\d\d:\d\d(?::\d\d)?)?$/;
const MONTHS = /^(-)?P(?=\d)(?:(\d+)Y)?(?:(\d+)M)?$/;
const DAYS = /^(-)?P(?=.)(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;
const MAX_OFFSET = 18 * 3600;

/** A date from `YYYY-MM-DD`, else null. */
export function parseDate(text: string): FeelDate | null {
  const match = DATE.exec(text);
  if (match === null) return null;
  const year = Number(match[2]) * (match[1] === '-' ? -1 : 1);
  const [month, day] = [Number(match[3]), Number(match[4])];
  return isCivilDate(year, month, day) ? dateOf(dayNumber(year, month, day)) : null;
}

/**
 * A time from `HH:MM:SS`, with fraction and offset (`Z`, `+08:00`) if wanted, else null. Named zones (`@Asia/Shanghai`)
 * are not read: their offsets depend on the machine's zone data, and a kernel that answers differently on two machines
 * is worse than one that says no.
 */
export function parseTime(text: string): FeelTime | null {
  const match = TIME.exec(text);
  if (match === null) return null;
  const [hour, minute, second] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (hour > 23 || minute > 59 || second > 59) return null;
  const offset = parseOffset(match[5]);
  if (offset === undefined) return null;
  const fraction = Number((match[4] ?? '').padEnd(9, '0').slice(0, 9));
  return { kind: 'time', nanos: (hour * 3600 + minute * 60 + second) * NANOS_PER_SECOND + fraction, offset };
}

/** A date and time from date, `T` and time (a date alone: its midnight), else null. */
export function parseDateTime(text: string): FeelDateTime | null {
  const [dateText = '', timeText, ...rest] = text.split('T');
  const date = parseDate(dateText);
  if (date === null || rest.length > 0) return null;
  if (timeText === undefined) return dateTimeOf(date.day, 0, null);
  const time = parseTime(timeText);
  return time === null ? null : dateTimeOf(date.day, time.nanos, time.offset);
}

/** A duration from ISO 8601 (`P1DT2H`, `P1Y2M`); years and months never mix with days and times. Else null. */
export function parseDuration(text: string): DaysDuration | MonthsDuration | null {
  const months = MONTHS.exec(text);
  if (months !== null) {
    const count = Number(months[2] ?? 0) * 12 + Number(months[3] ?? 0);
    return monthsDuration(months[1] === '-' ? 0 - count : count);
  }
  const days = DAYS.exec(text);
  if (days === null) return null;
  const part = (index: number): FeelNumber => feelNumber(days[index] ?? '0');
  const seconds = part(2).times(86_400).plus(part(3).times(3600)).plus(part(4).times(60)).plus(part(5));
  return daysDuration(days[1] === '-' ? seconds.negated() : seconds);
}

/** Seconds of an offset such as `+08:00`; null for a missing one, undefined for one that cannot be. */
export function parseOffset(text: string | undefined): number | null | undefined {
  if (text === undefined) return null;
  if (text === 'Z') return 0;
  const [hours = 0, minutes = 0, seconds = 0] = text.slice(1).split(':').map(Number);
  const total = hours * 3600 + minutes * 60 + seconds;
  if (minutes > 59 || seconds > 59 || total > MAX_OFFSET) return undefined;
  return text.startsWith('-') ? 0 - total : total;
}

/** Text of a date, time, date and time or duration, readable by the functions above; null for other kinds. */
export function formatTemporal(value: FeelValue): string | null {
  if (value === null || typeof value !== 'object' || !('kind' in value)) return null;
  switch (value.kind) {
    case 'date':
      return formatDay(value.day);
    case 'time':
      return formatTime(value.nanos, value.offset);
    case 'date and time':
      return `${formatDay(value.day)}T${formatTime(value.nanos, value.offset)}`;
    case 'days and time duration':
      return formatDays(value.seconds);
    case 'years and months duration':
      return formatMonths(value.months);
    default:
      return null;
  }
}

function formatTime(nanos: number, offset: number | null): string {
  const seconds = Math.floor(nanos / NANOS_PER_SECOND);
  const fraction = String(nanos - seconds * NANOS_PER_SECOND)
    .padStart(9, '0')
    .replace(/0+$/, '');
  return `${clock(seconds, true)}${fraction === '' ? '' : `.${fraction}`}${formatOffset(offset)}`;
}

function formatOffset(offset: number | null): string {
  if (offset === null) return '';
  if (offset === 0) return 'Z';
  return `${offset < 0 ? '-' : '+'}${clock(Math.abs(offset), offset % 60 !== 0)}`;
}

function clock(seconds: number, withSeconds: boolean): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts
    .slice(0, withSeconds ? 3 : 2)
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
}

function formatDays(seconds: FeelNumber): string {
  const size = seconds.abs();
  const days = size.div(86_400).floor();
  const rest = size.minus(days.times(86_400));
  const [hours, minutes] = [rest.div(3600).floor(), rest.mod(3600).div(60).floor()];
  const left = rest.mod(60);
  const part = (amount: FeelNumber, letter: string): string => (amount.isZero() ? '' : `${amount.toFixed()}${letter}`);
  const time = part(hours, 'H') + part(minutes, 'M') + part(left, 'S');
  const text = part(days, 'D') + (time === '' ? '' : `T${time}`);
  return text === '' ? 'PT0S' : `${seconds.isNegative() ? '-' : ''}P${text}`;
}

function formatMonths(months: number): string {
  const [years, rest] = [Math.floor(Math.abs(months) / 12), Math.abs(months) % 12];
  if (months === 0) return 'P0M';
  return `${months < 0 ? '-' : ''}P${years === 0 ? '' : `${years}Y`}${rest === 0 ? '' : `${rest}M`}`;
}
