import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../../kernel/json.ts';
import { canonicalJson } from '../canonical-json.ts';
import { alignLists } from './align-lists.ts';

/** What stands at a place on both sides; undefined: nothing. */
export interface Pair {
  readonly before: Json | undefined;
  readonly after: Json | undefined;
}

/** One value that differs. A list whose items only stand in another order is one difference: `reordered`. */
export interface Difference extends Pair {
  /** Names of members, ids of items, or their number among the items of the list that has them (the later one). */
  readonly path: readonly string[];
  /** What stands at each place on the way: first the whole, last what the difference is in. As long as `path`. */
  readonly trail: readonly Pair[];
  readonly reordered: boolean;
}

interface Way {
  readonly path: readonly string[];
  readonly trail: readonly Pair[];
}

/**
 * Every difference of two values, each at its own place: members by name, items by their id where all have one, other
 * items by alignment. Lists of plain values differ as a whole. Equal values give none.
 */
export function jsonDifferences(before: Json, after: Json): readonly Difference[] {
  return differences({ before, after }, { path: [], trail: [] });
}

function differences(pair: Pair, way: Way): readonly Difference[] {
  const { before, after } = pair;
  if (isJsonObject(before) && isJsonObject(after)) return membersDiffer(before, after, way);
  if (isJsonArray(before) && isJsonArray(after) && [...before, ...after].every(isJsonObject))
    return itemsDiffer(before as readonly JsonObject[], after as readonly JsonObject[], way);
  const equal = before !== undefined && after !== undefined && canonicalJson(before) === canonicalJson(after);
  return equal ? [] : [{ ...pair, ...way, reordered: false }];
}

function into(way: Way, inside: Pair, segment: string): Way {
  return { path: [...way.path, segment], trail: [...way.trail, inside] };
}

function membersDiffer(before: JsonObject, after: JsonObject, way: Way): readonly Difference[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((name) =>
    differences({ before: own(before, name), after: own(after, name) }, into(way, { before, after }, name)),
  );
}

function own(value: JsonObject, name: string): Json | undefined {
  return Object.hasOwn(value, name) ? value[name] : undefined;
}

function itemsDiffer(before: readonly JsonObject[], after: readonly JsonObject[], way: Way): readonly Difference[] {
  const ids = [before.map(idOf), after.map(idOf)] as const;
  if (ids.every((side) => side.every((id) => id !== null) && new Set(side).size === side.length))
    return identifiedDiffer(before, after, way);
  return alignLists(before.map(canonicalJson), after.map(canonicalJson)).flatMap((pair) =>
    differences(
      {
        before: pair.before === null ? undefined : before[pair.before],
        after: pair.after === null ? undefined : after[pair.after],
      },
      into(way, { before, after }, String(pair.after ?? pair.before)),
    ),
  );
}

function identifiedDiffer(
  before: readonly JsonObject[],
  after: readonly JsonObject[],
  way: Way,
): readonly Difference[] {
  const [one, other] = [byId(before), byId(after)];
  const each = [...new Set([...one.keys(), ...other.keys()])].flatMap((id) =>
    differences({ before: one.get(id), after: other.get(id) }, into(way, { before, after }, id)),
  );
  const stayed = [...one.keys()].filter((id) => other.has(id));
  const stayedNow = [...other.keys()].filter((id) => one.has(id));
  const moved = stayed.some((id, index) => id !== stayedNow[index]);
  return moved ? [...each, { ...way, before, after, reordered: true }] : each;
}

function byId(items: readonly JsonObject[]): ReadonlyMap<string, JsonObject> {
  return new Map(items.map((item) => [idOf(item) ?? '', item]));
}

/** What tells an item from the others of its list: its id, a code, the post it is about. */
export function idOf(item: Json | undefined): string | null {
  if (!isJsonObject(item)) return null;
  const id = item['id'] ?? item['code'] ?? item['post'];
  return typeof id === 'string' ? id : null;
}
