import type { EvaluationFault } from '../../feel/expression.ts';
import type { JsonObject } from '../../json.ts';
import type { Activity } from '../executable-activity.ts';
import type { Execution } from '../execution.ts';
import { listen } from '../listening/listen.ts';
import type { ElementInstance } from '../process-instance.ts';
import { mapVariables, propagate } from '../variables.ts';
import { leave } from './leave.ts';

type Begun =
  | { readonly ok: true; readonly begun: ElementInstance }
  | { readonly ok: false; readonly fault: EvaluationFault };

/**
 * Begins an activity: input mappings make its local variables.
 *
 * @returns the activity with its local variables, or the fault of a mapping
 */
export function beginActivity(execution: Execution, node: Activity, element: ElementInstance): Begun {
  const visible = execution.visible(element.scope, element.variables);
  const mapped = mapVariables(execution, node.inputs, visible, visible);
  if (!mapped.ok) return mapped;
  execution.setLocal(element, mapped.values);
  return { ok: true, begun: execution.now(element) };
}

/** An activity as it was before its inputs were mapped: what they were made from may be what was wrong. */
export function withoutInputs(node: Activity, element: ElementInstance): ElementInstance {
  const made = new Set(node.inputs.map(({ target }) => target.split('.')[0]));
  const given = Object.entries(element.variables).filter(([name]) => !made.has(name));
  return { ...element, variables: Object.fromEntries(given) };
}

/**
 * Listens for the events on an activity's boundary (BPMN 2.0.2, 10.5.4: as long as the activity is alive). This comes
 * last, when nothing else can stick the activity while it is entered. The boundary of a loop is around all of it, so its
 * iterations have none; what compensates another activity has none either.
 */
export function listenAtBoundary(execution: Execution, element: ElementInstance): EvaluationFault | null {
  if (element.iteration !== undefined) return null;
  const events = execution.process.boundaryEvents.get(element.element) ?? [];
  if (events.length === 0) return null;
  return listen(
    execution,
    element,
    events.map(({ id, catches }) => ({ event: id, catches })),
  );
}

/**
 * Ends an activity with what it produced: output mappings set variables of the enclosing scopes. Without mappings
 * nothing reaches the process unless `passesOn` says so (a job's variables do, a form's do not: law 12). What an
 * iteration produces stays with it; the loop collects it.
 */
export function completeActivity(
  execution: Execution,
  node: Activity,
  element: ElementInstance,
  produced: JsonObject,
  passesOn: boolean,
): EvaluationFault | null {
  const visible = execution.visible(element.scope, element.variables);
  const mapped = mapVariables(execution, node.outputs, { ...visible, ...produced }, visible);
  if (!mapped.ok) {
    keepForRetry(execution, node, element, produced);
    return mapped.fault;
  }
  const values = node.outputs.length > 0 ? mapped.values : passesOn ? produced : {};
  if (element.iteration !== undefined && node.loop?.kind === 'multiple') execution.setLocal(element, values);
  else propagate(execution, element.scope, values);
  return leave(execution, element);
}

/** A mapping that fails must not lose what was submitted: the values it reads stay with the element until an operator acts. */
function keepForRetry(execution: Execution, node: Activity, element: ElementInstance, produced: JsonObject): void {
  const wanted = new Set(node.outputs.flatMap((mapping) => mapping.source.reads.map((path) => path.split('.')[0])));
  execution.setLocal(element, Object.fromEntries(Object.entries(produced).filter(([name]) => wanted.has(name))));
}

/** Whether a flow node is an activity: it has a boundary, mappings, perhaps a loop. */
export function isActivity(node: { readonly type: string }): node is Activity {
  return 'startQuantity' in node;
}
