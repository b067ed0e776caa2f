import type { EvaluationFault } from '../../feel/expression.ts';
import type { JsonObject } from '../../json.ts';
import type { FlowNode } from '../executable-process.ts';
import type { Execution } from '../execution.ts';
import type { ElementInstance } from '../process-instance.ts';
import { selectFlows } from '../sequence-flows.ts';
import { isActivity } from './activity.ts';
import { activityDone, standAgain } from './ad-hoc.ts';
import { compensableOf } from './compensable.ts';
import { leaveIteration } from './loop.ts';
import { take } from './take.ts';

/**
 * Takes the sequence flows out of a completing element (BPMN 2.0.2, 13.3.1). A condition that cannot be decided leaves
 * the element where it is, so what was submitted is never lost.
 */
export function takeFlows(execution: Execution, element: ElementInstance): EvaluationFault | null {
  const node = execution.node(element.element);
  if (element.iteration !== undefined && isActivity(node)) return leaveIteration(execution, node, element);
  if (element.compensates || (isActivity(node) && node.forCompensation)) {
    left(execution, element);
    return null;
  }
  const selection = selectFlows(execution, node, element.scope, ownVariables(node, element));
  if (!selection.ok) return selection.fault;
  const record = isActivity(node) ? compensableOf(execution, node, element) : null;
  left(execution, element);
  if (record) execution.emit({ type: 'compensable-recorded', scope: element.scope, record });
  const times = isActivity(node) ? node.completionQuantity : 1;
  for (let time = 0; time < times; time += 1) for (const flow of selection.flows) take(execution, flow, element.scope);
  if (isActivity(node)) activityDone(execution, element.scope, node.id);
  else standAgain(execution, node, element.scope);
  return null;
}

function left(execution: Execution, element: ElementInstance): void {
  execution.emit({ type: 'element-left', id: element.id, element: element.element, scope: element.scope });
}

/** The conditions behind a complex gateway may ask in which of its phases it is. */
function ownVariables(node: FlowNode, element: ElementInstance): JsonObject | undefined {
  return node.type === 'complexGateway' ? element.variables : undefined;
}
