import type { EvaluationFault } from '../../feel/expression.ts';
import type { Execution } from '../execution.ts';
import type { ArmedTimer, ElementInstance } from '../process-instance.ts';
import { timerDue } from '../timer-due.ts';

/** Arms a timer of an element instance. */
export function armTimer(execution: Execution, element: ElementInstance, key: string, timer: ArmedTimer): void {
  execution.emit({ type: 'timer-armed', id: element.id, scope: element.scope, key, ...timer });
}

/**
 * Arms the timers on an activity's boundary (BPMN 2.0.2, 10.5.4: a boundary event listens while its activity is alive).
 * This comes last, when nothing else can stick the activity while it is entered: an incident that is resolved enters it
 * again, and a timer that was armed before would fire twice.
 *
 * @param element the activity with its local variables, which the timers see
 * @returns the fault of a timer that is no time; then none is armed
 */
export function armBoundaryTimers(execution: Execution, element: ElementInstance): EvaluationFault | null {
  const armed: [string, ArmedTimer][] = [];
  for (const boundary of execution.process.boundaryEvents.get(element.element) ?? []) {
    const due = timerDue(execution, boundary.timer, execution.visible(element.scope, element.variables));
    if (!due.ok) return due.fault;
    if (due.timer) armed.push([boundary.id, due.timer]);
  }
  for (const [key, timer] of armed) armTimer(execution, element, key, timer);
  return null;
}

/** Disarms all timers of an element instance, in the order of their keys: stored JSON does not keep the order of arming. */
export function disarmTimers(execution: Execution, element: ElementInstance): void {
  for (const key of Object.keys(element.timers).toSorted())
    execution.emit({ type: 'timer-disarmed', id: element.id, scope: element.scope, key });
}
