import type { JsonObject } from '../json.ts';
import type { Command, Rejection } from './commands.ts';
import type { Execution } from './execution.ts';
import { disarmTimers } from './flow-nodes/arm-timer.ts';
import { triggerBoundary } from './flow-nodes/trigger-boundary.ts';
import { cancelScope } from './flow-nodes/cancel.ts';
import { behaviourOf } from './flow-nodes/register.ts';
import type { ElementInstance } from './process-instance.ts';

type Of<Type extends Command['type']> = Extract<Command, { type: Type }>;

/**
 * Checks a command against the instance and sets off what it asks for. Every trigger must find what it is for still
 * alive; the loser of a race is told it is stale and changes nothing.
 *
 * @returns the rejection, or null when the command was taken up
 */
export function obey(execution: Execution, command: Command): Rejection | null {
  const { instance } = execution;
  if (command.type === 'create-instance') return create(execution, command);
  if (instance.nextId === 0) return { code: 'instance-unknown' };
  if (instance.status !== 'running') return { code: 'instance-ended' };
  if (command.type === 'cancel-instance') return cancel(execution, command);
  if (command.type === 'continue') return resume(execution);
  // Between the slices of a long step only cancelling gets in: the tokens are still on their way.
  if (instance.agenda.length > 0) return { code: 'agenda-pending' };
  switch (command.type) {
    case 'complete-user-task':
      return completeUserTask(execution, command);
    case 'reassign-user-task':
      return reassignUserTask(execution, command);
    case 'complete-plain-task':
      return completePlainTask(execution, command);
    case 'complete-job':
      return completeJob(execution, command);
    case 'fail-job':
      return failJob(execution, command);
    case 'fire-timer':
      return fireTimer(execution, command);
    case 'resolve-incident':
      return resolveIncident(execution, command);
  }
}

function create(execution: Execution, command: Of<'create-instance'>): Rejection | null {
  if (execution.instance.nextId > 0) return { code: 'instance-exists' };
  const start = command.startEvent ?? execution.process.startEvent;
  if (!execution.process.nodes.has(start)) return { code: 'unknown-element', details: { element: start } };
  execution.emit({
    type: 'instance-created',
    process: execution.process.id,
    variables: command.variables,
    by: command.by,
  });
  execution.schedule({ do: 'enter', element: start, scope: 0, flow: null });
  return null;
}

function cancel(execution: Execution, command: Of<'cancel-instance'>): null {
  cancelScope(execution, 0, command.by);
  execution.emit({ type: 'instance-cancelled', because: command.because, by: command.by });
  return null;
}

function resume(execution: Execution): Rejection | null {
  const { agenda } = execution.instance;
  if (agenda.length === 0) return { code: 'unknown-element' };
  execution.emit({ type: 'slice-continued' });
  for (const work of agenda) execution.schedule(work);
  return null;
}

function completeUserTask(execution: Execution, command: Of<'complete-user-task'>): Rejection | null {
  const element = execution.element(command.scope, command.task);
  if (!element?.userTask || element.state !== 'waiting') return { code: 'user-task-stale' };
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

function reassignUserTask(execution: Execution, command: Of<'reassign-user-task'>): Rejection | null {
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

function completePlainTask(execution: Execution, command: Of<'complete-plain-task'>): Rejection | null {
  const element = execution.element(command.scope, command.element);
  const waits = element?.state === 'waiting' && !element.incident && execution.node(element.element).type === 'task';
  if (!waits) return { code: 'unknown-element' };
  complete(execution, element, command.variables);
  return null;
}

function completeJob(execution: Execution, command: Of<'complete-job'>): Rejection | null {
  const element = execution.element(command.scope, command.element);
  if (!element || element.job !== command.job || element.incident) return { code: 'job-stale' };
  complete(execution, element, command.variables);
  return null;
}

function failJob(execution: Execution, command: Of<'fail-job'>): Rejection | null {
  const element = execution.element(command.scope, command.element);
  if (!element || element.job !== command.job || element.incident) return { code: 'job-stale' };
  execution.stick(element, command, 'job');
  return null;
}

function fireTimer(execution: Execution, command: Of<'fire-timer'>): Rejection | null {
  const element = execution.element(command.scope, command.element);
  const timer = element?.timers[command.key];
  if (!element || timer?.generation !== command.generation) return { code: 'timer-stale' };
  const boundary = execution.process.boundaryEvents.get(element.element)?.find((event) => event.id === command.key);
  const node = execution.node(element.element);
  if (boundary) triggerBoundary(execution, boundary, element, timer);
  else behaviourOf(node).trigger?.(execution, node, element, command.key);
  return null;
}

/** Tries again what was stuck: the job, entering, the output mappings, or only the way out. */
function resolveIncident(execution: Execution, command: Of<'resolve-incident'>): Rejection | null {
  const element = execution.element(command.scope, command.element);
  if (!element?.incident) return { code: 'no-incident' };
  execution.emit({ type: 'incident-resolved', id: element.id, scope: element.scope, by: command.by });
  if (command.variables) execution.emit({ type: 'variables-set', scope: element.scope, values: command.variables });
  const freed = execution.element(element.scope, element.id) ?? element;
  const node = execution.node(freed.element);
  if (freed.state === 'completing') execution.schedule({ do: 'leave', element: freed.id, scope: freed.scope });
  else if (element.incident.at === 'completing') complete(execution, freed, {});
  else if (element.incident.at === 'job' && node.type === 'serviceTask') {
    execution.emit({
      type: 'job-created',
      id: freed.id,
      scope: freed.scope,
      element: node.id,
      job: (freed.job ?? 0) + 1,
      jobType: node.jobType,
      retries: node.retries,
      headers: node.headers,
    });
  } else execution.stick(freed, behaviourOf(node).enter(execution, node, freed));
  return null;
}

/** What it waited for has happened: no timer may take it away or colour it any more, also when it sticks from here on. */
function complete(execution: Execution, element: ElementInstance, variables: JsonObject): void {
  const node = execution.node(element.element);
  disarmTimers(execution, element);
  const current = execution.element(element.scope, element.id) ?? element;
  execution.stick(current, behaviourOf(node).complete?.(execution, node, current, variables) ?? null);
}
