import { evaluateCondition } from '../../feel/condition.ts';
import type { EvaluationFault } from '../../feel/expression.ts';
import { isJsonArray, type JsonObject } from '../../json.ts';
import type { AdHoc, SubProcess } from '../executable-activity.ts';
import type { Behaviour, Execution } from '../execution.ts';
import { stopListening } from '../listening/listen.ts';
import type { ElementInstance } from '../process-instance.ts';
import { beginActivity, completeActivity, listenAtBoundary } from './activity.ts';
import { cancelScope } from './cancel.ts';
import { compensateInside, undoNext } from './compensate.ts';
import { closeInside, listenInside, openInside, startInside } from './inside.ts';
import { wait } from './leave.ts';

/**
 * BPMN 2.0.2, 13.3.4 and 13.3.5: a scope of its own. Embedded sub-processes and transactions begin at their start
 * events, an event sub-process at the one that was triggered, an ad-hoc one with what is picked. It is done when the
 * last token in it has gone; what was completed in it is kept with it for a compensation.
 */
export const subProcess: Behaviour<SubProcess> = {
  enter(execution, node, element, { start, variables: came }) {
    if (element.compensates?.element === node.id) {
      compensateInside(execution, element, element.compensates);
      return wait(execution, element);
    }
    const beginning = beginActivity(execution, node, element);
    if (!beginning.ok) return beginning.fault;
    const { begun } = beginning;
    const picked = node.adHoc ? pickFirst(execution, node.adHoc, begun) : [];
    if ('code' in picked) return picked;
    const fault = listenAtBoundary(execution, begun);
    if (fault) return fault;
    const isIteration = element.iteration !== undefined && node.loop?.kind === 'multiple';
    const variables = { ...dataOf(execution, node), ...begun.variables };
    openInside(execution, begun, { variables, ...(isIteration ? { sealed: true } : {}) });
    wait(execution, begun);
    const stuck = listenInside(execution, element.id);
    if (stuck) return stuck;
    if (start !== undefined)
      execution.schedule({
        do: 'enter',
        element: start,
        scope: element.id,
        flow: null,
        ...(came ? { variables: came } : {}),
      });
    else
      startInside(execution, element.id, node.adHoc ? picked : (execution.process.scopes.get(node.id)?.starts ?? []));
    return null;
  },
  insideDone(execution, node, element) {
    if (element.compensating !== undefined && undoNext(execution, element)) return null;
    if (element.compensating === undefined && node.adHoc && !isDone(execution, node, node.adHoc, element)) return null;
    return leaveInside(execution, node, element);
  },
};

/** Its data objects and properties are its own: they begin without a value and end with it (BPMN 2.0.2, 10.4.1). */
function dataOf(execution: Execution, { id }: SubProcess): JsonObject {
  return Object.fromEntries((execution.process.scopes.get(id)?.data ?? []).map((name) => [name, null]));
}

/** What was set inside stays inside unless it is somebody's outside, or mapped out. */
function leaveInside(execution: Execution, node: SubProcess, element: ElementInstance): EvaluationFault | null {
  const scope = execution.scopeIfAlive(element.id);
  // What it did is done: nothing on its boundary may take it away any more.
  stopListening(execution, element);
  if (scope) {
    closeInside(execution, element.id);
    const { compensable = [], variables } = scope;
    if (compensable.length > 0)
      execution.emit({ type: 'inside-kept', id: element.id, scope: element.scope, inner: compensable });
    execution.setLocal(element, variables);
  }
  return completeActivity(execution, node, execution.now(element), {}, false);
}

/** The activities an ad-hoc sub-process begins with by itself. */
function pickFirst(execution: Execution, adHoc: AdHoc, element: ElementInstance): readonly string[] | EvaluationFault {
  if (!adHoc.active) return [];
  const result = execution.evaluate(adHoc.active, execution.visible(element.scope, element.variables));
  if (!result.ok) return result.fault;
  const named = isJsonArray(result.value) ? result.value : [];
  return named.filter(
    (id) => typeof id === 'string' && execution.process.nodes.get(id)?.parent === element.element,
  ) as string[];
}

/** Nothing goes on in it: done when its condition holds, or, where it has none, when each activity was done once. */
function isDone(execution: Execution, node: SubProcess, adHoc: AdHoc, element: ElementInstance): boolean {
  const { done = [], variables } = execution.scope(element.id);
  if (adHoc.completion) {
    const holds = evaluateCondition(adHoc.completion, execution.contextFor(execution.visible(element.id, variables)));
    return holds.ok && holds.value;
  }
  if (adHoc.active) return true;
  const initial = [...execution.process.nodes.values()].filter(
    (inner) => inner.parent === node.id && inner.incoming.length === 0 && 'startQuantity' in inner,
  );
  return initial.every(({ id }) => done.includes(id));
}

/**
 * An activity in an ad-hoc sub-process has been completed: its condition is asked, and when it holds what remains is
 * cancelled, or waited for (BPMN 2.0.2, 13.3.5).
 */
export function activityDone(execution: Execution, scopeId: number, activity: string): EvaluationFault | null {
  const scope = execution.scope(scopeId);
  const node = execution.process.nodes.get(scope.element);
  if (node?.type !== 'subProcess' || !node.adHoc || scope.parent === null) return null;
  execution.emit({ type: 'activity-done', scope: scopeId, element: activity });
  if (!node.adHoc.completion) return null;
  const holds = evaluateCondition(node.adHoc.completion, execution.contextFor(execution.visible(scopeId)));
  if (!holds.ok) return holds.fault;
  if (holds.value && node.adHoc.cancelsRemaining) cancelScope(execution, scopeId, { system: 'operator' });
  return null;
}
