import type { JsonObject } from '../../json.ts';
import type { Command, Rejection } from '../commands.ts';
import type { Execution } from '../execution.ts';
import { noteAnswer } from '../flow-nodes/approve.ts';
import { stopListening } from '../listening/listen.ts';
import type { ElementInstance } from '../process-instance.ts';

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
  if (from.post === command.to.post && from.area === command.to.area) return null;
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
  return null;
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
