import { effectiveForm, type EffectiveForm } from '../../../server/kernel/forms/effective-form.ts';
import type { FormDefinition } from '../../../server/kernel/forms/form-definition.ts';
import { type AnswerMaking, generateSubmission } from '../../../server/kernel/forms/generate-submission.ts';
import { mapFields } from '../../../server/kernel/forms/map-fields.ts';
import {
  choicesOf,
  itemsOf,
  numberOf,
  ownObject,
  propertiesOf,
  textOf,
  typeOf,
} from '../../../server/kernel/forms/schema-node.ts';
import { shownSchema } from '../../../server/kernel/forms/shown-fields.ts';
import type { Json, JsonObject } from '../../../server/kernel/json.ts';

/**
 * A form filled in rightly, by nobody in particular: every question that is shown is answered, also those that may be left
 * open, so that all of the form is seen.
 */
export function rightSample(form: FormDefinition, step: string, making: AnswerMaking): JsonObject {
  const effective = effectiveForm(form, step);
  const fields = mapFields(effective.fields, { field: (_, node) => node, required: () => true });
  return generateSubmission({ ...effective, fields }, {}, making);
}

/** The same form filled in wrongly: what must be answered is left out, texts are too short or too long, numbers too big. */
export function wrongSample(form: FormDefinition, step: string, making: AnswerMaking): JsonObject {
  const effective = effectiveForm(form, step);
  const right = rightSample(form, step, making);
  const deciding = decidingFields(effective);
  return Object.fromEntries(
    propertiesOf(shownSchema(effective, right)).flatMap(([name, node]) => {
      const stays = node['readOnly'] === true || deciding.has(name);
      const answer = stays ? right[name] : wrongAnswer(node, ownObject(effective.ui, name) ?? {});
      return answer === undefined ? [] : [[name, answer] as const];
    }),
  );
}

/** Fields on which others depend keep their answers: without them there would be less to see. */
function decidingFields({ branches }: EffectiveForm): ReadonlySet<string> {
  return new Set(
    branches.flatMap(({ when: { all = [], any = [] } }) =>
      [...all, ...any].map(({ field }) => field.split('.')[0] ?? ''),
    ),
  );
}

/** An answer that is refused; undefined for none, which is refused where one is needed. */
function wrongAnswer(node: JsonObject, ui: JsonObject): Json | undefined {
  if (choicesOf(node) !== undefined || textOf(node, 'format') !== undefined) return undefined;
  switch (typeOf(node)) {
    case 'string':
      return wrongText(node);
    case 'number':
    case 'integer':
      return wrongNumber(node);
    case 'array':
      return ui['ui:widget'] === 'photos' || typeOf(itemsOf(node) ?? {}) === 'object' ? undefined : [];
    default:
      return undefined;
  }
}

function wrongText(node: JsonObject): string | undefined {
  if ((numberOf(node, 'minLength') ?? 0) > 1 || node['pattern'] !== undefined) return '1';
  const most = numberOf(node, 'maxLength');
  return most === undefined || most > 200 ? undefined : '1'.repeat(most + 1);
}

function wrongNumber(node: JsonObject): number | undefined {
  const most = numberOf(node, 'maximum');
  const least = numberOf(node, 'minimum');
  if (most !== undefined) return most + 1;
  return least === undefined ? undefined : least - 1;
}
