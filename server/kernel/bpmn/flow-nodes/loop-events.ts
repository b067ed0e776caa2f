import type { EvaluationFault } from '../../feel/expression.ts';
import type { JsonObject } from '../../json.ts';
import type { Loop } from '../executable-activity.ts';
import type { Execution } from '../execution.ts';
import type { ElementInstance } from '../process-instance.ts';
import { throwFrom } from './throw-event.ts';

/**
 * The events a multi-instance activity throws while its iterations complete (BPMN 2.0.2, table 10.29): `one` with the
 * first, `none` with each, `complex` as its conditions say. They are caught on its own boundary, or further out.
 *
 * @param seen the variables the conditions see
 * @param counts the counts of the loop, which go out with the event and are seen by the conditions too
 */
export function throwLoopEvents(
  execution: Execution,
  loop: Extract<Loop, { kind: 'multiple' }>,
  body: ElementInstance,
  seen: JsonObject,
  counts: JsonObject,
): EvaluationFault | null {
  for (const { when, condition, throws } of loop.events) {
    const asked = when === 'condition' && condition ? execution.evaluate(condition, { ...seen, ...counts }) : null;
    if (asked && !asked.ok) return asked.fault;
    const isTime =
      when === 'each' || (when === 'first' ? counts['numberOfCompletedInstances'] === 1 : asked?.value === true);
    const alive = execution.element(body.scope, body.id);
    if (!alive) return null;
    const fault = isTime ? throwFrom(execution, alive, throws, counts) : null;
    if (fault) return fault;
  }
  return null;
}
