import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../json.ts';
import type { FormDefinition, MaskKind } from './form-definition.ts';
import { personalField, type PersonalField } from './form-fields.ts';
import { inlineReferences } from './inline-references.ts';
import { pointerOf, pointerTokens } from './json-pointer.ts';
import { maskValue } from './mask-value.ts';
import { itemsOf, ownValue, propertyOf } from './schema-node.ts';

/** One personal value taken out of a submission; it is kept in a row that can be erased. */
export interface PersonalValue {
  /** JSON pointer into the submission it was taken from. */
  readonly pointer: string;
  readonly class: 'personal' | 'sensitive';
  readonly mask: MaskKind;
  readonly value: Json;
}

type Form = Pick<FormDefinition, 'schema'>;
type Replace = (field: PersonalField, value: Json, path: readonly (string | number)[]) => Json | undefined;

/** Parts a submission into what may be stored, logged and shown, and the personal values with their places. */
export function splitPersonal(
  definition: Form,
  data: JsonObject,
): { plain: JsonObject; personal: readonly PersonalValue[] } {
  const personal: PersonalValue[] = [];
  const plain = replacePersonal(definition, data, (field, value, path) => {
    personal.push({ pointer: pointerOf(path), class: field.class, mask: field.mask, value });
    return undefined;
  });
  return { plain, personal };
}

/** The submission without personal values: all that process variables and conditions may see. */
export function withoutPersonal(definition: Form, data: JsonObject): JsonObject {
  return replacePersonal(definition, data, () => undefined);
}

/** The submission as it is shown to those who may not see personal values: 王**, 138****2046. */
export function maskPersonal(definition: Form, data: JsonObject): JsonObject {
  return replacePersonal(definition, data, (field, value) => maskValue(field.mask, value));
}

/** Puts personal values back into their places; a value whose place is gone (the row was removed) is left out. */
export function joinPersonal(
  plain: JsonObject,
  personal: readonly Pick<PersonalValue, 'pointer' | 'value'>[],
): JsonObject {
  return personal.reduce((data, { pointer, value }) => {
    const joined = putValue(data, pointerTokens(pointer), value);
    return isJsonObject(joined) ? joined : data;
  }, plain);
}

function replacePersonal(definition: Form, data: JsonObject, replace: Replace): JsonObject {
  const replaced = replaceBelow(inlineReferences(definition.schema).schema, data, replace, []);
  return isJsonObject(replaced) ? replaced : {};
}

function replaceBelow(
  node: JsonObject,
  value: Json,
  replace: Replace,
  path: readonly (string | number)[],
): Json | undefined {
  const field = personalField(node);
  if (field !== null) return replace(field, value, path);
  if (isJsonArray(value)) {
    const items = itemsOf(node);
    return items === undefined
      ? value
      : value.map((item, index) => replaceBelow(items, item, replace, [...path, index]) ?? null);
  }
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, child]) => {
      const schema = propertyOf(node, name);
      const next = schema === undefined ? child : replaceBelow(schema, child, replace, [...path, name]);
      return next === undefined ? [] : [[name, next] as const];
    }),
  );
}

function putValue(data: Json | undefined, tokens: readonly string[], value: Json): Json | undefined {
  const [token, ...rest] = tokens;
  if (token === undefined) return value;
  if (isJsonArray(data)) {
    return data.map((item, index) => (String(index) === token ? (putValue(item, rest, value) ?? item) : item));
  }
  if (!isJsonObject(data)) return data;
  const before = ownValue(data, token);
  if (rest.length > 0 && before === undefined) return data;
  const next = putValue(before, rest, value);
  return next === undefined ? data : { ...data, [token]: next };
}
