import { defaultValues, withRevealedDefaults } from '../../../server/kernel/forms/default-values.ts';
import { effectiveForm, type EffectiveForm } from '../../../server/kernel/forms/effective-form.ts';
import type { FormDefinition } from '../../../server/kernel/forms/form-definition.ts';
import { javascriptPattern } from '../../../server/kernel/forms/javascript-pattern.ts';
import {
  choicesOf,
  itemsOf,
  numberOf,
  ownObject,
  propertiesOf,
  textOf,
  typeOf,
} from '../../../server/kernel/forms/schema-node.ts';
import { isEmptyAnswer, shownSchema } from '../../../server/kernel/forms/shown-fields.ts';
import type { Json, JsonObject } from '../../../server/kernel/json.ts';

/** What samples are made of. */
export interface SampleWords {
  /** A few words, repeated as often as a text must be long. */
  readonly text: string;
  /** Civil date, `2026-11-28`. */
  readonly today: string;
}

/** An id of the form photos have; nobody's photo. */
export function samplePhoto(nth: number): string {
  return String(nth).padStart(64, '0');
}

/**
 * A form filled in rightly, by nobody in particular: every question that is shown has an answer its schema accepts, as far
 * as one can be thought of. What has an answer keeps it.
 */
export function rightSample(form: FormDefinition, step: string, words: SampleWords): JsonObject {
  const effective = effectiveForm(form, step);
  let data = defaultValues(effective);
  // An answer may show further questions; a form has at most 300 of them, and chains are short.
  for (let round = 0; round < 8; round += 1) {
    const filled = filledObject(shownSchema(effective, data), effective.ui, data, words);
    const next = withRevealedDefaults(effective, data, filled);
    if (JSON.stringify(next) === JSON.stringify(data)) return next;
    data = next;
  }
  return data;
}

/** The same form filled in wrongly: what must be answered is left out, texts are too short, numbers too big. */
export function wrongSample(form: FormDefinition, step: string, words: SampleWords): JsonObject {
  const effective = effectiveForm(form, step);
  const right = rightSample(form, step, words);
  const shown = shownSchema(effective, right);
  const deciding = decidingFields(effective);
  return Object.fromEntries(
    propertiesOf(shown).flatMap(([name, node]) => {
      const answer = right[name];
      if (answer === undefined || node['readOnly'] === true || deciding.has(name))
        return answer === undefined ? [] : [[name, answer] as const];
      const wrong = wrongAnswer(node, ownObject(effective.ui, name) ?? {});
      return wrong === undefined ? [] : [[name, wrong] as const];
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

function filledObject(schema: JsonObject, ui: JsonObject, data: JsonObject, words: SampleWords): JsonObject {
  const added = propertiesOf(schema).flatMap(([name, node]) => {
    const known = data[name];
    const below = ownObject(ui, name) ?? {};
    if (typeOf(node) === 'object') {
      const inner = filledObject(
        node,
        below,
        typeof known === 'object' && known !== null && !Array.isArray(known) ? (known as JsonObject) : {},
        words,
      );
      return [[name, inner] as const];
    }
    if (known !== undefined && !(isEmptyAnswer(known) && known !== false)) return [];
    const answer = rightAnswer(node, below, words);
    return answer === undefined ? [] : [[name, answer] as const];
  });
  return { ...data, ...Object.fromEntries(added) };
}

function rightAnswer(node: JsonObject, ui: JsonObject, words: SampleWords): Json | undefined {
  const [first] = choicesOf(node) ?? [];
  if (first !== undefined) return first.value;
  switch (typeOf(node)) {
    case 'string':
      return rightText(node, words);
    case 'number':
    case 'integer':
      return rightNumber(node);
    case 'boolean':
      return true;
    case 'array':
      return rightList(node, ui, words);
    default:
      return undefined;
  }
}

function rightText(node: JsonObject, words: SampleWords): string | undefined {
  if (textOf(node, 'x-choices') !== undefined) return undefined;
  const format = textOf(node, 'format');
  if (format === 'date') return words.today;
  if (format === 'date-time') return `${words.today}T09:00:00+08:00`;
  const least = numberOf(node, 'minLength') ?? 0;
  const most = numberOf(node, 'maxLength') ?? 200;
  const long = Array.from(words.text.repeat(Math.ceil(Math.max(least, 1) / words.text.length) + 1));
  const plain = long.slice(0, Math.min(most, Math.max(least, words.text.length))).join('');
  const pattern = textOf(node, 'pattern');
  if (pattern === undefined) return plain;
  const fitting = new RegExp(javascriptPattern(pattern), 'u');
  return [plain, '13800000000', '0938-0000000', '620500', 'A1', '1'].find((candidate) => fitting.test(candidate));
}

function rightNumber(node: JsonObject): number {
  const above = numberOf(node, 'exclusiveMinimum');
  const least = numberOf(node, 'minimum') ?? (above === undefined ? undefined : above + 1);
  const most = numberOf(node, 'maximum') ?? numberOf(node, 'exclusiveMaximum');
  const wanted = Math.max(least ?? 1, Math.min(1, most ?? 1));
  const step = numberOf(node, 'multipleOf');
  return step === undefined ? wanted : Math.ceil(wanted / step) * step;
}

function rightList(node: JsonObject, ui: JsonObject, words: SampleWords): Json | undefined {
  const items = itemsOf(node);
  if (items === undefined) return undefined;
  const count = Math.max(1, numberOf(node, 'minItems') ?? 1);
  const choices = choicesOf(items);
  if (choices !== undefined) return choices.slice(0, count).map(({ value }) => value);
  if (typeOf(items) === 'object') {
    const row = filledObject(items, ownObject(ui, 'items') ?? {}, {}, words);
    return Array.from({ length: count }, () => row);
  }
  return ui['ui:widget'] === 'photos' ? Array.from({ length: count }, (_, nth) => samplePhoto(nth + 1)) : undefined;
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
