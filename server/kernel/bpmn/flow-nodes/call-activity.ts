import type { EvaluationFault } from '../../feel/expression.ts';
import type { CallActivity } from '../executable-activity.ts';
import type { Behaviour, Execution } from '../execution.ts';
import type { ElementInstance } from '../process-instance.ts';
import { beginActivity, completeActivity, listenAtBoundary, withoutInputs } from './activity.ts';
import { wait } from './leave.ts';

/**
 * BPMN 2.0.2, 13.3.3 (call activity): another process, or a global task, runs as an instance of its own and answers with
 * what it ended with; errors and escalations it does not catch come out here.
 */
export const callActivity: Behaviour<CallActivity> = {
  enter(execution, node, element) {
    const asked = ask(execution, node, element);
    if ('code' in asked) return asked;
    const fault = listenAtBoundary(execution, asked.begun);
    if (fault) return fault;
    call(execution, node, asked);
    return wait(execution, element);
  },
  complete: (execution, node, element, variables) =>
    completeActivity(execution, node, element, variables, node.propagatesAll),
  cancel(execution, _node, { id, scope, state }) {
    if (state === 'waiting') execution.emit({ type: 'call-cancelled', id, scope });
  },
};

/** Calls again what gave no answer, from the variables as they are now; on its boundary it is listened to all the while. */
export function callAgain(execution: Execution, node: CallActivity, element: ElementInstance): EvaluationFault | null {
  const asked = ask(execution, node, withoutInputs(node, element));
  if ('code' in asked) return asked;
  call(execution, node, asked);
  return null;
}

interface Asked {
  readonly begun: ElementInstance;
  readonly process: string;
}

/** Which process is called, and with which local variables. */
function ask(execution: Execution, node: CallActivity, element: ElementInstance): Asked | EvaluationFault {
  const beginning = beginActivity(execution, node, element);
  if (!beginning.ok) return beginning.fault;
  const { begun } = beginning;
  const called = execution.evaluate(node.called, execution.visible(begun.scope, begun.variables));
  if (!called.ok) return called.fault;
  if (typeof called.value === 'string' && called.value !== '') return { begun, process: called.value };
  return {
    code: 'called-process-empty',
    zh: `「${node.name || node.id}」算不出要调用哪个流程。请先给出流程的编号。`,
    en: `"${node.name || node.id}" leads to no process to call. Give the id of one first.`,
  };
}

function call(execution: Execution, node: CallActivity, { begun, process }: Asked): void {
  const { id, scope } = begun;
  const passesAll = node.inputs.length === 0 && node.propagatesAll;
  const variables = passesAll ? execution.visible(scope, begun.variables) : begun.variables;
  execution.emit({ type: 'process-called', id, scope, element: node.id, process, variables });
}
