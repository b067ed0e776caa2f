import { effectiveForm } from '../forms/effective-form.ts';
import { controlOf } from '../forms/form-control.ts';
import type { FormDefinition } from '../forms/form-definition.ts';
import { choicesOf, itemsOf, ownObject, propertiesOf, textOf, typeOf, type Choice } from '../forms/schema-node.ts';
import { sameJson } from '../forms/shown-fields.ts';
import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../json.ts';
import { instantOfText, localDateTime } from '../local-time.ts';

/**
 * A form's data as a scenario writes it down, the other way round than `fillForm`: questions by their titles, choices by
 * theirs, photos as a number, times local. What a step cannot fill in itself is left out, and so is a switch that says
 * what it would say untouched.
 *
 * @param step BPMN element id; its rights hold
 * @param data as it would be sent
 */
export function recordedAnswers(form: FormDefinition, step: string, data: JsonObject): JsonObject {
  const { fields, ui } = effectiveForm(form, step);
  return objectWords(fields, ui, data, true);
}

function objectWords(node: JsonObject, ui: JsonObject | undefined, data: JsonObject, root: boolean): JsonObject {
  const fields = propertiesOf(node);
  const titles = fields.map(([name, child]) => textOf(child, 'title') ?? name);
  const names = new Set(fields.map(([name]) => name));
  const words = fields.flatMap(([name, child], index) => {
    const value = data[name];
    if (value === undefined || child['readOnly'] === true) return [];
    if (root && typeOf(child) === 'boolean' && child['default'] === value) return [];
    const title = titles[index] ?? name;
    // A title that is also a name, or stands twice, would be looked up as another question.
    const word = names.has(title) || titles.filter((other) => other === title).length > 1 ? name : title;
    return [[word, fieldWords(child, ownObject(ui, name), value)] as const];
  });
  return Object.fromEntries(words);
}

function fieldWords(node: JsonObject, ui: JsonObject | undefined, value: Json): Json {
  const choices = choicesOf(node);
  if (choices !== undefined) return choiceWords(choices, value);
  const items = itemsOf(node);
  if (items !== undefined && isJsonArray(value)) {
    if (controlOf(node, ui, false) === 'photos') return value.length;
    return value.map((item) => fieldWords(items, ownObject(ui, 'items'), item));
  }
  if (typeOf(node) === 'object' && isJsonObject(value)) return objectWords(node, ui, value, false);
  if (typeOf(node) === 'boolean') return value === true ? '是' : value === false ? '否' : value;
  return textOf(node, 'format') === 'date-time' && typeof value === 'string' ? timeWords(value) : value;
}

function choiceWords(choices: readonly Choice[], value: Json): Json {
  const chosen = choices.find((choice) => sameJson(choice.value, value));
  if (chosen === undefined) return value;
  const { title, group } = chosen;
  const words = group === undefined ? [title] : [title, `${group}/${title}`];
  const means = (word: string): readonly Choice[] =>
    choices.filter(
      (choice) =>
        choice.value === word ||
        choice.title === word ||
        (choice.group !== undefined && `${choice.group}/${choice.title}` === word),
    );
  return words.find((word) => means(word).length === 1) ?? value;
}

/** Local, as people write it, when nothing is lost by that. */
function timeWords(instant: string): string {
  if (instantOfText(instant) === null) return instant;
  const local = localDateTime(instant).slice(0, 16).replace('T', ' ');
  return instantOfText(local) === instant ? local : instant;
}
