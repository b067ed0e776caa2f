import type { Actor, Command, Modification, Rejection } from '../commands.ts';
import type { Execution } from '../execution.ts';
import { stopListening } from '../listening/listen.ts';
import { scopeListener } from '../listening/listener.ts';
import { cancelElement } from '../flow-nodes/cancel.ts';
import { addIteration, removeIteration } from './modify-iterations.ts';
import { openScopes, whyNotEntered } from './open-scopes.ts';

type Of<Type extends Command['type']> = Extract<Command, { type: Type }>;

/**
 * Moves tokens by hand: what is named is taken away, tokens are put where they are wanted, iterations added or removed, in
 * the order they are named. All of it or nothing: a refusal ends the step, and what it had done so far is kept nowhere.
 *
 * A sub-process that is left empty by it is taken away too: it has not done what it was for, so nothing goes on behind it,
 * and an instance that is left empty is cancelled. A loop from which the last iteration was removed is done.
 */
export function modify(execution: Execution, { changes, because, by }: Of<'modify'>): Rejection | null {
  execution.emit({ type: 'instance-modified', ...(because === undefined ? {} : { because }), by });
  const left: number[] = [];
  for (const change of changes) {
    const refused = carryOut(execution, change, by, left);
    if (refused) return refused;
  }
  for (const scope of left) closeIfEmpty(execution, scope, by);
  return null;
}

function carryOut(execution: Execution, change: Modification, by: Actor, left: number[]): Rejection | null {
  if (change.do === 'activate') return activate(execution, change);
  const element = execution.scopeIfAlive(change.scope) && execution.element(change.scope, change.element);
  if (!element) return { code: 'unknown-element', details: { element: change.element } };
  switch (change.do) {
    case 'cancel':
      cancelElement(execution, element, by);
      left.push(change.scope);
      return null;
    case 'add-iteration':
      return addIteration(execution, element, change.item);
    case 'remove-iteration':
      return removeIteration(execution, element, by);
  }
}

function activate(execution: Execution, change: Extract<Modification, { do: 'activate' }>): Rejection | null {
  const { element, within = 0, variables } = change;
  const why = whyNotEntered(execution, element, within);
  if (why) return { code: 'cannot-activate', details: { element, why } };
  const scope = openScopes(execution, element, within);
  if (scope === null) return { code: 'cannot-activate', details: { element, why: 'scope-stuck' } };
  if (variables) execution.emit({ type: 'variables-set', scope, values: variables });
  execution.schedule({ do: 'enter', element, scope, flow: null });
  return null;
}

/** Takes away what a scope is the inside of when nothing is left in it, and so on outwards. */
function closeIfEmpty(execution: Execution, id: number, by: Actor): void {
  const scope = execution.scopeIfAlive(id);
  if (!scope || scope.elements.length > 0 || execution.isExpected(id) || Object.keys(scope.arrivals).length > 0) return;
  if (scope.parent === null) {
    stopListening(execution, scopeListener(0));
    return execution.emit({ type: 'instance-cancelled', because: 'modified', by });
  }
  const host = execution.host(scope);
  if (!host) return;
  cancelElement(execution, host, by);
  closeIfEmpty(execution, scope.parent, by);
}
