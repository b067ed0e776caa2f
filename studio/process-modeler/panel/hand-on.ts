import type { ProcessCanvas } from '../canvas/process-canvas.ts';
import type { ConditionField } from '../conditions/condition.ts';
import { mappingsOf } from '../model/step-facts.ts';

/**
 * Lets the process see fields of a form: the user task that fills them in hands them on under their own names. Must be
 * called inside one command with what asks for them.
 */
export function handOn(canvas: ProcessCanvas, fields: readonly ConditionField[]): void {
  for (const { path, handedOnBy } of fields) {
    const step = handedOnBy === undefined ? undefined : canvas.element(handedOnBy);
    if (step === undefined) continue;
    const { inputs, outputs } = mappingsOf(step.businessObject);
    if (outputs.some(({ target }) => target === path)) continue;
    canvas.edits.setMappings(step, { inputs, outputs: [...outputs, { source: `=${path}`, target: path }] });
  }
}
