import type { EffectiveForm } from '../../server/kernel/forms/effective-form.ts';
import type { SubmissionValidator } from '../../server/kernel/forms/schema-problem.ts';
import { interpretValidator } from '../form-view/interpret-validator.ts';

const kept = new WeakMap<object, SubmissionValidator>();

/** The validator of a form's step, interpreted; one per form as the step sees it. */
export function validatorFor(effective: EffectiveForm): SubmissionValidator {
  const known = kept.get(effective.schema) ?? interpretValidator(effective.schema);
  kept.set(effective.schema, known);
  return known;
}
