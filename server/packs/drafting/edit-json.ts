import { applyEdits, findNodeAtLocation, modify, parseTree, type FormattingOptions, type JSONPath } from 'jsonc-parser';
import { canonicalJson } from '../canonical-json.ts';
import { isJsonArray, isJsonObject, parsedJson, type Json, type JsonObject } from '../../kernel/json.ts';

/** With more changes than this a file is written anew: it was not edited but replaced, and each edit parses it again. */
const mostEdits = 400;

/**
 * Writes a value into a JSON text with as few edits as it takes: what did not change keeps its bytes, with its spaces
 * and line ends. Items of lists are told apart by their `id` or `code`, so that one added in front moves no other.
 *
 * @param text JSON as it stands
 * @param value what it shall hold
 * @returns a text that parses to exactly the value
 */
export function editJson(text: string, value: Json): string {
  const before = parsedJson(text);
  if (before === undefined) return writtenAnew(value, text);
  const edits = differences(before, value, []);
  if (edits.length === 0) return text;
  if (edits.length > mostEdits || edits.some(isLarge)) return writtenAnew(value, text);
  const formattingOptions = formattingOf(text);
  const edited = edits.reduce(
    (now, { path, value: part, insert }) =>
      part === undefined && typeof path.at(-1) === 'number'
        ? withoutItem(now, path)
        : applyEdits(now, modify(now, [...path], part, { formattingOptions, isArrayInsertion: insert ?? false })),
    text,
  );
  // A key that stands twice, say, is more than edits can mend.
  return isSame(edited, value) ? edited : writtenAnew(value, text);
}

/** What is put in is formatted line by line, each line an edit of the whole text: a county's areas would take half a minute. */
const mostInOneEdit = 20_000;

function isLarge({ value }: Edit): boolean {
  return value !== undefined && JSON.stringify(value).length > mostInOneEdit;
}

/** A JSON file as a person would begin it. */
export function newJson(value: Json): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** Takes an item out of a list; jsonc-parser does so wrongly where the list ends on the line of its last item. */
function withoutItem(text: string, path: JSONPath): string {
  const tree = parseTree(text);
  const list = tree && findNodeAtLocation(tree, path.slice(0, -1));
  const [items, index] = [list?.children ?? [], Number(path.at(-1))];
  const [before, item, after] = [items[index - 1], items[index], items[index + 1]];
  if (!item) return text;
  const from = after || !before ? item.offset : before.offset + before.length;
  const to = after ? after.offset : item.offset + item.length;
  return text.slice(0, from) + text.slice(to);
}

/** One change; without a value the place is taken out. */
interface Edit {
  readonly path: JSONPath;
  readonly value: Json | undefined;
  /** A new item of a list, before the one that stands there. */
  readonly insert?: boolean;
}

function differences(before: Json, after: Json, path: JSONPath): readonly Edit[] {
  if (isJsonObject(before) && isJsonObject(after)) return memberEdits(before, after, path);
  if (isJsonArray(before) && isJsonArray(after)) return itemEdits(before, after, path);
  return canonicalJson(before) === canonicalJson(after) ? [] : [{ path, value: after }];
}

function memberEdits(before: JsonObject, after: JsonObject, path: JSONPath): readonly Edit[] {
  const gone = Object.keys(before).filter((name) => !Object.hasOwn(after, name));
  return [
    ...gone.map((name) => ({ path: [...path, name], value: undefined })),
    ...Object.entries(after).flatMap(([name, value]): readonly Edit[] => {
      const at = [...path, name];
      return Object.hasOwn(before, name) ? differences(before[name] ?? null, value, at) : [{ path: at, value }];
    }),
  ];
}

/** Longer lists than this are not compared item by item, which takes time with the square of their length. */
const mostItems = 1500;

/** Items are paired by what they are called; from the last to the first, so that an edit moves none that is still to come. */
function itemEdits(before: readonly Json[], after: readonly Json[], path: JSONPath): readonly Edit[] {
  if (before.length > mostItems || after.length > mostItems)
    return canonicalJson(before) === canonicalJson(after) ? [] : [{ path, value: after }];
  const kept = pairs(before.map(nameOf), after.map(nameOf));
  const edits: Edit[] = [];
  let [from, to] = [before.length, after.length];
  for (const [index, other] of [...kept.toReversed(), [-1, -1] as const]) {
    for (; to > other + 1; to -= 1) edits.push({ path: [...path, from], value: after[to - 1] ?? null, insert: true });
    for (; from > index + 1; from -= 1) edits.push({ path: [...path, from - 1], value: undefined });
    if (index >= 0) edits.push(...differences(before[index] ?? null, after[other] ?? null, [...path, index]));
    [from, to] = [index, other];
  }
  return edits;
}

/** The longest common subsequence of two lists of names, as pairs of their indices. */
function pairs(before: readonly string[], after: readonly string[]): readonly (readonly [number, number])[] {
  const width = after.length + 1;
  const lengths = new Uint16Array((before.length + 1) * width);
  const at = (index: number, other: number): number => lengths[index * width + other] ?? 0;
  for (let index = before.length - 1; index >= 0; index -= 1) {
    for (let other = after.length - 1; other >= 0; other -= 1) {
      lengths[index * width + other] =
        before[index] === after[other]
          ? at(index + 1, other + 1) + 1
          : Math.max(at(index + 1, other), at(index, other + 1));
    }
  }
  const found: (readonly [number, number])[] = [];
  for (let [index, other] = [0, 0]; index < before.length && other < after.length;) {
    if (before[index] === after[other]) {
      found.push([index, other]);
      [index, other] = [index + 1, other + 1];
    } else if (at(index + 1, other) >= at(index, other + 1)) index += 1;
    else other += 1;
  }
  return found;
}

/** What makes an item the same one after a change: its id, or else all of it. */
function nameOf(item: Json): string {
  const id = isJsonObject(item) ? (item['id'] ?? item['code'] ?? item['const'] ?? item['path']) : undefined;
  return typeof id === 'string' ? id : canonicalJson(item);
}

function isSame(text: string, value: Json): boolean {
  const found = parsedJson(text);
  return found !== undefined && canonicalJson(found) === canonicalJson(value);
}

function formattingOf(text: string): FormattingOptions {
  const indent = /\n([ \t]+)\S/.exec(text)?.[1] ?? '  ';
  return {
    insertSpaces: !indent.startsWith('\t'),
    tabSize: indent.startsWith('\t') ? 1 : indent.length,
    eol: text.includes('\r\n') ? '\r\n' : '\n',
  };
}

function writtenAnew(value: Json, text: string): string {
  const fresh = newJson(value);
  return text.includes('\r\n') ? fresh.replaceAll('\n', '\r\n') : fresh;
}
