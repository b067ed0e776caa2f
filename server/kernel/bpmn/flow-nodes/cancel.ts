import type { Actor } from '../commands.ts';
import type { Execution } from '../execution.ts';
import type { ElementInstance } from '../process-instance.ts';
import { disarmTimers } from './arm-timer.ts';
import { behaviourOf } from './register.ts';

/** Takes an element instance away: what the world holds for it is closed, its timers are disarmed, its token is gone. */
export function cancelElement(execution: Execution, element: ElementInstance, by: Actor): void {
  const node = execution.node(element.element);
  behaviourOf(node).cancel?.(execution, node, element);
  disarmTimers(execution, element);
  if (element.incident) execution.emit({ type: 'incident-resolved', id: element.id, scope: element.scope, by });
  execution.emit({ type: 'element-cancelled', id: element.id, element: element.element, scope: element.scope });
}

/** Takes everything alive in a scope away, newest first, so that what was begun last is ended first. */
export function cancelScope(execution: Execution, scope: number, by: Actor): void {
  for (const element of [...execution.scope(scope).elements].reverse()) cancelElement(execution, element, by);
}
