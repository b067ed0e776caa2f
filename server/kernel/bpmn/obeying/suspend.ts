import type { RunningClock } from '../../calendar/clock.ts';
import { holdClock } from '../../calendar/move-clock.ts';
import type { Instant } from '../../json.ts';
import type { Command, Rejection } from '../commands.ts';
import type { Execution } from '../execution.ts';
import { listeningOf } from '../listening/listener.ts';
import { takeUpAgenda } from './take-up-agenda.ts';
import { isOfClock } from '../flow-nodes/clock-listeners.ts';
import { lightOfKey, limitOf, moveClock } from '../flow-nodes/clock-timers.ts';
import { listeners } from '../flow-nodes/listeners.ts';
import type { ElementInstance } from '../process-instance.ts';
import { clocksOf } from '../user-task-clocks.ts';

type Of<Type extends Command['type']> = Extract<Command, { type: Type }>;

/** Holds an instance: nothing gets in but cancelling and resuming, its timers lie still. */
export function suspend(execution: Execution, { because, by }: Of<'suspend'>): Rejection | null {
  const { instance, given } = execution;
  if (instance.suspendedAt !== undefined) return { code: 'suspended-already' };
  execution.emit({ type: 'instance-suspended', because, at: given.now, by });
  return null;
}

/**
 * Lets an instance go on. What its clocks do is said explicitly: `run-on` counts the time it was held, so what has come
 * due meanwhile is due at once; `shift` gives every timer as much longer as it was held; a time limit stood still meanwhile, counted by its calendar.
 */
export function resume(execution: Execution, { clocks, because, by }: Of<'resume'>): Rejection | null {
  const since = execution.instance.suspendedAt;
  if (since === undefined) return { code: 'not-suspended' };
  execution.emit({ type: 'instance-resumed', clocks, ...(because === undefined ? {} : { because }), by });
  if (clocks === 'shift') shift(execution, since, because ?? '');
  if (execution.instance.agenda.length > 0) takeUpAgenda(execution);
  return null;
}

function shift(execution: Execution, since: Instant, reason: string): void {
  const heldMs = Date.parse(execution.given.now) - Date.parse(since);
  for (const listener of Array.from(listeners(execution, 0))) {
    const { timers = {}, element } = listeningOf(execution, listener) ?? {};
    for (const [key, timer] of Object.entries(timers)) {
      if (lightOfKey(key) || isOfClock(execution, key)) continue; // armed anew by its clock
      const { id, scope } = listener;
      const [due, generation] = [later(timer.due, heldMs), timer.generation + 1];
      execution.emit({ type: 'timer-armed', id, scope, key, ...timer, due, generation });
    }
    if (element?.userTask)
      for (const clock of clocksOf(element.userTask)) giveBack(execution, element, clock, since, reason);
  }
}

/** The time it was held is a pause in the ledger of its clock; the light stays, because its timers have lain still. */
function giveBack(
  execution: Execution,
  element: ElementInstance,
  clock: RunningClock,
  since: Instant,
  reason: string,
): void {
  const held = { since, now: execution.given.now, reason };
  const shifted = holdClock(clock, limitOf(execution, clock), execution.calendarsOf(clock), held);
  if (shifted && shifted !== clock) moveClock(execution, element, { type: 'clock-shifted', clock: shifted });
}

function later(instant: Instant, ms: number): Instant {
  return new Date(Date.parse(instant) + ms).toISOString();
}
