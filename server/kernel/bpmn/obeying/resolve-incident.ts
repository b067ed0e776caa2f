import type { Command, Rejection } from '../commands.ts';
import type { Execution } from '../execution.ts';
import { isActivity } from '../flow-nodes/activity.ts';
import { enterLoop, resumeLoop } from '../flow-nodes/loop.ts';
import type { ElementInstance, Incident } from '../process-instance.ts';
import { complete } from './complete.ts';

type Of<Type extends Command['type']> = Extract<Command, { type: Type }>;

/** Tries again what was stuck: the job, entering, the output mappings, or only the way out. */
export function resolveIncident(execution: Execution, command: Of<'resolve-incident'>): Rejection | null {
  const element = execution.element(command.scope, command.element);
  if (!element?.incident) return { code: 'no-incident' };
  execution.emit({ type: 'incident-resolved', id: element.id, scope: element.scope, by: command.by });
  if (command.variables) execution.emit({ type: 'variables-set', scope: element.scope, values: command.variables });
  tryAgain(execution, execution.now(element), element.incident);
  return null;
}

function tryAgain(execution: Execution, freed: ElementInstance, { at, code }: Incident): void {
  const node = execution.node(freed.element);
  const { id, scope } = freed;
  if (freed.state === 'completing') return execution.schedule({ do: 'leave', element: id, scope });
  if (at === 'completing' && freed.loop && isActivity(node))
    return execution.stick(freed, resumeLoop(execution, node, freed));
  if (at === 'completing')
    return hasOpenInside(execution, freed) ? settleAgain(execution, freed) : complete(execution, freed, {});
  if (at === 'job' && node.type === 'serviceTask')
    return execution.emit({
      type: 'job-created',
      id,
      scope,
      element: node.id,
      job: (freed.job ?? 0) + 1,
      jobType: node.jobType,
      retries: node.retries,
      headers: node.headers,
    });
  if (at === 'job' && code === 'error-unhandled') return complete(execution, freed, {});
  if (isActivity(node) && node.loop && freed.iteration === undefined)
    return execution.stick(freed, enterLoop(execution, node, freed));
  execution.stick(freed, execution.behaviourOf(node).enter(execution, node, freed, {}));
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
