import { acceptSubmission } from '../../kernel/forms/accept-submission.ts';
import type { EffectiveForm } from '../../kernel/forms/effective-form.ts';
import type { FormDefinition } from '../../kernel/forms/form-definition.ts';
import type { SubmissionValidator } from '../../kernel/forms/schema-problem.ts';
import type { Json, JsonObject } from '../../kernel/json.ts';
import { Refusal } from '../refusal.ts';
import { compileValidator } from './compile-validator.ts';

/** Binds ajv to a step's form; compiled validators are kept by content. @throws Error for a schema `validate` lets through by mistake */
export function serverValidatorFor(effective: EffectiveForm): SubmissionValidator {
  const compiled = compileValidator(effective.schema);
  if (!compiled.ok) throw new Error(`form ${effective.id} does not compile: ${compiled.reason}`);
  return compiled.validate;
}

/**
 * Takes a form's data in at the server's door: pruned to what the step may fill, then validated with ajv.
 *
 * @param stored what the form starts with; read-only fields keep it
 * @throws Refusal `submission-invalid` with one sentence per field
 */
export function acceptForm(
  form: FormDefinition,
  step: string,
  data: Json,
  stored: JsonObject = {},
): { readonly data: JsonObject; readonly plain: JsonObject } {
  const accepted = acceptSubmission(form, step, data, stored, serverValidatorFor);
  if (accepted.ok) return accepted;
  throw new Refusal(
    'submission-invalid',
    { form: form.id },
    accepted.problems.map(({ path, field, zh, en }) => ({ path, field, zh, en })),
  );
}

/** Ids of the photos anywhere in a form's data. */
export function photosIn(data: Json): readonly string[] {
  if (typeof data === 'string') return /^[0-9a-f]{64}$/.test(data) ? [data] : [];
  if (Array.isArray(data)) return data.flatMap((item: Json) => photosIn(item));
  return typeof data === 'object' && data !== null ? Object.values(data).flatMap((value) => photosIn(value)) : [];
}
