import { isJsonObject, type Json } from '../../../server/kernel/json.ts';

/** Every string inside a JSON value for which `wanted` holds, each once. */
export function stringsIn(value: Json, wanted: (text: string) => boolean): readonly string[] {
  const found = new Set<string>();
  visit(value, (text) => {
    if (wanted(text)) found.add(text);
  });
  return [...found];
}

/** The value with each string that `replacements` names replaced: the device's photo ids by the server's. */
export function replaceStrings(value: Json, replacements: ReadonlyMap<string, string>): Json {
  if (typeof value === 'string') return replacements.get(value) ?? value;
  if (Array.isArray(value)) return value.map((item) => replaceStrings(item, replacements));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, replaceStrings(item, replacements)]));
}

/** True for what looks like the id of a photo, the server's or the device's. */
export function isPhotoId(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text);
}

function visit(value: Json, see: (text: string) => void): void {
  if (typeof value === 'string') see(value);
  else if (Array.isArray(value)) for (const item of value) visit(item, see);
  else if (isJsonObject(value)) for (const item of Object.values(value)) visit(item, see);
}
