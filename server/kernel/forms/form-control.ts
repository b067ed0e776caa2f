import type { JsonObject } from '../json.ts';
import { choicesOf, itemsOf, numberOf, ownObject, textOf, typeOf } from './schema-node.ts';

/**
 * How a field is asked and shown. `group` is an object, `rows` an array of objects; `other` is a schema outside the
 * profile.
 */
export type FormControl =
  | 'text'
  | 'textarea'
  | 'number'
  | 'date'
  | 'date-time'
  | 'choice'
  | 'select'
  | 'choices'
  | 'category'
  | 'switch'
  | 'yes-no'
  | 'phone'
  | 'photos'
  | 'place'
  | 'area'
  | 'group'
  | 'rows'
  | 'other';

/** What a pack may write as `ui:widget`, with RJSF's own words for the same things. */
const widgetWords: { readonly [word: string]: FormControl } = {
  text: 'text',
  textarea: 'textarea',
  number: 'number',
  updown: 'number',
  date: 'date',
  'date-time': 'date-time',
  datetime: 'date-time',
  choice: 'choice',
  buttons: 'choice',
  radio: 'choice',
  select: 'select',
  choices: 'choices',
  checkboxes: 'choices',
  category: 'category',
  switch: 'switch',
  checkbox: 'switch',
  'yes-no': 'yes-no',
  phone: 'phone',
  tel: 'phone',
  photos: 'photos',
  place: 'place',
  area: 'area',
};

const controlsByType: { readonly [type: string]: readonly FormControl[] } = {
  string: ['text', 'textarea', 'date', 'date-time', 'choice', 'select', 'category', 'phone', 'place', 'area'],
  number: ['number', 'choice', 'select'],
  integer: ['number', 'choice', 'select'],
  boolean: ['switch', 'yes-no'],
  array: ['choices', 'photos'],
};

/** More answers than this are picked from a list instead of being laid out as buttons. */
const mostButtons = 9;

/** Texts longer than this are asked in a box of several lines. */
const longestLine = 100;

/** The `ui:widget` a pack wrote for a field, in either of RJSF's spellings. */
export function widgetWord(ui: JsonObject | undefined): string | undefined {
  if (ui === undefined) return undefined;
  return textOf(ui, 'ui:widget') ?? textOf(ownObject(ui, 'ui:options') ?? {}, 'widget');
}

/** A control that a plugin adds, as `rating:stars`: it can stand for any field with one value. */
export function isPluginWidget(word: string, schema: JsonObject): boolean {
  const oneValue = ['string', 'number', 'integer', 'boolean'].includes(typeOf(schema) ?? '');
  return oneValue && /^[a-z][a-z0-9-]*:[a-z][a-z0-9-]*$/.test(word);
}

/** The control a widget word means for a schema of this type, or undefined where the two do not fit. */
export function controlForWidget(word: string, schema: JsonObject): FormControl | undefined {
  const control = Object.hasOwn(widgetWords, word) ? widgetWords[word] : undefined;
  const possible = controlsByType[typeOf(schema) ?? ''] ?? [];
  return control !== undefined && possible.includes(control) ? control : undefined;
}

/**
 * The control of a field: the one its ui asks for, else the one its schema suggests.
 *
 * @param mustAnswer the field is required: a yes/no without default is then a question with two answers instead of a
 *   switch, which would answer "no" by itself
 */
export function controlOf(schema: JsonObject, ui: JsonObject | undefined, mustAnswer: boolean): FormControl {
  const word = widgetWord(ui);
  const asked = word === undefined ? undefined : controlForWidget(word, schema);
  return asked ?? suggestedControl(schema, mustAnswer);
}

function suggestedControl(schema: JsonObject, mustAnswer: boolean): FormControl {
  switch (typeOf(schema)) {
    case 'string':
      return suggestedForString(schema);
    case 'number':
    case 'integer':
      return suggestedForChoices(schema) ?? 'number';
    case 'boolean':
      return mustAnswer && schema['default'] === undefined ? 'yes-no' : 'switch';
    case 'object':
      return 'group';
    case 'array':
      return suggestedForArray(schema);
    default:
      return 'other';
  }
}

/** Answers that a pack takes from elsewhere (`x-choices`: categories, areas, posts) are asked by where they come from. */
function suggestedForChoices(schema: JsonObject): FormControl | undefined {
  const choices = choicesOf(schema);
  const source = textOf(schema, 'x-choices');
  if (source === 'areas') return 'area';
  if (source === 'categories' || choices?.some((choice) => choice.group !== undefined)) return 'category';
  if (choices === undefined) return source === undefined ? undefined : 'select';
  return choices.length <= mostButtons ? 'choice' : 'select';
}

function suggestedForString(schema: JsonObject): FormControl {
  const chosen = suggestedForChoices(schema);
  if (chosen !== undefined) return chosen;
  const format = textOf(schema, 'format');
  if (format === 'date' || format === 'date-time') return format;
  return (numberOf(schema, 'maxLength') ?? 0) > longestLine ? 'textarea' : 'text';
}

function suggestedForArray(schema: JsonObject): FormControl {
  const items = itemsOf(schema);
  if (items === undefined) return 'other';
  if (typeOf(items) === 'object') return 'rows';
  if (choicesOf(items) !== undefined) return 'choices';
  return 'other';
}
