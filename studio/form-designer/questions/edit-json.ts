import { sameJson } from '../../../server/kernel/forms/shown-fields.ts';
import type { Json, JsonObject } from '../../../server/kernel/json.ts';

/**
 * An object with one member set, or taken out when `value` is undefined. What is there keeps its place, what is new goes
 * to the end, and an object that would say the same stays the same object: the file a person did not touch stays as it is.
 */
export function withMember(node: JsonObject, key: string, value: Json | undefined): JsonObject {
  const before = Object.hasOwn(node, key) ? node[key] : undefined;
  if (value === undefined) {
    if (before === undefined) return node;
    return Object.fromEntries(Object.entries(node).filter(([name]) => name !== key));
  }
  return before !== undefined && sameJson(before, value) ? node : { ...node, [key]: value };
}

/** The same for several members. */
export function withMembers(node: JsonObject, members: { readonly [key: string]: Json | undefined }): JsonObject {
  return Object.entries(members).reduce((edited, [key, value]) => withMember(edited, key, value), node);
}

/** A text, or undefined where it says nothing. */
export function said(text: string): string | undefined {
  return text === '' ? undefined : text;
}
