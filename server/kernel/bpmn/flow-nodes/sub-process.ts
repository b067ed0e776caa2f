import type { EvaluationFault } from '../../feel/expression.ts';
import type { JsonObject } from '../../json.ts';
import type { SubProcess } from '../executable-activity.ts';
import type { Behaviour, Execution } from '../execution.ts';
import { stopListening } from '../listening/listen.ts';
import type { ElementInstance } from '../process-instance.ts';
import { beginActivity, completeActivity, listenAtBoundary } from './activity.ts';
import { isAdHocDone, pickFirst, standingEvents } from './ad-hoc.ts';
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
      startInside(
        execution,
        element.id,
        node.adHoc
          ? [...picked, ...standingEvents(execution, node.id)]
          : (execution.process.scopes.get(node.id)?.starts ?? []),
      );
    return null;
  },
  insideDone(execution, node, element) {
    if (element.compensating !== undefined && undoNext(execution, element)) return null;
    if (element.compensating === undefined && node.adHoc && !isAdHocDone(execution, node, node.adHoc, element))
      return null;
    // Events that still wait end with it.
    if (node.adHoc && element.compensating === undefined) cancelScope(execution, element.id, { system: 'operator' });
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
