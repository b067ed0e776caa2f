import { isJsonObject } from '../../json.ts';
import type { ScriptTask } from '../executable-activity.ts';
import type { Behaviour } from '../execution.ts';
import { beginActivity, completeActivity, listenAtBoundary } from './activity.ts';
import { wait } from './leave.ts';

/**
 * BPMN 2.0.2, 13.3.3: a script is one FEEL expression (law 8: no other language is ever run). Its value goes to the
 * result variable; without one, the members of a context become variables.
 */
export const scriptTask: Behaviour<ScriptTask> = {
  enter(execution, node, element) {
    const beginning = beginActivity(execution, node, element);
    if (!beginning.ok) return beginning.fault;
    const { begun } = beginning;
    if (execution.given.supplied?.waits.has(node.id))
      return listenAtBoundary(execution, begun) ?? wait(execution, begun);
    const result = execution.evaluate(node.script, execution.visible(begun.scope, begun.variables));
    if (!result.ok) return result.fault;
    const { value } = result;
    const produced =
      node.resultVariable === undefined ? (isJsonObject(value) ? value : {}) : { [node.resultVariable]: value };
    return completeActivity(execution, node, begun, produced, true);
  },
  complete: (execution, node, element, variables) => completeActivity(execution, node, element, variables, true),
};
