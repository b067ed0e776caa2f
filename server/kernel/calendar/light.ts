import { formatDay } from '../civil-day.ts';
import type { Instant } from '../json.ts';
import type { Calendar } from './calendar.ts';
import { unitWords } from './clock-words.ts';
import type { RunningClock } from './clock.ts';
import { calendarOf, localDay } from './limit-time.ts';
import { MS_PER_DAY, MS_PER_HOUR, MS_PER_MINUTE } from './opening-hours.ts';
import type { Amount, TimeLimit, TimeUnit } from './time-limit.ts';
import { provisionalYears, workingDaysAfter } from './working-days.ts';
import { epochOf, workingTimeBetween } from './working-time.ts';

/** How a clock stands, as data for screens: the light, and how much is left or overdue in the unit people would say. */
export interface ClockState {
  readonly light: 'green' | 'yellow' | 'red' | 'paused';
  /** What is left, or overdue when red; null while paused. */
  readonly amount: number | null;
  readonly unit: TimeUnit | null;
  /** `余 3 个工作日`, `剩 4 小时`, `超期 1 个工作日`, `挂起`. */
  readonly zh: string;
  readonly en: string;
  /** True when holidays of a year in between are not official yet, so that the due instant may still move. */
  readonly provisional: boolean;
}

/**
 * How a clock stands at an instant.
 *
 * Amounts are rounded down, so that a screen never promises more than there is; overdue amounts are at least 1. A limit in
 * working days counts the working days after today up to the due day, and hours when it is due today; overdue it counts
 * working days begun since. The colour comes from the clock's instants, never from the rounded amount.
 *
 * @param paused the clock stands still (挂起): no amount, whatever the thresholds say
 */
export function clockState(
  clock: RunningClock,
  limit: TimeLimit,
  calendars: ReadonlyMap<string, Calendar>,
  now: Instant,
  paused: boolean = clock.light === 'paused',
): ClockState {
  const calendar = calendarOf(limit, calendars);
  const provisional = calendar !== null && isProvisional(calendar, clock, now);
  if (paused) return { light: 'paused', amount: null, unit: null, zh: '挂起', en: 'Paused', provisional };
  const overdue = epochOf(now) >= epochOf(clock.dueAt);
  const amount = overdue
    ? distance(limit, calendar, clock.dueAt, now, true)
    : distance(limit, calendar, now, clock.dueAt, false);
  const light = overdue ? 'red' : epochOf(now) >= epochOf(clock.yellowAt) ? 'yellow' : 'green';
  return { light, ...amount, ...sentence(amount, overdue), provisional };
}

function distance(limit: TimeLimit, calendar: Calendar | null, from: Instant, to: Instant, overdue: boolean): Amount {
  if (limit.unit === 'workingDays' && calendar !== null) return workingDaysBetween(calendar, from, to, overdue);
  if (limit.unit === 'workingHours' && calendar !== null) return workingHoursBetween(calendar, from, to);
  return naturalTimeBetween(from, to);
}

function workingDaysBetween(calendar: Calendar, from: Instant, to: Instant, overdue: boolean): Amount {
  const days = workingDaysAfter(calendar, localDay(calendar, from), localDay(calendar, to));
  if (overdue) return { amount: Math.max(1, days), unit: 'workingDays' };
  return days === 0 ? naturalTimeBetween(from, to) : { amount: days, unit: 'workingDays' };
}

function workingHoursBetween(calendar: Calendar, from: Instant, to: Instant): Amount {
  const ms = workingTimeBetween(calendar, from, to);
  return ms < MS_PER_HOUR ? minutes(ms) : { amount: Math.floor(ms / MS_PER_HOUR), unit: 'workingHours' };
}

function naturalTimeBetween(from: Instant, to: Instant): Amount {
  const ms = epochOf(to) - epochOf(from);
  if (ms < MS_PER_HOUR) return minutes(ms);
  return ms < MS_PER_DAY
    ? { amount: Math.floor(ms / MS_PER_HOUR), unit: 'hours' }
    : { amount: Math.floor(ms / MS_PER_DAY), unit: 'days' };
}

function minutes(ms: number): Amount {
  return { amount: Math.max(1, Math.floor(ms / MS_PER_MINUTE)), unit: 'minutes' };
}

function sentence(amount: Amount, overdue: boolean): { readonly zh: string; readonly en: string } {
  const { zh, en } = unitWords(amount);
  const left = amount.unit === 'days' || amount.unit === 'workingDays' ? '余' : '剩';
  return overdue ? { zh: `超期 ${zh}`, en: `${en} overdue` } : { zh: `${left} ${zh}`, en: `${en} left` };
}

function isProvisional(calendar: Calendar, clock: RunningClock, now: Instant): boolean {
  const last = epochOf(now) > epochOf(clock.dueAt) ? now : clock.dueAt;
  const from = clock.runningSince ?? now;
  return (
    provisionalYears(calendar, formatDay(localDay(calendar, from)), formatDay(localDay(calendar, last))).length > 0
  );
}
