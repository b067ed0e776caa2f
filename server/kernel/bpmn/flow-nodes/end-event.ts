import type { EndEvent } from '../executable-event.ts';
import type { Behaviour, Execution } from '../execution.ts';
import type { ElementInstance } from '../process-instance.ts';
import { cancelElement, cancelScope, interruptScope } from './cancel.ts';
import { beginCompensation, undoNext } from './compensate.ts';
import { actInTurn, leave, wait } from './leave.ts';
import { compensated, throwAll, throwEach } from './intermediate-throw-event.ts';

/**
 * BPMN 2.0.2, 13.5.6: an end event consumes its token. Terminate ends everything in its scope; cancel undoes a
 * transaction; an error ends what catches it. The scope ends when its last token has gone (see `settle.ts`).
 */
export const endEvent: Behaviour<EndEvent> = {
  enter: (execution, node, element) =>
    node.throws.length === 0 ? throwAll(execution, node, element) : actInTurn(execution, element),
  act(execution, node, element) {
    const kinds = node.throws.map(({ kind }) => kind);
    const ends = kinds.includes('cancel') || kinds.includes('terminate');
    // A multiple end event throws the rest before it ends what is around it: nothing could be thrown afterwards.
    const fault = ends && kinds.length > 1 ? throwEach(execution, node, element) : null;
    if (fault || !execution.element(element.scope, element.id)) return fault;
    if (kinds.includes('cancel')) return cancelTransaction(execution, element);
    if (kinds.includes('terminate')) {
      interruptScope(execution, element.scope, { system: 'operator' }, element.id);
      return leave(execution, element);
    }
    return throwAll(execution, node, element);
  },
  insideDone(execution, node, element) {
    if (undoNext(execution, element)) return null;
    if (node.throws.some(({ kind }) => kind === 'cancel')) return leaveTransaction(execution, element);
    return compensated(execution, node, element);
  },
};

/** What goes on in the transaction is cancelled, what was completed is compensated (BPMN 2.0.2, 13.3.4). */
function cancelTransaction(execution: Execution, element: ElementInstance): null {
  cancelScope(execution, element.scope, { system: 'operator' }, element.id);
  return beginCompensation(execution, element, null) ? wait(execution, element) : leaveTransaction(execution, element);
}

/** Then the token goes on at the cancel event on the transaction's boundary; where there is none, it ends. */
function leaveTransaction(execution: Execution, element: ElementInstance): null {
  const host = execution.host(execution.scope(element.scope));
  if (!host) return leave(execution, element);
  const event = execution.process.boundaryEvents
    .get(host.element)
    ?.find(({ catches }) => catches.some(({ kind }) => kind === 'cancel'));
  cancelElement(execution, host, { system: 'operator' });
  if (event) execution.schedule({ do: 'enter', element: event.id, scope: host.scope, flow: null });
  return null;
}
