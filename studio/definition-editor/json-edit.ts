import { pointerTokens } from '../../server/kernel/forms/json-pointer.ts';
import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../../server/kernel/json.ts';

/** A copy of a definition in which one value is another; undefined takes it away. Members keep their order. */
export function withValueAt(json: JsonObject, pointer: string, value: Json | undefined): JsonObject {
  const next = replaced(json, pointerTokens(pointer), value);
  return isJsonObject(next) ? next : json;
}

function replaced(
  json: Json | undefined,
  [step, ...rest]: readonly string[],
  value: Json | undefined,
): Json | undefined {
  if (step === undefined) return value;
  if (isJsonArray(json)) {
    const index = step === '-' ? json.length : Number(step);
    const next = replaced(json[index], rest, value);
    return next === undefined ? json.toSpliced(index, 1) : json.toSpliced(index, 1, next);
  }
  const object = isJsonObject(json) ? json : {};
  const next = replaced(object[step], rest, value);
  if (next !== undefined) return { ...object, [step]: next };
  return Object.fromEntries(Object.entries(object).filter(([name]) => name !== step));
}

/** A copy of a list in which one item stands at another place. */
export function movedItem<Item>(items: readonly Item[], from: number, to: number): readonly Item[] {
  const item = items[from];
  return item === undefined || to < 0 || to >= items.length ? items : items.toSpliced(from, 1).toSpliced(to, 0, item);
}

/** An id nobody has yet: `post-3`. Ids are for the program; people know things by their titles. */
export function freeId(base: string, used: Iterable<string>): string {
  const taken = new Set(used);
  let nth = 1;
  while (taken.has(`${base}-${nth}`)) nth += 1;
  return `${base}-${nth}`;
}
