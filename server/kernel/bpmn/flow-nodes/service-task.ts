import type { ServiceTask } from '../executable-activity.ts';
import { passesInDrawing } from './plain-task.ts';
import { beginActivity, completeActivity, listenAtBoundary } from './activity.ts';

import type { Behaviour } from '../execution.ts';

/** BPMN 2.0.2, 13.3.3: a service task becomes a job; whoever works on it answers with variables or a failure. */
export const serviceTask: Behaviour<ServiceTask> = {
  enter(execution, node, element) {
    const beginning = beginActivity(execution, node, element);
    if (!beginning.ok) return beginning.fault;
    if (passesInDrawing(execution, node)) return completeActivity(execution, node, beginning.begun, {}, false);
    const fault = listenAtBoundary(execution, beginning.begun);
    if (fault) return fault;
    execution.emit({
      type: 'job-created',
      id: element.id,
      scope: element.scope,
      element: node.id,
      job: (element.job ?? 0) + 1,
      jobType: node.jobType,
      retries: node.retries,
      headers: node.headers,
    });
    execution.emit({ type: 'element-waiting', id: element.id, scope: element.scope });
    return null;
  },
  complete(execution, node, element, variables) {
    if (element.job !== undefined) execution.emit({ type: 'job-completed', id: element.id, scope: element.scope });
    return completeActivity(execution, node, element, variables, true);
  },
  cancel(execution, _node, element) {
    if (element.job !== undefined) execution.emit({ type: 'job-cancelled', id: element.id, scope: element.scope });
  },
};
