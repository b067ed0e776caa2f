import { civilDate, dayNumber, daysInMonth } from '../civil-day.ts';
import type { Instant } from '../json.ts';
import { instantOfText, localDateTime } from '../local-time.ts';
import type { TimerDefinition } from './executable-event.ts';
import type { ArmedTimer } from './process-instance.ts';

const MS_PER_DAY = 86_400_000;
/** Later instants would have five digits of year, and text order would no longer be time order. */
const END_OF_TIME = Date.parse('9999-12-31T23:59:59.999Z');

/** A duration that lasts no time. */
const never: Duration = { months: 0, milliseconds: 0 };

/** An ISO 8601 duration as calendar months and a length of time, each negative when the duration is. */
interface Duration {
  readonly months: number;
  readonly milliseconds: number;
}

/**
 * An instant plus an ISO 8601 duration. Months and years are those of the local calendar, and the end of a month is
 * clipped: 31 January plus one month is the last of February.
 *
 * @returns null when the text is no duration, or leads out of the years 1970 to 9999
 */
export function addDuration(from: Instant, duration: string): Instant | null {
  const parsed = readDuration(duration);
  return parsed && plus(from, parsed);
}

/**
 * The beat after one that has just been due, on the rhythm that was armed. After an outage the beats that were missed
 * count as one: the next one lies in the future.
 *
 * @param timer the timer that fired; its generation says how many beats there have been
 * @returns null when it was the last one, or the timer is no cycle
 */
export function nextBeat(timer: ArmedTimer, now: Instant): Instant | null {
  const parsed = timer.cycle === undefined ? null : readCycle(timer.cycle);
  if (!parsed || (parsed.beats !== null && timer.generation >= parsed.beats)) return null;
  const interval = readDuration(parsed.interval) ?? never;
  const behind = Date.parse(now) - Date.parse(timer.due);
  // Beats of a fixed length are skipped at once: an hour's outage of a cycle of seconds must not cost 3,600 rounds.
  const missed = interval.months === 0 ? Math.max(0, Math.floor(behind / interval.milliseconds)) : 0;
  let due = plus(timer.due, { months: interval.months, milliseconds: interval.milliseconds * (missed + 1) });
  while (due !== null && due <= now) due = plus(due, interval);
  return due;
}

/** Whether a literal text says a time of the kind its timer wants; what an expression says is known when it runs. */
export function isTimerText(kind: TimerDefinition['kind'], text: string): boolean {
  if (kind === 'date') return instantOfText(text) !== null;
  return (kind === 'duration' ? readDuration(text) : readCycle(text)) !== null;
}

interface Cycle {
  /** How many; null: without end. */
  readonly beats: number | null;
  /** The time between two, which is some time. */
  readonly interval: string;
  /** When the first one is; absent: an interval after it is armed. */
  readonly from?: Instant;
}

/** A cycle as ISO 8601 writes it: `R3/PT4H`, `R/P1D`, `R3/2026-09-10T09:00:00+08:00/P1D`. */
export function readCycle(text: string): Cycle | null {
  const [, beats = '', start, interval = ''] = /^R(\d*)\/(?:([^/P]+)\/)?(P.+)$/.exec(text) ?? [];
  const { months, milliseconds } = readDuration(interval) ?? never;
  const from = start === undefined ? undefined : instantOfText(start);
  if (months + milliseconds <= 0 || from === null) return null;
  return { beats: beats === '' ? null : Number(beats), interval, ...(from === undefined ? {} : { from }) };
}

/**
 * The timer of a cycle that is armed now. One that says when it begins keeps that rhythm: beats that have been before now
 * count as had.
 *
 * @returns null when it has no beat left
 */
export function firstBeat({ beats, interval, from }: Cycle, text: string, now: Instant): ArmedTimer | null {
  const parsed = readDuration(interval) ?? never;
  const behind = from === undefined ? 0 : Date.parse(now) - Date.parse(from);
  const missed = parsed.months === 0 && behind > 0 ? Math.ceil(behind / parsed.milliseconds) : 0;
  let generation = missed + 1;
  let due =
    from === undefined ? plus(now, parsed) : plus(from, { months: 0, milliseconds: parsed.milliseconds * missed });
  while (due !== null && due < now) {
    due = plus(due, parsed);
    generation += 1;
  }
  return due === null || (beats !== null && generation > beats) ? null : { due, generation, cycle: text };
}

function readDuration(text: string): Duration | null {
  const parts =
    /^(-)?P(?=.)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/.exec(
      text,
    );
  if (!parts) return null;
  const sign = parts[1] === '-' ? -1 : 1;
  const [years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = parts
    .slice(2)
    .map((part) => Number(part ?? 0));
  const time = (((weeks * 7 + days) * 24 + hours) * 60 + minutes) * 60_000 + Math.round(seconds * 1000);
  return { months: sign * (years * 12 + months), milliseconds: sign * time };
}

function plus(from: Instant, { months, milliseconds }: Duration): Instant | null {
  const start = Date.parse(from);
  const moved = months === 0 ? start : start + (monthsLater(from, months) - localDay(from)) * MS_PER_DAY;
  const at = moved + milliseconds;
  return Number.isFinite(at) && at <= END_OF_TIME && at >= 0 ? new Date(at).toISOString() : null;
}

function localDay(at: Instant): number {
  return Math.floor(Date.parse(`${localDateTime(at)}Z`) / MS_PER_DAY);
}

/** Day number of the same day of the month so many months later, or of that month's last day. */
function monthsLater(from: Instant, months: number): number {
  const { year, month, day } = civilDate(localDay(from));
  const count = year * 12 + month - 1 + months;
  const [laterYear, laterMonth] = [Math.floor(count / 12), (count % 12) + 1];
  return dayNumber(laterYear, laterMonth, Math.min(day, daysInMonth(laterYear, laterMonth)));
}
