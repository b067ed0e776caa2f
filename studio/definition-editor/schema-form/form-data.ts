import { itemsOf, ownValue, propertiesOf, plainText } from '../../../server/kernel/forms/schema-node.ts';
import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../../../server/kernel/json.ts';
import { answerOfWords, spokenAnswer } from '../../../server/kernel/world/spoken-answer.ts';
import { columnsOfMap, shapeOf } from './schema-shape.ts';

/** A definition's value as its form holds it: lists of texts as lines, maps as rows. */
export function toFormData(node: JsonObject, value: Json): Json {
  switch (shapeOf(node)) {
    case 'group':
      return isJsonObject(value) ? mapMembers(node, value, toFormData) : value;
    case 'rows': {
      const items = itemsOf(node) ?? {};
      return isJsonArray(value) ? value.map((item) => toFormData(items, item)) : value;
    }
    case 'lines':
      return isJsonArray(value) ? value.map(plainText).join('\n') : value;
    case 'map': {
      const columns = columnsOfMap(node);
      return isJsonObject(value)
        ? Object.entries(value).map(([key, one]) => ({ key, value: toFormData(columns.value, one) }))
        : value;
    }
    case 'free':
      return spokenAnswer(value);
    default:
      return value;
  }
}

/**
 * What a form holds as the definition's value. What the form does not ask keeps what it was before; what somebody emptied
 * is gone.
 *
 * @param before the value before, for members that the form does not ask and for the kind of a free answer
 */
export function fromFormData(node: JsonObject, data: Json, before: Json | undefined): Json | undefined {
  switch (shapeOf(node)) {
    case 'group':
      return isJsonObject(data) ? membersFrom(node, data, isJsonObject(before) ? before : {}) : data;
    case 'rows': {
      const items = itemsOf(node) ?? {};
      // A row carries along what it does not ask, so it is its own "before", wherever it has been moved to.
      return isJsonArray(data) ? data.flatMap((item) => orNothing(fromFormData(items, item, item))) : data;
    }
    case 'lines':
      return linesOf(data);
    case 'map':
      return isJsonArray(data) ? mapFrom(node, data, isJsonObject(before) ? before : {}) : data;
    case 'free':
      return typeof data === 'string' ? answerOfWords(data, before) : data;
    default:
      return data;
  }
}

function mapMembers(node: JsonObject, value: JsonObject, each: (node: JsonObject, value: Json) => Json): JsonObject {
  const schemas = new Map(propertiesOf(node));
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => {
      const schema = schemas.get(name);
      return [name, schema === undefined ? one : each(schema, one)] as const;
    }),
  );
}

/** In the order of the definition before, then of its schema, so that a change is one line in its file. */
function membersFrom(node: JsonObject, data: JsonObject, before: JsonObject): JsonObject {
  const schemas = new Map(propertiesOf(node));
  const names = [...new Set([...Object.keys(before), ...schemas.keys(), ...Object.keys(data)])];
  const members = names.flatMap((name) => {
    const schema = schemas.get(name);
    const filled = ownValue(data, name);
    if (schema === undefined) return pair(name, filled ?? ownValue(before, name));
    const shape = shapeOf(schema);
    if (shape === 'special') return pair(name, ownValue(before, name));
    if (shape === 'mark') return pair(name, schema['const']);
    return pair(
      name,
      filled === undefined
        ? emptied(schema, ownValue(before, name))
        : fromFormData(schema, filled, ownValue(before, name)),
    );
  });
  return Object.fromEntries(members);
}

/** A list or map that was there and whose last entry was taken away is empty, not gone. */
function emptied(schema: JsonObject, before: Json | undefined): Json | undefined {
  if (before === undefined) return undefined;
  const shape = shapeOf(schema);
  if (shape === 'lines' || shape === 'rows' || shape === 'choices') return isJsonArray(before) ? [] : undefined;
  return shape === 'map' ? {} : undefined;
}

function mapFrom(node: JsonObject, rows: readonly Json[], before: JsonObject): JsonObject {
  const columns = columnsOfMap(node);
  const members = rows.flatMap((row) => {
    if (!isJsonObject(row) || typeof row['key'] !== 'string' || row['key'].trim() === '') return [];
    const key = row['key'].trim();
    const empty = shapeOf(columns.value) === 'lines' ? [] : '';
    return [[key, fromFormData(columns.value, row['value'] ?? '', ownValue(before, key)) ?? empty] as const];
  });
  return Object.fromEntries(members);
}

function linesOf(data: Json): readonly string[] {
  return (typeof data === 'string' ? data.split('\n') : []).map((line) => line.trim()).filter((line) => line !== '');
}

function pair(name: string, value: Json | undefined): readonly (readonly [string, Json])[] {
  return value === undefined ? [] : [[name, value]];
}

function orNothing(value: Json | undefined): readonly Json[] {
  return value === undefined ? [] : [value];
}
