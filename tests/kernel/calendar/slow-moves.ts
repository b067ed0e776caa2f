import type { Calendar } from '../../../server/kernel/calendar/calendar.ts';
import type { TimeLimit, TimeUnit } from '../../../server/kernel/calendar/time-limit.ts';
import { type SlowCalendar, slowBefore, slowCalendar, slowEnd, slowStart } from './slow-clock.ts';

const MINUTE = 60_000;
const GIVE_UP_DAYS = 1500;

/** What happens to a clock at an instant, in milliseconds since 1970. */
export type SlowMove = { readonly at: number } & (
  | { readonly type: 'pause' }
  | { readonly type: 'resume' }
  | { readonly type: 'extend'; readonly amount: number; readonly unit: TimeUnit }
  | { readonly type: 'rebase'; readonly calendar: Calendar }
);

/** A clock as one keeps it on paper: nothing but what was granted and what happened when. */
export interface SlowMovedClock {
  readonly budget: number;
  readonly yellowAt: number;
  readonly dueAt: number;
  /** Counted milliseconds from the start until an instant. */
  usedAt(instant: number): number;
}

/** Which minutes count: those in which the clock was not paused and, for working time, the calendar that held was open. */
class Minutes {
  readonly #from: number;
  readonly #isWorking: boolean;
  readonly #held: { readonly since: number; readonly calendar: SlowCalendar }[];
  readonly #pauses: { readonly from: number; readonly to: number }[] = [];

  constructor(limit: TimeLimit, calendar: Calendar, from: number) {
    this.#from = from;
    this.#isWorking = limit.unit === 'workingHours' || limit.unit === 'workingDays';
    this.#held = [{ since: from, calendar: slowCalendar(calendar) }];
  }

  get calendar(): SlowCalendar {
    const last = this.#held.at(-1);
    if (!last) throw new Error('some calendar always holds');
    return last.calendar;
  }

  hold(calendar: Calendar, since: number): void {
    this.#held.push({ since, calendar: slowCalendar(calendar) });
  }

  pause(from: number, to: number): void {
    this.#pauses.push({ from, to });
  }

  #counts(minute: number): boolean {
    if (this.#pauses.some((pause) => pause.from <= minute && minute < pause.to)) return false;
    return !this.#isWorking || (this.#held.findLast((one) => one.since <= minute)?.calendar.isOpen(minute) ?? false);
  }

  /** When so many milliseconds are used; null when they never are. */
  whenUsed(ms: number): number | null {
    let left = ms;
    if (left <= 0) return this.#from;
    for (let minute = this.#from; minute < this.#from + GIVE_UP_DAYS * 1440 * MINUTE; minute += MINUTE) {
      if (!this.#counts(minute)) continue;
      if (left <= MINUTE) return minute + left;
      left -= MINUTE;
    }
    return null;
  }

  usedAt(instant: number): number {
    let used = 0;
    for (let minute = this.#from; minute < instant; minute += MINUTE) if (this.#counts(minute)) used += MINUTE;
    return used;
  }

  /** What an extension from one instant to another adds. */
  granted(from: number, to: number): number {
    let ms = 0;
    for (let minute = from; minute < to; minute += MINUTE)
      if (!this.#isWorking || this.calendar.isOpen(minute)) ms += MINUTE;
    return ms;
  }
}

/**
 * A clock to which things happen one after the other. Each time everything is counted again from the very start, minute by
 * minute.
 *
 * @returns null when it is never due
 */
export function slowMoves(
  limit: TimeLimit,
  calendar: Calendar,
  from: number,
  moves: readonly SlowMove[],
): SlowMovedClock | null {
  const started = slowStart(limit, slowCalendar(calendar), from);
  if (started === null) return null;
  const minutes = new Minutes(limit, calendar, from);
  let { budget, yellowAt, dueAt } = started;
  let [since, paused]: [number, number | null] = [from, null];
  const countAgain = (): boolean => {
    const due = minutes.whenUsed(budget);
    const yellow = due === null ? null : yellowBefore(limit, minutes, budget, due);
    if (due === null || yellow === null) return false;
    [dueAt, yellowAt] = [due, Math.min(due, Math.max(since, yellow))];
    return true;
  };
  for (const move of moves) {
    if (move.type === 'pause') [paused, since] = [move.at, move.at];
    else if (move.type === 'resume') {
      const wasYellow = paused !== null && paused >= yellowAt;
      minutes.pause(paused ?? move.at, move.at);
      [paused, since] = [null, move.at];
      if (!countAgain()) return null;
      if (wasYellow) yellowAt = Math.min(move.at, dueAt);
    } else if (move.type === 'extend') {
      const end = slowEnd(move, minutes.calendar, dueAt);
      if (end === null) return null;
      budget += minutes.granted(dueAt, end);
      if (!countAgain()) return null;
    } else {
      // While it stands still nothing is counted, so the other calendar may as well hold from the pause on.
      const then = paused ?? move.at;
      const isOver = minutes.usedAt(then) >= budget;
      // What is late is late since it was due; from then on the other calendar counts.
      minutes.hold(move.calendar, isOver ? dueAt : then);
      if (!limit.unit.startsWith('working')) continue;
      since = isOver ? dueAt : then;
      if (!isOver && !countAgain()) return null;
    }
  }
  return { budget, yellowAt, dueAt, usedAt: (instant) => minutes.usedAt(instant) };
}

function yellowBefore(limit: TimeLimit, minutes: Minutes, budget: number, dueAt: number): number | null {
  const { yellow = { share: 0.25 } } = limit;
  if ('share' in yellow) return minutes.whenUsed(Math.round(budget * (1 - yellow.share)));
  return slowBefore(minutes.calendar, dueAt, yellow.amount, yellow.unit);
}
