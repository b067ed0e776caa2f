import type { BoundaryEvent } from '../executable-process.ts';
import type { Execution } from '../execution.ts';
import type { ArmedTimer, ElementInstance } from '../process-instance.ts';
import { nextBeat } from '../timer-text.ts';
import { armTimer } from './arm-timer.ts';
import { cancelElement } from './cancel.ts';

/**
 * A timer on the boundary of an activity has run out: interrupting, it cancels the activity; else the activity goes on
 * and a cycle is armed for its next beat.
 */
export function triggerBoundary(
  execution: Execution,
  boundary: BoundaryEvent,
  host: ElementInstance,
  fired: ArmedTimer,
): void {
  execution.emit({ type: 'timer-fired', id: host.id, scope: host.scope, key: boundary.id });
  const due = nextBeat(fired, execution.given.now);
  if (boundary.interrupting)
    cancelElement(execution, execution.element(host.scope, host.id) ?? host, { system: 'timer' });
  else if (due !== null) armTimer(execution, host, boundary.id, { ...fired, due, generation: fired.generation + 1 });
  execution.schedule({ do: 'enter', element: boundary.id, scope: host.scope, flow: null });
}
