import type { CallActivity } from '../executable-activity.ts';
import type { Behaviour } from '../execution.ts';
import { beginActivity, completeActivity, listenAtBoundary } from './activity.ts';
import { wait } from './leave.ts';

/**
 * BPMN 2.0.2, 13.3.3 (call activity): another process, or a global task, runs as an instance of its own and answers with
 * what it ended with; errors and escalations it does not catch come out here.
 */
export const callActivity: Behaviour<CallActivity> = {
  enter(execution, node, element) {
    const beginning = beginActivity(execution, node, element);
    if (!beginning.ok) return beginning.fault;
    const { begun } = beginning;
    const called = execution.evaluate(node.called, execution.visible(begun.scope, begun.variables));
    if (!called.ok) return called.fault;
    if (typeof called.value !== 'string' || called.value === '')
      return {
        code: 'called-process-empty',
        zh: `「${node.name || node.id}」算不出要调用哪个流程。请先给出流程的编号。`,
        en: `"${node.name || node.id}" leads to no process to call. Give the id of one first.`,
      };
    const fault = listenAtBoundary(execution, begun);
    if (fault) return fault;
    const goesIn =
      node.inputs.length === 0 && node.propagatesAll
        ? execution.visible(begun.scope, begun.variables)
        : begun.variables;
    const { id, scope } = element;
    execution.emit({ type: 'process-called', id, scope, element: node.id, process: called.value, variables: goesIn });
    return wait(execution, element);
  },
  complete: (execution, node, element, variables) =>
    completeActivity(execution, node, element, variables, node.propagatesAll),
  cancel(execution, _node, { id, scope, state }) {
    if (state === 'waiting') execution.emit({ type: 'call-cancelled', id, scope });
  },
};
