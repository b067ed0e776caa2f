import { isJsonArray, isJsonObject, parsedJson, type Json } from '../../kernel/json.ts';
import { kindOfFile } from '../../kernel/compilation/file-kinds.ts';
import type { PackDefinitions } from '../../kernel/compilation/pack-definitions.ts';

/** The JSON of a pack's files as it is written, by path. What does not parse is reported where files are read. */
export function jsonOfFiles(pack: PackDefinitions): ReadonlyMap<string, Json> {
  const read = [...pack.files.values()].filter(
    (file) => !['process', 'decision', 'readme', null].includes(kindOfFile(file.path)),
  );
  return new Map(
    read.flatMap((file) => {
      const value = parsedJson(file.text);
      return value === undefined ? [] : [[file.path, value] as const];
    }),
  );
}

/**
 * A place in a file with ids instead of numbers where list items have them, so that it stays right when a list grows:
 * `/limits/0/amount` and `/limits/assign/amount` are the same.
 *
 * @returns null when the place points at nothing
 */
export function stablePlace(root: Json, place: string): string | null {
  let value = root;
  let resolved = '';
  for (const segment of place
    .slice(1)
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))) {
    const found = memberOf(value, segment);
    if (!found) return null;
    value = found.value;
    resolved += `/${found.name}`;
  }
  return resolved;
}

/** What stands at a place of a file, written with ids or numbers; undefined when nothing does. */
export function valueAtPlace(root: Json, place: string): Json | undefined {
  let value: Json | undefined = root;
  for (const segment of place.slice(1).split('/')) {
    if (value === undefined) return undefined;
    value = memberOf(value, segment.replaceAll('~1', '/').replaceAll('~0', '~'))?.value;
  }
  return value;
}

/**
 * A place and those around it, outwards to the item it is part of: what is said about one of them accounts for the value;
 * what is said about a whole list or file does not.
 */
export function placesAround({ place, item }: { readonly place: string; readonly item: string }): readonly string[] {
  const around: string[] = [];
  for (let at = place; at.length >= item.length; at = at.slice(0, Math.max(0, at.lastIndexOf('/')))) {
    if (at === item || at.startsWith(`${item}/`)) around.push(at);
    if (at === item || !at.includes('/')) break;
  }
  return around;
}

/** The segment that names an item of a list: its id or code if it has one, else its number. */
export function segmentOf(item: Json, index: number): string {
  const id = isJsonObject(item) ? (item['id'] ?? item['code']) : null;
  return typeof id === 'string' ? id : String(index);
}

const places = new WeakMap<readonly Json[], ReadonlyMap<string, number>>();

/** Where an item of a list stands. The list is gone through once: a county's 2,900 areas are asked for 9,000 times. */
function indexIn(list: readonly Json[], segment: string): number | undefined {
  let known = places.get(list);
  if (known === undefined) {
    // Of two that are called the same the first one counts.
    known = new Map(list.map((item, at) => [segmentOf(item, at), at] as const).toReversed());
    places.set(list, known);
  }
  return known.get(segment);
}

function memberOf(value: Json, segment: string): { readonly name: string; readonly value: Json } | null {
  if (isJsonArray(value)) {
    const index = indexIn(value, segment);
    const at = index === undefined && /^\d+$/.test(segment) ? Number(segment) : (index ?? -1);
    const item = value[at];
    return item === undefined ? null : { name: segmentOf(item, at), value: item };
  }
  const member = isJsonObject(value) && Object.hasOwn(value, segment) ? value[segment] : undefined;
  return member === undefined ? null : { name: segment, value: member };
}
