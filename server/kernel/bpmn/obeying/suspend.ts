import type { Command, Rejection } from '../commands.ts';
import type { Execution } from '../execution.ts';
import { listeningOf } from '../listening/listener.ts';
import { takeUpAgenda } from './take-up-agenda.ts';
import { listeners } from '../flow-nodes/listeners.ts';

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
 * due meanwhile is due at once; `shift` gives every timer as much longer as it was held.
 */
export function resume(execution: Execution, { clocks, because, by }: Of<'resume'>): Rejection | null {
  const since = execution.instance.suspendedAt;
  if (since === undefined) return { code: 'not-suspended' };
  execution.emit({ type: 'instance-resumed', clocks, ...(because === undefined ? {} : { because }), by });
  if (clocks === 'shift') shiftTimers(execution, Date.parse(execution.given.now) - Date.parse(since));
  if (execution.instance.agenda.length > 0) takeUpAgenda(execution);
  return null;
}

function shiftTimers(execution: Execution, by: number): void {
  for (const listener of Array.from(listeners(execution, 0))) {
    for (const [key, timer] of Object.entries(listeningOf(execution, listener)?.timers ?? {})) {
      const due = new Date(Date.parse(timer.due) + by).toISOString();
      const { id, scope } = listener;
      execution.emit({ type: 'timer-armed', id, scope, key, ...timer, due, generation: timer.generation + 1 });
    }
  }
}
