import type { SendTask } from '../executable-activity.ts';
import type { Behaviour } from '../execution.ts';
import { beginActivity, completeActivity, listenAtBoundary } from './activity.ts';
import { wait } from './leave.ts';
import { throwFrom } from './throw-event.ts';

/** BPMN 2.0.2, 13.3.3: sends its message and is done. One that names a job type is a service task instead. */
export const sendTask: Behaviour<SendTask> = {
  enter(execution, node, element) {
    const beginning = beginActivity(execution, node, element);
    if (!beginning.ok) return beginning.fault;
    const { begun } = beginning;
    if (execution.given.supplied?.waits.has(node.id))
      return listenAtBoundary(execution, begun) ?? wait(execution, begun);
    const fault = throwFrom(
      execution,
      begun,
      { kind: 'message', message: node.message },
      begun.variables,
      node.messageFlows,
    );
    return fault ?? completeActivity(execution, node, begun, {}, false);
  },
  complete(execution, node, element, variables) {
    const thrown = { kind: 'message', message: node.message } as const;
    const fault = throwFrom(execution, element, thrown, element.variables, node.messageFlows);
    return fault ?? completeActivity(execution, node, element, variables, true);
  },
};
