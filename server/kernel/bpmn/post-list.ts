import { isJsonArray, type Json } from '../json.ts';

/** The posts a value names: a list of ids, or a text with ids between spaces or commas. Each once, in order. */
export function postList(value: Json | undefined): readonly string[] {
  const texts = isJsonArray(value) ? value.filter((one) => typeof one === 'string') : [];
  const ids = typeof value === 'string' ? value.split(/[\s,，、]+/u) : texts.map((text) => text.trim());
  return [...new Set(ids.filter((id) => id !== ''))];
}
