import { controlOf, type FormControl, widgetWord } from '../../../server/kernel/forms/form-control.ts';
import { choicesOf, itemsOf, textOf, typeOf, without } from '../../../server/kernel/forms/schema-node.ts';
import type { JsonObject } from '../../../server/kernel/json.ts';
import { withMember, withMembers } from './edit-json.ts';
import type { QuestionKind } from './question.ts';

/** A field's schema with its presentation. */
export interface FieldParts {
  readonly node: JsonObject;
  readonly ui: JsonObject;
}

const kindsByControl: { readonly [Control in FormControl]: QuestionKind } = {
  text: 'text',
  textarea: 'long-text',
  number: 'number',
  date: 'date',
  'date-time': 'date-time',
  choice: 'choice',
  select: 'choice',
  choices: 'choices',
  category: 'choice',
  switch: 'yes-no',
  'yes-no': 'yes-no',
  phone: 'phone',
  photos: 'photos',
  place: 'place',
  area: 'choice',
  group: 'group',
  rows: 'rows',
  other: 'expert',
};

/** Photos are kept elsewhere and named by the SHA-256 of their bytes. */
const photoName = '^[0-9a-f]{64}$';

const skeletons: { readonly [Kind in QuestionKind]: JsonObject } = {
  choice: { type: 'string' },
  choices: { type: 'array', items: { type: 'string' } },
  text: { type: 'string' },
  'long-text': { type: 'string' },
  number: { type: 'integer' },
  date: { type: 'string', format: 'date' },
  'date-time': { type: 'string', format: 'date-time' },
  photos: { type: 'array', items: { type: 'string', pattern: photoName } },
  'yes-no': { type: 'boolean' },
  phone: { type: 'string', pattern: '^[0-9-]{7,16}$' },
  place: { type: 'string' },
  group: { type: 'object', properties: {} },
  rows: { type: 'array', items: { type: 'object', properties: {} } },
  expert: {},
};

const widgets: { readonly [Kind in QuestionKind]?: string } = {
  choice: 'buttons',
  choices: 'choices',
  text: 'text',
  'long-text': 'textarea',
  number: 'number',
  date: 'date',
  'date-time': 'date-time',
  photos: 'photos',
  'yes-no': 'yes-no',
  phone: 'phone',
  place: 'place',
};

/** Keywords that say something about a question whatever its kind; the others go when the kind changes. */
const staying = ['title', 'description', 'readOnly', '$comment', 'examples'];
const ofTexts = ['minLength', 'maxLength'];
const texts: readonly QuestionKind[] = ['text', 'long-text', 'phone', 'place'];

/**
 * The kind of a field.
 *
 * @param required whether an answer is needed, which makes a yes/no with two answers out of a switch
 */
export function kindOf({ node, ui }: FieldParts, required: boolean): QuestionKind {
  const kind = kindsByControl[controlOf(node, ui, required)];
  if (kind === 'choice') return offers(node) ? kind : 'expert';
  if (kind === 'choices') return offers(itemsOf(node) ?? {}) ? kind : 'expert';
  return kind;
}

function offers(node: JsonObject): boolean {
  return choicesOf(node) !== undefined || textOf(node, 'x-choices') !== undefined;
}

/** A field of another kind, with everything that still makes sense of it. Choices are filled in by `withChoiceList`. */
export function ofKind({ node, ui }: FieldParts, from: QuestionKind, to: QuestionKind): FieldParts {
  const kept = Object.entries(node).filter(
    ([key]) =>
      staying.includes(key) ||
      (key.startsWith('x-') && !['x-choices', 'x-unit', 'x-message'].includes(key)) ||
      (texts.includes(from) && texts.includes(to) && ofTexts.includes(key)),
  );
  const { type, ...rest } = skeletons[to];
  return {
    node: { ...(type === undefined ? {} : { type }), ...Object.fromEntries(kept), ...rest },
    ui: withMember(without(ui, 'ui:widget', 'ui:options', 'items'), 'ui:widget', widgets[to]),
  };
}

/** Says the widget outright where the schema alone would now be taken for another kind. */
export function settled({ node, ui }: FieldParts, kind: QuestionKind, required: boolean): FieldParts {
  if (kind === 'expert' || kindOf({ node, ui }, required) === kind) return { node, ui };
  return { node, ui: withMembers(ui, { 'ui:widget': widgets[kind] }) };
}

/** The widget for answers taken from the pack: categories in two steps, areas and posts from a list. */
export function widgetForSource(source: string): string {
  if (source === 'categories') return 'category';
  return source === 'areas' || source.startsWith('areas:') ? 'area' : 'select';
}

/** The widget for answers of its own, keeping a list to choose from where somebody asked for one. */
export function widgetForOptions(ui: JsonObject): string {
  return widgetWord(ui) === 'select' ? 'select' : 'buttons';
}

/**
 * What is stored for a kind of question. Answers already given to a published question are of this type, so it can only
 * become a kind that stores the same.
 */
export function storedAs(kind: QuestionKind, node: JsonObject): string {
  if (kind === 'photos' || kind === 'choices' || kind === 'rows' || kind === 'group') return kind;
  const format = textOf(node, 'format');
  const type = typeOf(node) ?? 'unknown';
  return format === undefined ? type : `${type} ${format}`;
}

/** What a new question of a kind would store. */
export function storedByKind(kind: QuestionKind): string {
  return storedAs(kind, skeletons[kind]);
}
