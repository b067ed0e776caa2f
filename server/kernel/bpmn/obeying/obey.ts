import { isKnown, type Command, type Rejection } from '../commands.ts';
import type { Execution } from '../execution.ts';
import { cancelScope } from '../flow-nodes/cancel.ts';
import { stopListening } from '../listening/listen.ts';
import { scopeListener } from '../listening/listener.ts';
import { activate, create, endCall, throwJobError } from './begin-and-end.ts';
import { completeJob, completePlainTask, completeUserTask, failJob, reassignUserTask } from './complete.ts';
import { hearIterations } from './iterations.ts';
import { migrate } from './migrate.ts';
import { modify } from './modify.ts';
import { moveClocks } from './move-clocks.ts';
import { resolveIncident } from './resolve-incident.ts';
import { resume, suspend } from './suspend.ts';
import { takeUpAgenda } from './take-up-agenda.ts';
import { trigger } from '../flow-nodes/trigger.ts';

type Of<Type extends Command['type']> = Extract<Command, { type: Type }>;

/**
 * Checks a command against the instance and sets off what it asks for. Every trigger must find what it is for still
 * alive; the loser of a race is told it is stale and changes nothing.
 *
 * @returns the rejection, or null when the command was taken up
 */
export function obey(execution: Execution, command: Command): Rejection | null {
  const { instance } = execution;
  if (!isKnown(command)) return { code: 'command-unknown', details: { command: String(command.type) } };
  if (command.type === 'create-instance') return create(execution, command);
  if (instance.nextId === 0) return { code: 'instance-unknown' };
  if (instance.status !== 'running') return { code: 'instance-ended' };
  if (command.type === 'cancel-instance') return cancel(execution, command);
  if (command.type === 'suspend') return suspend(execution, command);
  if (command.type === 'resume') return resume(execution, command);
  if (instance.suspendedAt !== undefined) return { code: 'instance-suspended' };
  if (command.type === 'continue') return goOn(execution);
  // Between the slices of a long step only cancelling and suspending get in: the tokens are still on their way.
  if (instance.agenda.length > 0) return { code: 'agenda-pending' };
  return obeyAtRest(execution, command);
}

type Interrupting = 'create-instance' | 'cancel-instance' | 'suspend' | 'resume' | 'continue';

function obeyAtRest(
  execution: Execution,
  command: Exclude<Command, { readonly type: Interrupting }>,
): Rejection | null {
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
    case 'throw-error':
      return throwJobError(execution, command);
    case 'fire-timer':
      return triggered(execution, command, 'timer-stale');
    case 'trigger-event':
      return triggered(execution, command, 'event-stale');
    case 'end-call':
      return endCall(execution, command);
    case 'end-iterations':
      return hearIterations(execution, command);
    case 'activate':
      return activate(execution, command);
    case 'resolve-incident':
      return resolveIncident(execution, command);
    case 'modify':
      return modify(execution, command);
    case 'set-variables':
      return setVariables(execution, command);
    case 'migrate':
      return migrate(execution, command);
    default:
      return moveClocks(execution, command);
  }
}

function triggered(
  execution: Execution,
  command: Of<'fire-timer'> | Of<'trigger-event'>,
  code: Rejection['code'],
): Rejection | null {
  const { element: id, scope, key, generation } = command;
  const variables = command.type === 'trigger-event' ? command.variables : {};
  return trigger(execution, { id, scope }, key, generation, variables) ? null : { code };
}

function cancel(execution: Execution, command: Of<'cancel-instance'>): null {
  cancelScope(execution, 0, command.by);
  stopListening(execution, scopeListener(0));
  // A caller that takes the call back knows; anybody else's doing it has to be told.
  const told = execution.instance.called && command.because !== 'caller-cancelled' ? { told: true as const } : {};
  execution.emit({ type: 'instance-cancelled', because: command.because, by: command.by, ...told });
  return null;
}

function goOn(execution: Execution): Rejection | null {
  if (execution.instance.agenda.length === 0) return { code: 'unknown-element' };
  takeUpAgenda(execution);
  return null;
}

function setVariables(execution: Execution, command: Of<'set-variables'>): Rejection | null {
  const { scope, variables: values, because, by } = command;
  if (!execution.scopeIfAlive(scope)) return { code: 'unknown-element' };
  execution.emit({ type: 'variables-set', scope, values, ...(because === undefined ? {} : { because }), by });
  return null;
}
