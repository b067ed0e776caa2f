import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import type { EffectiveForm } from './effective-form.ts';
import { mapFields } from './map-fields.ts';
import { ownValue, propertiesOf, typeOf, without } from './schema-node.ts';
import { formState, shownSchema } from './shown-fields.ts';

/**
 * What a form starts with before anybody has touched it: the defaults of the fields that are shown, over what is known.
 * Defaults of hidden branches wait until the branch is shown.
 */
export function defaultValues(effective: EffectiveForm, known: JsonObject = {}): JsonObject {
  return withDefaults(shownSchema(effective, withDefaults(effective.fields, known)), known);
}

/**
 * The defaults of what a change has just shown, over the data after it. What was shown before keeps its answer, also the
 * one somebody took away.
 */
export function withRevealedDefaults(effective: EffectiveForm, before: JsonObject, after: JsonObject): JsonObject {
  const was = formState(effective, before);
  const is = formState(effective, after);
  const revealed = mapFields(effective.fields, {
    field: (path, node) => (is.shows(path) ? (was.shows(path) ? without(node, 'default') : node) : null),
  });
  return withDefaults(revealed, after);
}

function withDefaults(node: JsonObject, known: JsonObject): JsonObject {
  const added = propertiesOf(node).flatMap(([name, child]) => {
    const value = startValue(child, ownValue(known, name));
    return value === undefined ? [] : [[name, value] as const];
  });
  return { ...known, ...Object.fromEntries(added) };
}

function startValue(node: JsonObject, known: Json | undefined): Json | undefined {
  if (known !== undefined) {
    return typeOf(node) === 'object' && isJsonObject(known) ? withDefaults(node, known) : known;
  }
  if (node['default'] !== undefined) return node['default'];
  if (typeOf(node) !== 'object') return undefined;
  const group = withDefaults(node, {});
  return Object.keys(group).length === 0 ? undefined : group;
}
