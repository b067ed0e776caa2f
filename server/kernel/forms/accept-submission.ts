import type { Json, JsonObject } from '../json.ts';
import { effectiveForm, type EffectiveForm } from './effective-form.ts';
import type { FormDefinition } from './form-definition.ts';
import { withoutPersonal } from './personal-values.ts';
import { pruneSubmission } from './prune-submission.ts';
import type { SubmissionValidator } from './schema-problem.ts';
import { validateSubmission, type FormProblem } from './validate-submission.ts';

/** A submission that fits its form, or everything that is wrong with it. */
export type Accepted =
  | { readonly ok: true; readonly data: JsonObject; readonly plain: JsonObject }
  | { readonly ok: false; readonly problems: readonly FormProblem[] };

/** Binds a validation engine to a form's schema; compiled validators are worth keeping. */
export type ValidatorFor = (effective: EffectiveForm) => SubmissionValidator;

/**
 * Takes a submission in as every door does: only what the step may fill counts, and that must be right.
 *
 * @param definition the pinned form, choices filled in
 * @param step BPMN element id
 * @param data as it came
 * @param stored what the form starts with; read-only fields keep it
 * @returns `data` as it is stored, `plain` without personal values for process variables
 */
export function acceptSubmission(
  definition: FormDefinition,
  step: string,
  data: Json,
  stored: JsonObject,
  validatorFor: ValidatorFor,
): Accepted {
  const effective = effectiveForm(definition, step);
  const pruned = pruneSubmission(effective, data, stored);
  const problems = validateSubmission(effective, pruned, validatorFor(effective));
  return problems.length > 0
    ? { ok: false, problems }
    : { ok: true, data: pruned, plain: withoutPersonal(definition, pruned) };
}
