import type { EvaluationFault } from '../../feel/expression.ts';
import type { BoundaryEvent } from '../executable-process.ts';
import type { Execution } from '../execution.ts';
import type { ElementInstance } from '../process-instance.ts';
import { timerDue } from '../timer-due.ts';
import { cancelElement } from './cancel.ts';

/**
 * A timer on the boundary of an activity has run out: interrupting, it cancels the activity; else the activity goes on
 * and a cycle is armed for its next beat.
 */
export function triggerBoundary(
  execution: Execution,
  boundary: BoundaryEvent,
  host: ElementInstance,
): EvaluationFault | null {
  const armed = host.timers[boundary.id];
  execution.emit({ type: 'timer-fired', id: host.id, scope: host.scope, key: boundary.id });
  const current = execution.element(host.scope, host.id) ?? host;
  if (boundary.interrupting) cancelElement(execution, current);
  else if (boundary.timer.kind === 'cycle' && armed) {
    const next = timerDue(execution, boundary.timer, execution.visible(host.scope), armed.generation, armed.due);
    if (!next.ok) return next.fault;
    if (next.due)
      execution.emit({
        type: 'timer-armed',
        id: host.id,
        scope: host.scope,
        key: boundary.id,
        due: next.due,
        generation: armed.generation + 1,
      });
  }
  execution.schedule({ do: 'enter', element: boundary.id, scope: host.scope, flow: null });
  return null;
}
