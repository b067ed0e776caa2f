import type { EvaluationFault } from '../../feel/expression.ts';
import type { JsonObject } from '../../json.ts';
import type { BusinessRuleTask, PlainTask, ServiceTask, UserTask } from '../executable-process.ts';
import type { Execution } from '../execution.ts';
import type { ElementInstance } from '../process-instance.ts';
import { mapVariables } from '../variables.ts';
import { leave } from './leave.ts';

type Activity = UserTask | ServiceTask | BusinessRuleTask | PlainTask;

type Begun =
  | { readonly ok: true; readonly begun: ElementInstance }
  | { readonly ok: false; readonly fault: EvaluationFault };

/**
 * Begins an activity: input mappings make its local variables.
 *
 * @returns the activity with its local variables, or the fault of a mapping
 */
export function beginActivity(execution: Execution, node: Activity, element: ElementInstance): Begun {
  const visible = execution.visible(element.scope);
  const mapped = mapVariables(execution, node.inputs, visible, visible);
  if (!mapped.ok) return mapped;
  if (node.inputs.length > 0)
    execution.emit({ type: 'variables-set', scope: element.scope, element: element.id, values: mapped.values });
  return { ok: true, begun: execution.element(element.scope, element.id) ?? element };
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
  const seen = { ...execution.visible(element.scope, element.variables), ...produced };
  const mapped = mapVariables(execution, node.outputs, seen, execution.visible(element.scope));
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
