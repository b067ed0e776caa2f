import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../json.ts';
import type { FormDefinition } from './form-definition.ts';
import { type Choice, textOf } from './schema-node.ts';

/**
 * Fills in the choices a form takes from elsewhere: a schema node with `"x-choices": "posts"` gets them as `oneOf`, so
 * that every validator knows them. A node whose source is unknown stays as it is.
 *
 * @param choicesOf the choices of a source (`categories`, `areas`, `posts`, `posts:grid` …)
 */
export function withChoices(
  definition: FormDefinition,
  choicesOf: (source: string) => readonly Choice[] | undefined,
): FormDefinition {
  const fill = (node: Json): Json => {
    if (isJsonArray(node)) return node.map(fill);
    if (!isJsonObject(node)) return node;
    const filled: JsonObject = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, fill(value)]));
    const source = textOf(node, 'x-choices');
    const choices = source === undefined || node['oneOf'] !== undefined ? undefined : choicesOf(source);
    return choices === undefined ? filled : { ...filled, oneOf: choices.map(optionOf) };
  };
  const schema = fill(definition.schema);
  return isJsonObject(schema) ? { ...definition, schema } : definition;
}

function optionOf(choice: Choice): JsonObject {
  return {
    const: choice.value,
    title: choice.title,
    ...(choice.group === undefined ? {} : { 'x-group': choice.group }),
  };
}
