import type { Execution } from '../execution.ts';
import { stopListening } from '../listening/listen.ts';
import { scopeListener } from '../listening/listener.ts';
import type { Scope } from '../process-instance.ts';
import { isActivity } from './activity.ts';
import { onlyStands, takeTurn } from './ad-hoc.ts';
import { gatheringNode, starved } from './joins.ts';
import { loopDone } from './loop.ts';
import { isSpreadAlive } from './spread-loop.ts';
import { fireWaitingJoin, mayGoOnByReset } from './waiting-joins.ts';

/**
 * Ends a scope in which nothing goes on and nothing waits any more: the process is completed, or the element whose inside
 * it is goes on (BPMN 2.0.2, 13.3.4, 13.5.6).
 */
export function settle(execution: Execution, id: number): void {
  const scope = execution.instance.scopes[id];
  if (scope?.queue) takeTurn(execution, scope);
  if (!scope || !isIdle(execution, scope) || Object.keys(scope.arrivals).length > 0) return;
  if (mayGoOnByReset(execution, scope)) return;
  if (scope.parent === null) return completeInstance(execution);
  const host = execution.host(scope);
  if (!host || host.incident) return;
  const node = execution.node(host.element);
  if (host.loop !== undefined && isActivity(node)) {
    if (!isSpreadAlive(host.loop)) loopDone(execution, node, host);
  } else execution.stick(host, execution.behaviourOf(node).insideDone?.(execution, node, host) ?? null);
}

/** Nothing goes on in it; in an ad-hoc sub-process events may still wait. */
function isIdle(execution: Execution, scope: Scope): boolean {
  return onlyStands(execution, scope) && !execution.isExpected(scope.id);
}

function isEmpty(execution: Execution, scope: Scope): boolean {
  return scope.elements.length === 0 && !execution.isExpected(scope.id);
}

function completeInstance(execution: Execution): void {
  if (execution.instance.status !== 'running') return;
  stopListening(execution, scopeListener(0));
  const { called } = execution.instance;
  execution.emit({
    type: 'instance-completed',
    ...(called ? { variables: execution.scope(0).variables } : {}),
  });
}

/**
 * Nothing moves any more: joins are looked at that wait for what may no longer come, in the order in which their scopes
 * were opened. A join that nothing can reach any more, because nothing else is alive around it, is stuck.
 *
 * @returns true when something moves again
 */
export function wakeJoins(execution: Execution): boolean {
  const touched = [...execution.touched].toSorted((one, other) => one - other);
  for (const id of touched.toReversed()) settle(execution, id);
  if (execution.pending.length > 0) return true;
  for (const id of touched) {
    const scope = execution.instance.scopes[id];
    if (scope && fireWaitingJoin(execution, scope)) return true;
  }
  for (const id of touched) {
    const scope = execution.instance.scopes[id];
    if (scope && execution.instance.status === 'running') starve(execution, scope);
  }
  execution.touched.clear();
  return false;
}

function starve(execution: Execution, scope: Scope): void {
  if (!isEmpty(execution, scope)) return;
  const gathering = gatheringNode(execution, scope);
  if (!gathering) return;
  const { node, flows } = gathering;
  execution.emit({ type: 'tokens-joined', element: node.id, flows, scope: scope.id });
  execution.stick(execution.enter(node, { scope: scope.id, flow: null }), starved(node));
}
