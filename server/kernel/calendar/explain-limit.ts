import { formatDay } from '../civil-day.ts';
import type { Instant } from '../json.ts';
import type { Calendar } from './calendar.ts';
import { startClock, type RunningClock } from './clock.ts';
import { dayWords, type DaySpan, stepWords } from './limit-step-words.ts';
import { calendarOf, isWorking, localDay } from './limit-time.ts';
import { MS_PER_DAY, openingHours } from './opening-hours.ts';
import type { TimeLimit } from './time-limit.ts';
import { provisionalYears } from './working-days.ts';
import { epochOf, workingTimeBetween } from './working-time.ts';

/** How the due time of a limit comes about. */
export interface ExplainedLimit {
  readonly clock: RunningClock;
  /** In order: the start, runs of days of one kind, the end. */
  readonly steps: readonly LimitStep[];
  /** Years in between whose list is not official: the due time may still move. */
  readonly provisional: readonly number[];
}

/** One line of the sum. */
interface LimitStep {
  readonly kind: 'start' | 'due' | DaySpan['kind'];
  /** Local dates, the same for a single day. */
  readonly from: string;
  readonly to: string;
  readonly zh: string;
  readonly en: string;
}

/**
 * Reckons a limit as a person would on the wall calendar: from when, which days count and which do not and why, and when
 * it is due.
 *
 * @param calendars by id
 * @param from when something is reported
 * @param english of a feast's name, for the English sentences
 * @returns null when the limit needs a calendar that is not there or never opens
 */
export function explainLimit(
  limit: TimeLimit,
  calendars: ReadonlyMap<string, Calendar>,
  from: Instant,
  english: (zh: string) => string = (zh) => zh,
): ExplainedLimit | null {
  const clock = startClock(limit, calendars, from);
  if (clock === null) return null;
  const calendar = calendarOf(limit, calendars);
  if (calendar === null || !isWorking(limit.unit)) return natural(limit, clock, from);
  const [first, last] = [localDay(calendar, from), lastDay(calendar, clock.dueAt)];
  const days = spansOf(calendar, limit, from, clock.dueAt);
  const step = (kind: 'start' | 'due', at: Instant, day: number): LimitStep => ({
    kind,
    from: formatDay(day),
    to: formatDay(day),
    ...stepWords({ kind, day, clock: clockAt(calendar, at, day), countsDays: limit.unit === 'workingDays' }),
  });
  return {
    clock,
    steps: [
      step('start', from, first),
      ...days.map((span) => ({
        kind: span.kind,
        from: formatDay(span.first),
        to: formatDay(span.last),
        ...dayWords(span, limit.unit === 'workingDays', english),
      })),
      step('due', clock.dueAt, last),
    ],
    provisional: provisionalYears(calendar, formatDay(first), formatDay(last)),
  };
}

/** What is closed at midnight belongs to the day it ends. */
function lastDay(calendar: Calendar, dueAt: Instant): number {
  return Math.floor((epochOf(dueAt) - 1 + openingHours(calendar).offset) / MS_PER_DAY);
}

/** `HH:MM` of an instant on the wall clock of a day; the end of the day is 24:00. */
function clockAt(calendar: Calendar, at: Instant, day: number): string {
  const minutes = Math.floor((epochOf(at) + openingHours(calendar).offset - day * MS_PER_DAY) / 60_000);
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** Natural time runs on through nights and holidays: there is nothing between its start and its end. */
function natural(limit: TimeLimit, clock: RunningClock, from: Instant): ExplainedLimit {
  const china = { utcOffset: '+08:00', week: {}, years: {}, id: '', title: '' };
  const step = (kind: 'start' | 'due', at: Instant): LimitStep => {
    const day = localDay(china, at);
    const date = formatDay(day);
    return {
      kind,
      from: date,
      to: date,
      ...stepWords({ kind, day, clock: clockAt(china, at, day), countsDays: false }),
    };
  };
  const [first, last] = [localDay(china, from), localDay(china, clock.dueAt)];
  const through: LimitStep = {
    kind: 'through',
    from: formatDay(first),
    to: formatDay(last),
    ...dayWords({ kind: 'through', first, last, amount: limit.amount, unit: limit.unit }, false),
  };
  return { clock, steps: [step('start', from), through, step('due', clock.dueAt)], provisional: [] };
}

/** The days from the start to the end, those of one kind that follow each other as one. */
function spansOf(calendar: Calendar, { unit }: TimeLimit, from: Instant, dueAt: Instant): readonly DaySpan[] {
  const { of } = openingHours(calendar);
  const spans: DaySpan[] = [];
  let [nth, total] = [0, 0];
  const first = localDay(calendar, from) + (unit === 'workingDays' ? 1 : 0);
  for (let day = first; day <= lastDay(calendar, dueAt); day += 1) {
    const isWorked = of(day).length > 0;
    const counted = unit === 'workingDays' ? 0 : countedOn(calendar, day, from, dueAt);
    total += counted;
    if (isWorked && unit === 'workingDays') nth += 1;
    const span: DaySpan = {
      ...kindOf(calendar, day, isWorked),
      first: day,
      last: day,
      nth,
      firstNth: nth,
      counted,
      total,
    };
    const before = spans.at(-1);
    if (before && before.kind === span.kind && before.name === span.name && span.kind !== 'make-up')
      spans[spans.length - 1] = {
        ...before,
        last: day,
        nth,
        counted: (before.counted ?? 0) + counted,
        total,
      };
    else spans.push(span);
  }
  return spans;
}

function countedOn(calendar: Calendar, day: number, from: Instant, dueAt: Instant): number {
  const midnight = day * MS_PER_DAY - openingHours(calendar).offset;
  const start = new Date(Math.max(midnight, epochOf(from))).toISOString();
  const end = new Date(Math.min(midnight + MS_PER_DAY, epochOf(dueAt))).toISOString();
  return workingTimeBetween(calendar, start, end);
}

function kindOf(calendar: Calendar, day: number, isWorked: boolean): Pick<DaySpan, 'kind' | 'name'> {
  const date = formatDay(day);
  const { holidays = {}, makeUpDays = {} } = calendar.years[date.slice(0, 4)] ?? {};
  const [holiday, makeUp] = [holidays[date], makeUpDays[date]];
  if (isWorked) return makeUp === undefined ? { kind: 'worked' } : { kind: 'make-up', name: makeUp };
  return holiday === undefined ? { kind: 'off' } : { kind: 'holiday', name: holiday };
}
