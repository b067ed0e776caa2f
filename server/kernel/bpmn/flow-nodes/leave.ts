import type { EvaluationFault } from '../../feel/expression.ts';
import type { Execution } from '../execution.ts';
import type { ElementInstance } from '../process-instance.ts';
import { selectFlows } from '../sequence-flows.ts';

/** Ends an element that has done its part: from here on only its way out is left. */
export function leave(execution: Execution, element: ElementInstance): null {
  execution.emit({ type: 'element-completing', id: element.id, scope: element.scope });
  execution.schedule({ do: 'leave', element: element.id, scope: element.scope });
  return null;
}

/**
 * Takes the sequence flows out of a completing element (BPMN 2.0.2, 13.3.1). A condition that cannot be decided leaves
 * the element where it is, so what was submitted is never lost.
 */
export function takeFlows(execution: Execution, element: ElementInstance): EvaluationFault | null {
  const selection = selectFlows(execution, execution.node(element.element), element.scope);
  if (!selection.ok) return selection.fault;
  execution.emit({ type: 'element-left', id: element.id, element: element.element, scope: element.scope });
  for (const flow of selection.flows) {
    execution.emit({
      type: 'sequence-flow-taken',
      flow: flow.id,
      scope: element.scope,
      ...(flow.passes ? { passes: flow.passes.stages, because: flow.passes.because } : {}),
    });
    execution.schedule({ do: 'enter', element: flow.target, scope: element.scope, flow: flow.id });
  }
  return null;
}
