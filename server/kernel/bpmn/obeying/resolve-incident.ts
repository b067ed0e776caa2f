import type { Actor, Command, Rejection } from '../commands.ts';
import type { ServiceTask } from '../executable-activity.ts';
import type { Execution } from '../execution.ts';
import { beginActivity, isActivity } from '../flow-nodes/activity.ts';
import { cancelScope } from '../flow-nodes/cancel.ts';
import { closeInside, hasInside } from '../flow-nodes/inside.ts';
import { throwErrorAgain } from '../flow-nodes/intermediate-throw-event.ts';
import { leave } from '../flow-nodes/leave.ts';
import { enterLoop, resumeLoop } from '../flow-nodes/loop.ts';
import { stopListening } from '../listening/listen.ts';
import type { ElementInstance, Incident } from '../process-instance.ts';
import { complete } from './complete.ts';

type Of<Type extends Command['type']> = Extract<Command, { type: Type }>;

/** Tries again what was stuck: the job, entering, the output mappings, or only the way out; or goes on without it. */
export function resolveIncident(execution: Execution, command: Of<'resolve-incident'>): Rejection | null {
  const element = execution.element(command.scope, command.element);
  if (!element?.incident) return { code: 'no-incident' };
  const { skip, because, by } = command;
  // Where the way out is what is stuck, nobody can say which way is meant.
  if (skip && element.state === 'completing') return { code: 'cannot-skip', details: { element: element.element } };
  const { id, scope } = element;
  const how = { ...(skip ? { skipped: skip } : {}), ...(because === undefined ? {} : { because }) };
  execution.emit({ type: 'incident-resolved', id, scope, ...how, by });
  if (command.variables) execution.emit({ type: 'variables-set', scope, values: command.variables });
  if (skip) goOnWithout(execution, execution.now(element), by);
  else tryAgain(execution, execution.now(element), element.incident);
  return null;
}

/** What the element still holds is taken away, as when it is cancelled; its token takes the way out. */
function goOnWithout(execution: Execution, element: ElementInstance, by: Actor): void {
  const node = execution.node(element.element);
  if (hasInside(execution, element) && execution.scopeIfAlive(element.id)) {
    cancelScope(execution, element.id, by);
    closeInside(execution, element.id);
  }
  execution.behaviourOf(node).cancel?.(execution, node, execution.now(element));
  stopListening(execution, execution.now(element));
  leave(execution, execution.now(element));
}

function tryAgain(execution: Execution, freed: ElementInstance, { at, code }: Incident): void {
  const node = execution.node(freed.element);
  const { id, scope } = freed;
  if (freed.state === 'completing') return execution.schedule({ do: 'leave', element: id, scope });
  if (at === 'completing' && freed.loop && isActivity(node))
    return execution.stick(freed, resumeLoop(execution, node, freed));
  if (at === 'completing')
    return hasOpenInside(execution, freed) ? settleAgain(execution, freed) : complete(execution, freed, {});
  if (at === 'job' && node.type === 'serviceTask') return createJobAgain(execution, node, freed);
  if (at === 'job' && code === 'error-unhandled') return complete(execution, freed, {});
  if (code === 'error-unhandled' && (node.type === 'endEvent' || node.type === 'intermediateThrowEvent'))
    return execution.stick(freed, throwErrorAgain(execution, node, freed));
  if (isActivity(node) && node.loop && freed.iteration === undefined)
    return execution.stick(freed, enterLoop(execution, node, freed));
  execution.stick(freed, execution.behaviourOf(node).enter(execution, node, freed, {}));
}

/** The job is made anew from the variables as they are now: what its inputs were made from may be what was wrong. */
function createJobAgain(execution: Execution, node: ServiceTask, freed: ElementInstance): void {
  const made = new Set(node.inputs.map(({ target }) => target.split('.')[0]));
  const given = Object.fromEntries(Object.entries(freed.variables).filter(([name]) => !made.has(name)));
  const beginning = beginActivity(execution, node, { ...freed, variables: given });
  if (!beginning.ok) return execution.stick(freed, beginning.fault, 'job');
  const { id, scope, job = 0 } = freed;
  const { jobType, retries, headers } = node;
  execution.emit({ type: 'job-created', id, scope, element: node.id, job: job + 1, jobType, retries, headers });
}

function hasOpenInside(execution: Execution, { id }: ElementInstance): boolean {
  return execution.instance.scopes[id] !== undefined;
}

/** What is inside goes on; when nothing is left there, its element is asked again whether it is done. */
function settleAgain(execution: Execution, element: ElementInstance): void {
  const node = execution.node(element.element);
  const scope = execution.scopeIfAlive(element.id);
  if (scope && scope.elements.length === 0)
    execution.stick(element, execution.behaviourOf(node).insideDone?.(execution, node, element) ?? null);
}
