import type { Instant } from '../json.ts';
import type { Calendar } from './calendar.ts';
import { calendarOf, isWorking, type RunningClock } from './clock.ts';
import type { TimeLimit } from './time-limit.ts';
import { addWorkingTime, workingTimeBetween } from './working-time.ts';

export function rebaseClock(
  clock: RunningClock,
  limit: TimeLimit,
  before: ReadonlyMap<string, Calendar>,
  after: ReadonlyMap<string, Calendar>,
  now: Instant,
): RunningClock | null {
  const [was, is] = [calendarOf(limit, before), calendarOf(limit, after)];
  if (!isWorking(limit.unit) || was === null || is === null) return clock;
  const used = clock.consumed + workingTimeBetween(was, clock.runningSince, now);
  const dueAt = used >= clock.budget ? clock.dueAt : (addWorkingTime(is, now, clock.budget - used) ?? clock.dueAt);
  return { ...clock, dueAt };
}
