import type { EvaluationFault } from '../../feel/expression.ts';
import type { JsonObject } from '../../json.ts';
import type { BusinessRuleTask, PlainTask, ServiceTask, UserTask } from '../executable-process.ts';
import type { Execution } from '../execution.ts';
import type { ElementInstance } from '../process-instance.ts';
import { timerDue } from '../timer-due.ts';
import { mapVariables } from '../variables.ts';
import { leave } from './leave.ts';

type Activity = UserTask | ServiceTask | BusinessRuleTask | PlainTask;

/**
 * Begins an activity: input mappings make its local variables, then its boundary timers are armed (BPMN 2.0.2, 10.5.4:
 * a boundary event listens while its activity is alive).
 */
export function beginActivity(execution: Execution, node: Activity, element: ElementInstance): EvaluationFault | null {
  const mapped = mapVariables(execution, node.inputs, execution.visible(element.scope));
  if (!mapped.ok) return mapped.fault;
  if (node.inputs.length > 0)
    execution.emit({ type: 'variables-set', scope: element.scope, element: element.id, values: mapped.values });
  for (const boundary of execution.process.boundaryEvents.get(node.id) ?? []) {
    const due = timerDue(execution, boundary.timer, execution.visible(element.scope));
    if (!due.ok) return due.fault;
    if (due.due)
      execution.emit({
        type: 'timer-armed',
        id: element.id,
        scope: element.scope,
        key: boundary.id,
        due: due.due,
        generation: 1,
      });
  }
  return null;
}

/**
 * Ends an activity with what it produced: output mappings set variables of the enclosing scope. Without mappings
 * nothing reaches the process unless `propagate` says so (a job's variables do, a form's do not: law 12).
 */
export function completeActivity(
  execution: Execution,
  node: Activity,
  element: ElementInstance,
  produced: JsonObject,
  propagate: boolean,
): EvaluationFault | null {
  const mapped = mapVariables(execution, node.outputs, {
    ...execution.visible(element.scope, element.variables),
    ...produced,
  });
  if (!mapped.ok) {
    keepForRetry(execution, node, element, produced);
    return mapped.fault;
  }
  const values = node.outputs.length > 0 ? mapped.values : propagate ? produced : {};
  if (Object.keys(values).length > 0) execution.emit({ type: 'variables-set', scope: element.scope, values });
  return leave(execution, element);
}

/** A mapping that fails must not lose what was submitted: the values it reads stay with the element until an operator acts. */
function keepForRetry(execution: Execution, node: Activity, element: ElementInstance, produced: JsonObject): void {
  const wanted = new Set(node.outputs.flatMap((mapping) => mapping.source.reads.map((path) => path.split('.')[0])));
  const values = Object.fromEntries(Object.entries(produced).filter(([name]) => wanted.has(name)));
  if (Object.keys(values).length > 0)
    execution.emit({ type: 'variables-set', scope: element.scope, element: element.id, values });
}
