import { controlOf } from '../forms/form-control.ts';
import type { FormDefinition } from '../forms/form-definition.ts';
import { choicesOf, itemsOf, ownObject, propertiesOf, textOf, typeOf, type Choice } from '../forms/schema-node.ts';
import { standInPhoto } from '../forms/stand-in-photo.ts';
import { isJsonArray, isJsonObject, type Instant, type Json, type JsonObject } from '../json.ts';
import { instantOfLocal } from '../local-time.ts';
import type { ScenarioFault } from './scenario-fault.ts';

/** What is being filled in: where in the file the words stand, and the faults found on the way. */
interface Filling {
  readonly faults: ScenarioFault[];
  /** What `现在` means. */
  readonly now: Instant | null;
}

/** The data of a filled form, and the words that meant nothing. */
export interface FilledForm {
  readonly data: JsonObject;
  readonly faults: readonly ScenarioFault[];
}

/**
 * Turns what a person says into a form's data: titles of questions become fields, titles of choices their values, a
 * number of photos that many stand-ins, local times instants. Field names and values are understood as they are too.
 * Whether the data is complete and allowed is the form's own question when it is submitted.
 *
 * @param form the form with its choices filled in
 * @param words question → answer
 * @param place JSON pointer of the words in their file
 * @param now instant that `现在` stands for; without it the word means nothing
 */
export function fillForm(
  form: FormDefinition,
  words: JsonObject,
  place: string,
  now: Instant | null = null,
): FilledForm {
  const filling: Filling = { faults: [], now };
  return { data: fillObject(filling, form.schema, form.ui, words, place), faults: filling.faults };
}

function fillObject(
  filling: Filling,
  schema: JsonObject,
  ui: JsonObject | undefined,
  words: JsonObject,
  place: string,
): JsonObject {
  const data: Record<string, Json> = {};
  for (const [word, answer] of Object.entries(words)) {
    const at = `${place}/${word.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    const field = findField(schema, word);
    if (field) data[field.name] = fillField(filling, field.node, ownObject(ui, field.name), answer, at);
    else filling.faults.push(unknownField(word, schema, at));
  }
  return data;
}

function findField(schema: JsonObject, word: string): { readonly name: string; readonly node: JsonObject } | null {
  const fields = propertiesOf(schema).map(([name, node]) => ({ name, node }));
  return fields.find(({ name }) => name === word) ?? fields.find(({ node }) => textOf(node, 'title') === word) ?? null;
}

function fillField(filling: Filling, node: JsonObject, ui: JsonObject | undefined, answer: Json, place: string): Json {
  const choices = choicesOf(node);
  if (choices) return fillChoice(filling, choices, answer, place);
  const items = itemsOf(node);
  if (items) return fillList(filling, node, items, ui, answer, place);
  if (typeOf(node) === 'object' && isJsonObject(answer)) return fillObject(filling, node, ui, answer, place);
  if (typeOf(node) === 'boolean' && (answer === '是' || answer === '否')) return answer === '是';
  if (answer === '现在' && filling.now !== null && textOf(node, 'format') === 'date-time') return filling.now;
  if (
    textOf(node, 'format') === 'date-time' &&
    typeof answer === 'string' &&
    /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/.test(answer)
  )
    return instantOfLocal(answer);
  return answer;
}

function fillList(
  filling: Filling,
  node: JsonObject,
  items: JsonObject,
  ui: JsonObject | undefined,
  answer: Json,
  place: string,
): Json {
  if (controlOf(node, ui, false) === 'photos' && typeof answer === 'number')
    return Array.from({ length: answer }, (_, index) => standInPhoto(index));
  if (!isJsonArray(answer)) return answer;
  return answer.map((one, index) => fillField(filling, items, ownObject(ui, 'items'), one, `${place}/${index}`));
}

/** A choice by its value, its title, or `group/title` where a title stands in two groups. */
function fillChoice(filling: Filling, choices: readonly Choice[], answer: Json, place: string): Json {
  const byValue = choices.find((choice) => choice.value === answer);
  if (byValue) return byValue.value;
  const named = choices.filter(
    (choice) => choice.title === answer || (choice.group !== undefined && `${choice.group}/${choice.title}` === answer),
  );
  const [found] = named;
  if (found && named.length === 1) return found.value;
  const said = typeof answer === 'string' ? answer : JSON.stringify(answer);
  filling.faults.push(named.length > 1 ? ambiguousChoice(said, named, place) : unknownChoice(said, choices, place));
  return answer;
}

function unknownField(word: string, schema: JsonObject, place: string): ScenarioFault {
  const titles = propertiesOf(schema).map(([name, node]) => textOf(node, 'title') ?? name);
  return {
    code: 'scenario-field-unknown',
    place,
    zh: `表单里没有「${word}」这道题。有的是：${titles.join('、')}。`,
    en: `The form has no question "${word}". It has: ${titles.join(', ')}.`,
  };
}

function unknownChoice(said: string, choices: readonly Choice[], place: string): ScenarioFault {
  const titles = choices
    .slice(0, 12)
    .map((choice) => choice.title)
    .join('、');
  return {
    code: 'scenario-choice-unknown',
    place,
    zh: `没有「${said}」这个选项。有的是：${titles}${choices.length > 12 ? '……' : ''}。`,
    en: `There is no choice "${said}". There are: ${titles}${choices.length > 12 ? ' …' : ''}.`,
  };
}

function ambiguousChoice(said: string, named: readonly Choice[], place: string): ScenarioFault {
  const full = named.map((choice) => `${choice.group ?? ''}/${choice.title}`).join('、');
  return {
    code: 'scenario-choice-ambiguous',
    place,
    zh: `「${said}」有几个，请写全：${full}。`,
    en: `"${said}" stands for several choices; write one of: ${full}.`,
  };
}
