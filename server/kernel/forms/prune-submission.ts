import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../json.ts';
import type { EffectiveForm } from './effective-form.ts';
import { itemsOf, ownValue, propertiesOf, propertyOf, requiredOf, typeOf } from './schema-node.ts';
import { isEmptyAnswer, sameJson, shownSchema } from './shown-fields.ts';

/** Keywords with which a schema names further properties that no walk along `properties` sees. */
const namesMore = ['allOf', 'anyOf', 'oneOf', 'if', 'patternProperties', 'dependentSchemas', '$ref'];

/**
 * What of a submission counts: fields the step shows and may fill, in branches that hold, plus its read-only fields as
 * they are stored. Unknown, hidden and untouched fields, blank texts, empty rows and groups are left out; spaces around
 * texts are taken off; a switch nobody touched says no. Values of a wrong type stay, so that validation can name them.
 *
 * The same function runs in the browser before sending and on the server before storing.
 *
 * @param data as it came; anything that is no object counts as empty
 * @param stored what is known so far, from which read-only fields keep their values
 */
export function pruneSubmission(effective: EffectiveForm, data: Json, stored: JsonObject = {}): JsonObject {
  const given = isJsonObject(data) ? data : {};
  const taken = takeObject(effective.fields, given, stored, false);
  const shown = shownSchema(effective, taken);
  return takeObject(shown, taken, taken, false);
}

/**
 * The data of a case or an entry after a step: what the step submitted in place of what it could fill, everything else
 * as it was.
 *
 * @param pruned the result of `pruneSubmission`
 */
export function mergeSubmission(effective: EffectiveForm, stored: JsonObject, pruned: JsonObject): JsonObject {
  const kept = Object.entries(stored).filter(
    ([name]) => !propertiesOf(effective.fields).some(([known]) => known === name),
  );
  const groups = propertiesOf(effective.fields).flatMap(([name, node]) => {
    const before = ownValue(stored, name);
    const after = ownValue(pruned, name);
    if (typeOf(node) !== 'object' || !isJsonObject(before)) return after === undefined ? [] : [[name, after] as const];
    const inner = { ...effective, fields: node };
    const merged = mergeSubmission(inner, before, isJsonObject(after) ? after : {});
    return isEmptyAnswer(merged) ? [] : [[name, merged] as const];
  });
  return Object.fromEntries([...kept, ...groups]);
}

function takeObject(node: JsonObject, given: JsonObject, stored: JsonObject, readOnly: boolean): JsonObject {
  const known = propertiesOf(node);
  const taken = known.flatMap(([name, child]) => {
    const value = takeField(
      child,
      ownValue(given, name),
      ownValue(stored, name),
      readOnly || child['readOnly'] === true,
    );
    if (value === undefined) return [];
    const isWantedGroup = isJsonObject(value) && typeOf(child) === 'object' && requiredOf(node).includes(name);
    return isWantedGroup || !(readOnly ? isEmptyAnswer(value) : isUntouched(child, value))
      ? [[name, value] as const]
      : [];
  });
  return { ...Object.fromEntries(taken), ...unseen(node, given, new Set(known.map(([name]) => name)), readOnly) };
}

/** A group or row that holds nothing but defaults was never opened; at the root a default is an answer. */
function isUntouched(node: JsonObject, value: Json): boolean {
  if (typeOf(node) !== 'object' || !isJsonObject(value) || node['readOnly'] === true) return isEmptyAnswer(value);
  return Object.entries(value).every(([name, answer]) => {
    const child = propertyOf(node, name);
    if (child === undefined || child['readOnly'] === true) return false;
    return isUntouched(child, answer) || (child['default'] !== undefined && sameJson(child['default'], answer));
  });
}

/** Outside the profile further properties may be named by parts of the schema that are not walked; validation judges them. */
function unseen(node: JsonObject, given: JsonObject, known: ReadonlySet<string>, readOnly: boolean): JsonObject {
  if (readOnly || !namesMore.some((keyword) => node[keyword] !== undefined)) return {};
  return Object.fromEntries(Object.entries(given).filter(([name]) => !known.has(name) && name !== '__proto__'));
}

function takeField(
  node: JsonObject,
  given: Json | undefined,
  stored: Json | undefined,
  readOnly: boolean,
): Json | undefined {
  const type = typeOf(node);
  if (type === 'object') {
    const from = readOnly ? stored : given;
    if (from !== undefined && from !== null && !isJsonObject(from)) return from;
    return takeObject(node, isJsonObject(given) ? given : {}, isJsonObject(stored) ? stored : {}, readOnly);
  }
  if (readOnly) return stored;
  if (type === 'array') return takeList(node, given, stored);
  if (type === 'boolean' && (given === undefined || given === null)) return node['default'];
  if (type === 'string' && typeof given === 'string') return given.trim();
  return given;
}

function takeList(node: JsonObject, given: Json | undefined, stored: Json | undefined): Json | undefined {
  const items = itemsOf(node);
  if (!isJsonArray(given) || items === undefined) return given;
  const before = isJsonArray(stored) ? stored : [];
  return given
    .map((item, index) => takeField(items, item, before[index], false) ?? null)
    .filter((item) => !isUntouched(items, item));
}
