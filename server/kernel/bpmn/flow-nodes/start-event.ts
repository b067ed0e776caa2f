import type { BoundaryEvent, StartEvent } from '../executable-event.ts';
import type { Behaviour, Execution } from '../execution.ts';
import type { ElementInstance } from '../process-instance.ts';
import type { EvaluationFault } from '../../feel/expression.ts';
import type { JsonObject } from '../../json.ts';
import type { VariableMapping } from '../executable-activity.ts';
import { mapVariables, propagate } from '../variables.ts';
import { leave } from './leave.ts';

/** BPMN 2.0.2, 13.5.1: whatever it began by, a start event passes the token on, with what came along. */
export const startEvent: Behaviour<StartEvent> = {
  enter: (execution, node, element, { variables }) => passOn(execution, node, element, variables),
};

/** BPMN 2.0.2, 13.5.3: once triggered, a boundary event passes a token on like any caught event. */
export const boundaryEvent: Behaviour<BoundaryEvent> = {
  enter: (execution, node, element, { variables }) => passOn(execution, node, element, variables),
};

/** What came with an event becomes variables as its mappings say, or all of it; then the token goes on. */
export function passOn(
  execution: Execution,
  { outputs }: { readonly outputs: readonly VariableMapping[] },
  element: ElementInstance,
  came: JsonObject = {},
): EvaluationFault | null {
  const visible = execution.visible(element.scope);
  const mapped = mapVariables(execution, outputs, { ...visible, ...came }, visible);
  if (!mapped.ok) return mapped.fault;
  propagate(execution, element.scope, outputs.length > 0 ? mapped.values : came);
  return leave(execution, element);
}
