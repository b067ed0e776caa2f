import type { PlainTask } from '../executable-process.ts';
import { beginActivity, completeActivity } from './activity.ts';
import { armBoundaryTimers } from './arm-timer.ts';
import type { Behaviour } from './behaviour.ts';

/**
 * BPMN 2.0.2, 13.3.3: a none or manual task is outside the engine's sight and completes at once, unless a steps file
 * says that somebody is still at it.
 */
export const plainTask: Behaviour<PlainTask> = {
  enter(execution, node, element) {
    const beginning = beginActivity(execution, node, element);
    if (!beginning.ok) return beginning.fault;
    const { begun } = beginning;
    if (!execution.given.supplied?.waits.has(node.id)) return completeActivity(execution, node, begun, {}, false);
    const fault = armBoundaryTimers(execution, begun);
    if (fault) return fault;
    execution.emit({ type: 'element-waiting', id: element.id, scope: element.scope });
    return null;
  },
  complete: (execution, node, element, variables) => completeActivity(execution, node, element, variables, true),
};
