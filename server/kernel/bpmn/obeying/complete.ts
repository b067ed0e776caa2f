import { startClock } from '../../calendar/clock.ts';
import type { JsonObject } from '../../json.ts';
import type { Command, Rejection } from '../commands.ts';
import type { Execution } from '../execution.ts';
import { noteAnswer } from '../flow-nodes/approve.ts';
import { limitOf, moveClock } from '../flow-nodes/clock-timers.ts';
import { stopListening } from '../listening/listen.ts';
import type { ElementInstance, Position } from '../process-instance.ts';
import { clockOf, isOverdue } from '../user-task-clocks.ts';

type Of<Type extends Command['type']> = Extract<Command, { type: Type }>;

export function completeUserTask(execution: Execution, command: Of<'complete-user-task'>): Rejection | null {
  const element = execution.element(command.scope, command.task);
  if (!element?.userTask || element.state !== 'waiting') return { code: 'user-task-stale' };
  const unanswered = noteAnswer(execution, element, command.variables, command.by);
  if (unanswered) return unanswered;
  execution.emit({
    type: 'user-task-completed',
    id: element.id,
    scope: element.scope,
    element: element.element,
    by: command.by,
  });
  complete(execution, element, command.variables);
  return null;
}

export function reassignUserTask(execution: Execution, command: Of<'reassign-user-task'>): Rejection | null {
  const element = execution.element(command.scope, command.task);
  if (!element?.userTask) return { code: 'user-task-stale' };
  const from = element.userTask.position;
  if (isSame(from, command.to)) return null;
  if (command.from && !isSame(from, command.from)) return { code: 'user-task-stale' };
  // A rung that set out while it was late may arrive after it was given more time: then it climbs no more.
  if (command.because === 'overdue' && !isOverdue(element.userTask)) return { code: 'user-task-stale' };
  execution.emit({
    type: 'user-task-reassigned',
    id: element.id,
    scope: element.scope,
    element: element.element,
    from,
    position: command.to,
    because: command.because,
    by: command.by,
  });
  signAnew(execution, element);
  return null;
}

function isSame(one: Position, other: Position): boolean {
  return one.post === other.post && one.area === other.area;
}

/** Whoever gets work that others have signed for has not signed for it: the clock of 签收 begins again for them. */
function signAnew(execution: Execution, element: ElementInstance): void {
  const signed = element.userTask && clockOf(element.userTask, 'sign-for');
  if (signed?.light !== 'done') return;
  const clock = startClock(limitOf(execution, signed), execution.calendars, execution.given.now, 'sign-for');
  const generation = (signed.generation ?? 1) + 1;
  if (clock) moveClock(execution, element, { type: 'clock-started', clock: { ...clock, generation } });
}

/** Ends an activity that somebody outside the engine's sight is at: a plain task that waits, an ad-hoc sub-process. */
export function completePlainTask(execution: Execution, command: Of<'complete-plain-task'>): Rejection | null {
  const element = execution.element(command.scope, command.element);
  if (!element || element.state !== 'waiting' || element.incident) return { code: 'unknown-element' };
  const node = execution.node(element.element);
  const waitsForNobody = element.userTask === undefined && element.job === undefined && element.loop === undefined;
  if (!waitsForNobody || !execution.behaviourOf(node).complete) return { code: 'unknown-element' };
  complete(execution, element, command.variables);
  return null;
}

export function completeJob(execution: Execution, command: Of<'complete-job'>): Rejection | null {
  const element = execution.element(command.scope, command.element);
  if (!element || element.job !== command.job || element.incident) return { code: 'job-stale' };
  complete(execution, element, command.variables);
  return null;
}

export function failJob(execution: Execution, command: Of<'fail-job'>): Rejection | null {
  const element = execution.element(command.scope, command.element);
  if (!element || element.job !== command.job || element.incident) return { code: 'job-stale' };
  execution.stick(element, command, 'job');
  return null;
}

/** What it waited for has happened: nothing may take it away or colour it any more, also when it sticks from here on. */
export function complete(execution: Execution, element: ElementInstance, variables: JsonObject): void {
  const node = execution.node(element.element);
  stopListening(execution, element);
  const current = execution.now(element);
  execution.stick(current, execution.behaviourOf(node).complete?.(execution, node, current, variables) ?? null);
}
