import type { EvaluationFault } from '../../feel/expression.ts';
import type { CallOutcome, Command, Rejection } from '../commands.ts';
import type { Execution } from '../execution.ts';
import { listenInside, startInside } from '../flow-nodes/inside.ts';
import { throwError, throwEscalation } from '../flow-nodes/propagation.ts';
import { mayBePicked } from '../offered-activities.ts';
import { complete } from './complete.ts';
import { beginIteration, hearIteration } from './iterations.ts';

type Of<Type extends Command['type']> = Extract<Command, { type: Type }>;

/** Begins an instance at its own start, or at the event that begins it (BPMN 2.0.2, 13.1). */
export function create(execution: Execution, command: Of<'create-instance'>): Rejection | null {
  if (execution.instance.nextId > 0) return { code: 'instance-exists' };
  if (command.iteration) return beginIteration(execution, command, command.iteration);
  const { process } = execution;
  const { startEvent, event, variables, by, called } = command;
  if (startEvent !== undefined && !process.nodes.has(startEvent))
    return { code: 'unknown-element', details: { element: startEvent } };
  const starts = process.scopes.get(process.id)?.starts ?? [];
  if (startEvent === undefined && starts.length === 0) return { code: 'unknown-element' };
  execution.emit({ type: 'instance-created', process: process.id, variables, by, ...(called ? { called } : {}) });
  const fault = listenInside(execution, 0);
  startInside(execution, 0, beginnings(execution, starts, startEvent));
  if (startEvent !== undefined)
    execution.schedule({
      do: 'enter',
      element: startEvent,
      scope: 0,
      flow: null,
      ...(event === undefined ? {} : { start: event }),
      ...(startsByMessage(execution, startEvent) ? { variables: {} } : {}),
    });
  if (fault) throw new Error(`process ${process.id} cannot listen: ${fault.en}`);
  return null;
}

/**
 * One start event begins an instance; with it begins what nothing leads to (13.2). Receive tasks and gateways that
 * instantiate are other ways to begin: where it has begun by one way, the others do not begin too.
 */
function beginnings({ process }: Execution, starts: readonly string[], named?: string): readonly string[] {
  const typeOf = (id: string): string | undefined => process.nodes.get(id)?.type;
  const event = starts.find((id) => typeOf(id) === 'startEvent');
  const first = named ?? event;
  const others = starts.filter(
    (id) => typeOf(id) !== 'startEvent' && id !== named && (first === undefined || !instantiates(process, id)),
  );
  return [...(named === undefined && event !== undefined ? [event] : []), ...others];
}

function instantiates({ nodes }: Execution['process'], id: string): boolean {
  const node = nodes.get(id);
  if (node?.type === 'receiveTask') return node.instantiate;
  return node?.type === 'eventBasedGateway' && node.instantiate !== 'no';
}

/** A receive task a process begins at has its message already. */
function startsByMessage({ process }: Execution, id: string): boolean {
  const node = process.nodes.get(id);
  return node?.type === 'receiveTask' && node.instantiate;
}

/** The process or global task that was called has ended, or something came out of it. */
export function endCall(execution: Execution, { element: id, scope, outcome }: Of<'end-call'>): Rejection | null {
  const element = execution.element(scope, id);
  if (element?.loop?.spread && outcome.kind !== 'escalation') return hearIteration(execution, element, outcome);
  const called = element && (element.loop?.spread || execution.node(element.element).type === 'callActivity');
  if (!called || element.state !== 'waiting' || element.incident) return { code: 'event-stale' };
  if (outcome.kind === 'escalation') throwEscalation(execution, element, outcome.code, outcome.variables);
  else execution.emit({ type: 'call-ended', id, scope, outcome: outcome.kind });
  if (outcome.kind === 'completed') complete(execution, element, outcome.variables);
  if (outcome.kind === 'error')
    execution.stick(element, throwError(execution, element, outcome.code, outcome.variables), 'job');
  if (outcome.kind === 'cancelled' || outcome.kind === 'unknown') execution.stick(element, notAnswered(outcome), 'job');
  return null;
}

function notAnswered(outcome: Extract<CallOutcome, { kind: 'cancelled' | 'unknown' }>): EvaluationFault {
  if (outcome.kind === 'unknown')
    return {
      code: 'called-process-unknown',
      zh: `没有要调用的流程「${outcome.process}」。请先发布它，或改正编号，再重新调用。`,
      en: `There is no process "${outcome.process}" to call. Publish it or correct the id, then call again.`,
    };
  return {
    code: 'call-cancelled',
    zh: '调用的流程被中止了。请重新调用，或中止这件事。',
    en: 'The called process was cancelled. Call it again, or cancel.',
  };
}

/** A handler ends its job with a BPMN error: it is thrown where the job is (BPMN 2.0.2, 13.3.3). */
export function throwJobError(execution: Execution, command: Of<'throw-error'>): Rejection | null {
  const { code, variables, job } = command;
  const element = execution.element(command.scope, command.element);
  if (!element || element.incident || element.state !== 'waiting') return { code: 'job-stale' };
  if (job !== null && element.job !== job) return { code: 'job-stale' };
  execution.stick(element, throwError(execution, element, code, variables), 'job');
  return null;
}

/** Somebody picks an activity of an ad-hoc sub-process; a sequential one does one at a time (BPMN 2.0.2, 13.3.5). */
export function activate(execution: Execution, { scope: id, element, by }: Of<'activate'>): Rejection | null {
  const scope = execution.scopeIfAlive(id);
  const node = execution.process.nodes.get(element);
  if (!scope || !node || !mayBePicked(execution.process, scope, execution.host(scope), node))
    return { code: 'cannot-activate', details: { element } };
  execution.emit({ type: 'activity-picked', scope: id, element, by });
  execution.schedule({ do: 'enter', element, scope: id, flow: null });
  return null;
}
