import type { Execution } from '../execution.ts';
import type { ElementInstance } from '../process-instance.ts';
import { behaviourOf } from './register.ts';

/** Takes an element instance away: what the world holds for it is closed, its timers are disarmed, its token is gone. */
export function cancelElement(execution: Execution, element: ElementInstance): void {
  const node = execution.node(element.element);
  behaviourOf(node).cancel?.(execution, node, element);
  for (const key of Object.keys(element.timers).toSorted())
    execution.emit({ type: 'timer-disarmed', id: element.id, scope: element.scope, key });
  if (element.incident)
    execution.emit({ type: 'incident-resolved', id: element.id, scope: element.scope, by: { system: 'timer' } });
  execution.emit({ type: 'element-cancelled', id: element.id, element: element.element, scope: element.scope });
}

/** Takes everything alive in a scope away, newest first, so that what was begun last is ended first. */
export function cancelScope(execution: Execution, scope: number): void {
  for (const element of [...execution.scope(scope).elements].reverse()) cancelElement(execution, element);
}
