import { isJsonArray, isJsonObject, type Json } from '../kernel/json.ts';

/**
 * JSON text that is the same for equal values: members sorted by name, no spaces (RFC 8785 for what packs hold: no
 * number here needs more than `JSON.stringify` does).
 */
export function canonicalJson(value: Json): string {
  if (isJsonArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (!isJsonObject(value)) return JSON.stringify(value);
  const members = Object.keys(value)
    .toSorted()
    .map((name) => `${JSON.stringify(name)}:${canonicalJson(value[name] ?? null)}`);
  return `{${members.join(',')}}`;
}
