import type { Calendar } from '../../../server/kernel/calendar/calendar.ts';
import type { TimeLimit, TimeUnit } from '../../../server/kernel/calendar/time-limit.ts';
import { type SlowCalendar, slowBefore, slowCalendar, slowEnd, slowStart } from './slow-clock.ts';

const MINUTE = 60_000;
const GIVE_UP_DAYS = 1500;

/** What happens to a clock at an instant, in milliseconds since 1970. */
export type SlowMove = { readonly at: number } & (
  | { readonly type: 'pause' | 'resume' }
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

/**
 * A clock to which things happen one after the other. Each time everything is counted again from the very start, minute by
 * minute: a minute counts when the clock was not paused in it and, for working time, when the calendar that held then was open.
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
  const isWorking = limit.unit === 'workingHours' || limit.unit === 'workingDays';
  const held: { readonly since: number; readonly calendar: SlowCalendar }[] = [
    { since: Number.NEGATIVE_INFINITY, calendar: slowCalendar(calendar) },
  ];
  const pauses: { readonly from: number; to: number }[] = [];
  let { budget, yellowAt, dueAt } = started;
  let since = from;
  let paused: number | null = null;

  const now = (): SlowCalendar => (held.at(-1) ?? held[0] ?? { calendar: slowCalendar(calendar) }).calendar;
  const counts = (minute: number): boolean => {
    if (pauses.some((pause) => pause.from <= minute && minute < pause.to)) return false;
    return !isWorking || (held.findLast((one) => one.since <= minute)?.calendar.isOpen(minute) ?? false);
  };
  const whenUsed = (ms: number): number | null => {
    if (ms <= 0) return from;
    let left = ms;
    for (let minute = from; minute < from + GIVE_UP_DAYS * 1440 * MINUTE; minute += MINUTE) {
      if (!counts(minute)) continue;
      if (left <= MINUTE) return minute + left;
      left -= MINUTE;
    }
    return null;
  };
  const usedAt = (instant: number): number => {
    let used = 0;
    for (let minute = from; minute < instant; minute += MINUTE) if (counts(minute)) used += MINUTE;
    return used;
  };
  const counted = (one: number, other: number): number => {
    let ms = 0;
    for (let minute = one; minute < other; minute += MINUTE) if (!isWorking || now().isOpen(minute)) ms += MINUTE;
    return ms;
  };
  const again = (): boolean => {
    const due = whenUsed(budget);
    const { yellow = { share: 0.25 } } = limit;
    const share = 'share' in yellow ? Math.round(budget * (1 - yellow.share)) : 0;
    const at = due && ('share' in yellow ? whenUsed(share) : slowBefore(now(), due, yellow.amount, yellow.unit));
    if (due === null || at === null) return false;
    dueAt = due;
    yellowAt = Math.min(due, Math.max(since, at));
    return true;
  };

  for (const move of moves) {
    if (move.type === 'pause') [paused, since] = [move.at, move.at];
    else if (move.type === 'resume' && paused !== null) {
      const wasYellow = paused >= yellowAt;
      pauses.push({ from: paused, to: move.at });
      [paused, since] = [null, move.at];
      if (!again()) return null;
      if (wasYellow) yellowAt = Math.min(move.at, dueAt);
    } else if (move.type === 'extend') {
      const end = slowEnd(move, now(), dueAt);
      if (end === null) return null;
      budget += counted(dueAt, end);
      if (!again()) return null;
    } else if (move.type === 'rebase' && isWorking) {
      // While it stands still nothing is counted, so the other calendar may as well hold from the pause on.
      const over = usedAt(paused ?? move.at) >= budget;
      held.push({ since: paused ?? move.at, calendar: slowCalendar(move.calendar) });
      since = paused ?? move.at;
      if (!over && !again()) return null;
    }
  }
  return { budget, yellowAt, dueAt, usedAt };
}
