import type { RunningClock } from '../../calendar/clock.ts';
import type { Instant } from '../../json.ts';
import type { Command, Rejection } from '../commands.ts';
import type { Execution } from '../execution.ts';
import { listeningOf } from '../listening/listener.ts';
import { takeUpAgenda } from './take-up-agenda.ts';
import { listeners } from '../flow-nodes/listeners.ts';
import type { ElementInstance } from '../process-instance.ts';

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
 * due meanwhile is due at once; `shift` gives every timer, and every time limit that runs, as much longer as it was held.
 */
export function resume(execution: Execution, { clocks, because, by }: Of<'resume'>): Rejection | null {
  const since = execution.instance.suspendedAt;
  if (since === undefined) return { code: 'not-suspended' };
  execution.emit({ type: 'instance-resumed', clocks, ...(because === undefined ? {} : { because }), by });
  if (clocks === 'shift') shift(execution, Date.parse(execution.given.now) - Date.parse(since));
  if (execution.instance.agenda.length > 0) takeUpAgenda(execution);
  return null;
}

function shift(execution: Execution, heldMs: number): void {
  for (const listener of Array.from(listeners(execution, 0))) {
    const { timers = {}, element } = listeningOf(execution, listener) ?? {};
    if (element?.userTask?.clock) shiftClock(execution, element, element.userTask.clock, heldMs);
    for (const [key, timer] of Object.entries(timers)) {
      const { id, scope } = listener;
      const [due, generation] = [later(timer.due, heldMs), timer.generation + 1];
      execution.emit({ type: 'timer-armed', id, scope, key, ...timer, due, generation });
    }
  }
}

/** What was granted and used stays; the light stays too, because the timers that change it have lain still. */
function shiftClock(
  execution: Execution,
  { id, scope, element }: ElementInstance,
  clock: RunningClock,
  heldMs: number,
): void {
  const { runningSince, yellowAt, dueAt } = clock;
  const shifted = {
    ...clock,
    runningSince: later(runningSince, heldMs),
    yellowAt: later(yellowAt, heldMs),
    dueAt: later(dueAt, heldMs),
  };
  execution.emit({ type: 'clock-shifted', id, scope, element, clock: shifted });
}

function later(instant: Instant, ms: number): Instant {
  return new Date(Date.parse(instant) + ms).toISOString();
}
