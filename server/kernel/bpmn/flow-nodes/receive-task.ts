import type { ReceiveTask } from '../executable-activity.ts';
import type { Behaviour } from '../execution.ts';
import { listen, stopListening } from '../listening/listen.ts';
import { beginActivity, completeActivity, listenAtBoundary } from './activity.ts';
import { wait } from './leave.ts';
import { fired } from './trigger.ts';

/** BPMN 2.0.2, 13.3.3: waits for its message; what comes with it becomes variables. */
export const receiveTask: Behaviour<ReceiveTask> = {
  enter(execution, node, element, { variables }) {
    const beginning = beginActivity(execution, node, element);
    if (!beginning.ok) return beginning.fault;
    const { begun } = beginning;
    if (variables) return completeActivity(execution, node, begun, variables, true);
    const fault =
      listen(execution, begun, [{ catches: [{ kind: 'message', message: node.message }], event: null }]) ??
      listenAtBoundary(execution, begun);
    return fault ?? wait(execution, element);
  },
  trigger(execution, node, element, key, variables) {
    fired(execution, element, key);
    stopListening(execution, element);
    return completeActivity(execution, node, execution.now(element), variables, true);
  },
  complete: (execution, node, element, variables) => completeActivity(execution, node, element, variables, true),
};
