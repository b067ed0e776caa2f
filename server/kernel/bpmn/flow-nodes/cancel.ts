import type { Actor } from '../commands.ts';
import type { Execution } from '../execution.ts';
import { stopListening } from '../listening/listen.ts';
import { scopeListener } from '../listening/listener.ts';
import type { ElementInstance } from '../process-instance.ts';
import { closeInside, hasInside } from './inside.ts';

/**
 * Takes an element instance away: everything inside it first, then what the world holds for it; it listens no more, and
 * its token is gone.
 */
export function cancelElement(execution: Execution, element: ElementInstance, by: Actor): void {
  const node = execution.node(element.element);
  if (hasInside(execution, element) && execution.scopeIfAlive(element.id)) {
    cancelScope(execution, element.id, by);
    closeInside(execution, element.id);
  }
  if (element.loop?.spread) execution.emit({ type: 'call-cancelled', id: element.id, scope: element.scope });
  execution.behaviourOf(node).cancel?.(execution, node, element);
  stopListening(execution, element);
  const { id, scope, incident } = element;
  if (incident) execution.emit({ type: 'incident-resolved', id, scope, withdrawn: true, by });
  execution.emit({ type: 'element-cancelled', id, element: element.element, scope });
}

/** Takes everything alive in a scope away, newest first, so that what was begun last is ended first. */
export function cancelScope(execution: Execution, scope: number, by: Actor, except?: number): void {
  execution.dropWork(scope);
  for (const element of [...execution.scope(scope).elements].reverse())
    if (element.id !== except) cancelElement(execution, element, by);
}

/** Ends what goes on in a scope because one of its own events happened: nothing else in it may happen any more. */
export function interruptScope(execution: Execution, scope: number, by: Actor, except?: number): void {
  cancelScope(execution, scope, by, except);
  stopListening(execution, scopeListener(scope));
  execution.emit({ type: 'scope-interrupted', scope });
}
