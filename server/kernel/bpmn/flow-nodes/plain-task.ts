import type { PlainTask } from '../executable-activity.ts';
import type { FlowNode } from '../executable-process.ts';
import type { Behaviour, Execution } from '../execution.ts';
import type { ElementInstance } from '../process-instance.ts';
import { beginActivity, completeActivity, listenAtBoundary } from './activity.ts';
import { wait } from './leave.ts';
import { throwMessage } from './throw-event.ts';

/**
 * BPMN 2.0.2, 13.3.3: a none or manual task is outside the engine's sight and completes at once, unless a steps file
 * says that somebody is still at it.
 */
export const plainTask: Behaviour<PlainTask> = {
  enter(execution, node, element) {
    const beginning = beginActivity(execution, node, element);
    if (!beginning.ok) return beginning.fault;
    const { begun } = beginning;
    if (execution.given.supplied?.waits.has(node.id))
      return listenAtBoundary(execution, begun) ?? wait(execution, element);
    tell(execution, node, element);
    return completeActivity(execution, node, begun, {}, false);
  },
  complete(execution, node, element, variables) {
    tell(execution, node, element);
    return completeActivity(execution, node, element, variables, true);
  },
};

/** In a drawing a message flow may begin at any task: what it carries is sent when the task is done. */
function tell(execution: Execution, node: PlainTask, element: ElementInstance): void {
  if (node.messageFlows.length > 0)
    throwMessage(execution, element, { name: node.name, correlation: null, variables: {}, to: node.messageFlows });
}

/** Whether an activity is only walked through, because a drawing is: nobody said that it waits. */
export function passesInDrawing({ given: { supplied } }: Execution, node: FlowNode): boolean {
  return supplied?.drawing === true && !supplied.waits.has(node.id);
}
