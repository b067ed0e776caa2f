import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../json.ts';

/** One offered answer of a choice field. */
export interface Choice {
  readonly value: Json;
  readonly title: string;
  /** Title of the group it is offered in (`x-group`), as the sub-categories of a category are. */
  readonly group?: string;
}

/** The properties of an object schema, in the order they are written. */
export function propertiesOf(node: JsonObject): readonly (readonly [string, JsonObject])[] {
  const properties = node['properties'];
  if (!isJsonObject(properties)) return [];
  return Object.entries(properties).flatMap(([name, child]) => (isJsonObject(child) ? [[name, child] as const] : []));
}

/** One property of an object schema. */
export function propertyOf(node: JsonObject, name: string): JsonObject | undefined {
  return ownObject(ownObject(node, 'properties'), name);
}

/** The schema of an array's items, when it is one schema for all of them. */
export function itemsOf(node: JsonObject): JsonObject | undefined {
  return ownObject(node, 'items');
}

/** The offered answers: `oneOf` of `{const, title}` only; anything else is no choice. */
export function choicesOf(node: JsonObject): readonly Choice[] | undefined {
  const options = node['oneOf'];
  if (!isJsonArray(options) || options.length === 0) return undefined;
  const choices: Choice[] = [];
  for (const option of options) {
    if (!isJsonObject(option) || option['const'] === undefined) return undefined;
    const group = textOf(option, 'x-group');
    choices.push({
      value: option['const'],
      title: textOf(option, 'title') ?? plainText(option['const']),
      ...(group === undefined ? {} : { group }),
    });
  }
  return choices;
}

/** A constant as a person reads it where nobody gave it a title. */
export function plainText(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

export function typeOf(node: JsonObject): string | undefined {
  return textOf(node, 'type');
}

/** The names an object schema requires. */
export function requiredOf(node: JsonObject): readonly string[] {
  const names = node['required'];
  return isJsonArray(names) ? names.filter((name): name is string => typeof name === 'string') : [];
}

export function textOf(node: JsonObject, keyword: string): string | undefined {
  const value = node[keyword];
  return typeof value === 'string' ? value : undefined;
}

export function numberOf(node: JsonObject, keyword: string): number | undefined {
  const value = node[keyword];
  return typeof value === 'number' ? value : undefined;
}

/** A member of an object; own ones only, so that a name like `constructor` finds nothing. */
export function ownValue(node: JsonObject, name: string): Json | undefined {
  return Object.hasOwn(node, name) ? node[name] : undefined;
}

/** A member that is an object itself. */
export function ownObject(node: JsonObject | undefined, name: string): JsonObject | undefined {
  const value = node === undefined ? undefined : ownValue(node, name);
  return isJsonObject(value) ? value : undefined;
}

/** Copies an object without the named members. */
export function without(node: JsonObject, ...names: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(node).filter(([name]) => !names.includes(name)));
}
