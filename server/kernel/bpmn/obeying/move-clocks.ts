import { formatDay, parseDay } from '../../civil-day.ts';
import type { RunningClock } from '../../calendar/clock.ts';
import { calendarOf, countsFor, endOf } from '../../calendar/limit-time.ts';
import { extendClock, moveReview, pauseClock, rebaseClock, resumeClock, stopClock } from '../../calendar/move-clock.ts';
import type { ClockStage, TimeLimit } from '../../calendar/time-limit.ts';
import type { Instant } from '../../json.ts';
import { localDate } from '../../local-time.ts';
import type { ClockCommand } from '../clock-commands.ts';
import type { Rejection } from '../commands.ts';
import type { Execution } from '../execution.ts';
import { lightKey, limitOf, moveClock } from '../flow-nodes/clock-timers.ts';
import { listeners } from '../flow-nodes/listeners.ts';
import type { ElementInstance } from '../process-instance.ts';
import { clockOf, clocksOf, isOverdue, withClock } from '../user-task-clocks.ts';

type Of<Type extends ClockCommand['type']> = Extract<ClockCommand, { readonly type: Type }>;

/** Carries out a command about clocks. */
export function moveClocks(execution: Execution, command: ClockCommand): Rejection | null {
  switch (command.type) {
    case 'pause-clock':
      return withClockOf(execution, command, command.stage, (found) => pause(execution, command, found));
    case 'resume-clock':
      return withClockOf(execution, command, command.stage, (found) => resume(execution, command, found));
    case 'move-clock-review':
      return withClockOf(execution, command, command.stage, (found) => reviewed(execution, command, found));
    case 'extend-clock':
      return withClockOf(execution, command, command.stage, (found) => extend(execution, command, found));
    case 'sign-for-user-task':
      return withClockOf(execution, command, 'sign-for', (found) => stop(execution, command, found));
    case 'record-first-response':
      return withClockOf(execution, command, 'first-response', (found) => stop(execution, command, found));
    case 'rebase-clocks':
      return rebase(execution, command);
  }
}

interface Found {
  readonly element: ElementInstance;
  readonly clock: RunningClock;
  readonly limit: TimeLimit;
}

function withClockOf(
  execution: Execution,
  { task, scope }: { readonly task: number; readonly scope: number },
  stage: ClockStage | undefined,
  move: (found: Found) => Rejection | null,
): Rejection | null {
  const element = execution.element(scope, task);
  if (!element?.userTask || element.state !== 'waiting') return { code: 'user-task-stale' };
  const [only, another] = clocksOf(element.userTask);
  const clock = clockOf(element.userTask, stage) ?? (stage === undefined && !another ? only : undefined);
  if (!clock) return { code: 'clock-unknown' };
  if (clock.light === 'done') return { code: 'clock-stopped' };
  return move({ element, clock, limit: limitOf(execution, clock) });
}

function pause(execution: Execution, { reason, reviewOn, by }: Of<'pause-clock'>, found: Found): Rejection | null {
  const { clock, limit } = found;
  const { now } = execution.given;
  if (clock.runningSince === null) return { code: 'clock-paused' };
  if (!limit.pause) return { code: 'pause-not-allowed' };
  if (now >= clock.dueAt) return { code: 'clock-overdue' };
  const latest = latestReview(limit, now);
  if (latest !== null && reviewOn !== undefined && reviewOn > latest) return { code: 'pause-not-allowed' };
  const element = caughtUp(execution, found.element, clock);
  const current = element.userTask && clockOf(element.userTask, clock.stage);
  const review = reviewOn ?? latest;
  const entry = { reason, ...(review === null ? {} : { reviewOn: review }) };
  const paused = pauseClock(current ?? clock, limit, execution.calendarsOf(clock), now, entry);
  moveClock(execution, element, { type: 'clock-paused', clock: paused, by });
  return null;
}

/** The last day on which a pause has to be looked at again; null where the limit does not say. */
function latestReview({ pause: rule }: TimeLimit, now: Instant): string | null {
  const today = parseDay(localDate(now));
  return rule?.longestDays === undefined || today === null ? null : formatDay(today + rule.longestDays);
}

/** A yellow that was due before is told before the clock stands still, or nobody would ever be told. */
function caughtUp(execution: Execution, element: ElementInstance, { stage }: RunningClock): ElementInstance {
  const key = lightKey('yellow', stage);
  const timer = element.timers[key];
  if (!timer || timer.due > execution.given.now) return element;
  const node = execution.node(element.element);
  execution.behaviourOf(node).trigger?.(execution, node, element, key, {});
  return execution.now(element);
}

function resume(execution: Execution, { by }: Of<'resume-clock'>, { element, clock, limit }: Found): Rejection | null {
  if (clock.light !== 'paused') return { code: 'clock-not-paused' };
  const resumed = resumeClock(clock, limit, execution.calendarsOf(clock), execution.given.now);
  if (!resumed) return { code: 'calendar-missing' };
  moveClock(execution, element, { type: 'clock-resumed', clock: resumed, by });
  return null;
}

function reviewed(
  execution: Execution,
  { reviewOn, because, by }: Of<'move-clock-review'>,
  { element, clock, limit }: Found,
): Rejection | null {
  if (clock.light !== 'paused') return { code: 'clock-not-paused' };
  const latest = latestReview(limit, execution.given.now);
  const isPast = reviewOn <= localDate(execution.given.now);
  if (!limit.pause || isPast || (latest !== null && reviewOn > latest)) return { code: 'pause-not-allowed' };
  moveClock(execution, element, { type: 'clock-review-moved', clock: moveReview(clock, reviewOn), because, by });
  return null;
}

function extend(execution: Execution, command: Of<'extend-clock'>, { element, clock, limit }: Found): Rejection | null {
  const { amount, unit, reason, by } = command;
  const { given } = execution;
  const calendars = execution.calendarsOf(clock);
  const rule = limit.extensions?.[clock.extensions?.length ?? 0];
  if (!rule || !countsFor(limit, unit)) return { code: 'extension-not-allowed' };
  const calendar = calendarOf(limit, calendars);
  const [end, latest] = [endOf({ amount, unit }, calendar, clock.dueAt), endOf(rule.most, calendar, clock.dueAt)];
  if (end === null || latest === null) return { code: 'calendar-missing' };
  if (amount <= 0 || end > latest) return { code: 'extension-not-allowed' };
  const extended = extendClock(clock, limit, calendars, given.now, { amount, unit, reason });
  if (!extended) return { code: 'calendar-missing' };
  const now = withoutNews(clock, extended);
  moveClock(execution, element, { type: 'clock-extended', clock: now, ...calmedBy(element, clock, now), by });
  return null;
}

function stop(
  execution: Execution,
  { by }: Of<'sign-for-user-task'> | Of<'record-first-response'>,
  { element, clock, limit }: Found,
): null {
  const stopped = stopClock(clock, limit, execution.calendarsOf(clock), execution.given.now);
  moveClock(execution, element, { type: 'clock-stopped', clock: stopped, ...calmedBy(element, clock, stopped), by });
  return null;
}

/** What climbs for a user task ends once none of its clocks is red. */
function calmedBy(
  { userTask }: ElementInstance,
  before: RunningClock,
  after: RunningClock,
): { readonly calmed?: true } {
  const isLate = !userTask || isOverdue(withClock(userTask, after));
  return before.light === 'red' && !isLate ? { calmed: true } : {};
}

/** Every clock of the instance, and those that begin later, count by the calendars from now on. */
function rebase(execution: Execution, { calendars, because, by }: Of<'rebase-clocks'>): Rejection | null {
  const users = Array.from(listeners(execution, 0)).flatMap(({ id, scope }) => {
    const element = id === scope ? undefined : execution.element(scope, id);
    return element?.userTask ? [{ element, userTask: element.userTask }] : [];
  });
  const after = new Map(calendars.map((calendar) => [calendar.id, calendar] as const));
  const rebased = users.flatMap(({ element, userTask }) =>
    clocksOf(userTask).map((clock) => {
      const next = rebaseClock(
        clock,
        limitOf(execution, clock),
        execution.calendarsOf(clock),
        after,
        execution.given.now,
      );
      return { element, clock, next };
    }),
  );
  if (rebased.some(({ next }) => next === null)) return { code: 'calendar-missing' };
  execution.emit({ type: 'calendars-adopted', calendars, because, by });
  for (const { element, clock, next } of rebased)
    if (next && next !== clock)
      moveClock(execution, element, { type: 'clock-rebased', clock: withoutNews(clock, next), because, by });
  return null;
}

/** A light may go back by a move; forward it goes by its timer alone, which tells. */
function withoutNews(before: RunningClock, after: RunningClock): RunningClock {
  const order = ['green', 'yellow', 'red'];
  return order.indexOf(after.light) > order.indexOf(before.light) ? { ...after, light: before.light } : after;
}
