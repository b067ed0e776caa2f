import { type EditedKind, kindOfFile, type FileKind } from '../../kernel/compilation/file-kinds.ts';
import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../../kernel/json.ts';
import type { PackFolder } from '../../kernel/compilation/pack-folder.ts';
import { editJson, newJson } from './edit-json.ts';
import { definitionsOf, keyText, nearestDefinitions } from './editable-definitions.ts';
import { listFiles, type DefinitionContent, type DefinitionKey } from '../reading/written-definitions.ts';

/** One file of the area's own pack as it shall be; null: there is no such file any more. */
export interface FileChange {
  readonly path: string;
  readonly text: string | null;
}

/** The folder a kind's files are in, and their ending. */
const homes: { readonly [kind in EditedKind]: (id: string) => string } = {
  areas: () => 'areas.json',
  post: () => 'posts.json',
  role: () => 'roles.json',
  limit: () => 'limits.json',
  'case-type': (id) => `case-types/${id}.json`,
  process: (id) => `processes/${id}.bpmn`,
  decision: (id) => `decisions/${id}.dmn`,
  form: (id) => `forms/${id}.form.json`,
  calendar: (id) => `calendars/${id}.json`,
  ladder: (id) => `ladders/${id}.json`,
  meeting: (id) => `meetings/${id}.json`,
  ledger: (id) => `ledgers/${id}.json`,
  notice: (id) => `notices/${id}.json`,
  translations: (id) => `translations/${id}.json`,
  scenario: (id) => `tests/${id}.scenario.json`,
};

/**
 * Writes a definition into an area's own pack. One that the area inherits is copied with that: only this one, into a
 * file of the same name; what else stands in the inherited file stays inherited.
 *
 * @param own the area's own pack
 * @param below the packs it stands on, the most general first
 */
export function writeDefinition(
  own: PackFolder,
  below: readonly PackFolder[],
  key: DefinitionKey,
  content: DefinitionContent,
): FileChange {
  const path = pathOf(own, below, key);
  const text = own.files.get(path)?.text;
  if ('xml' in content) return { path, text: content.xml };
  const list = listAt(path);
  if (!list) {
    const json = key.kind === 'translations' ? beyond(below, key, content.json) : content.json;
    return { path, text: text === undefined ? newJson(json) : editJson(text, json) };
  }
  const file = text === undefined ? {} : objectIn(text);
  const items = itemsIn(file, list);
  const known = items.some((item) => idOf(item) === key.id);
  const next = known ? items.map((item) => (idOf(item) === key.id ? content.json : item)) : [...items, content.json];
  const value = { ...file, [list]: next };
  return { path, text: text === undefined ? newJson(value) : editJson(text, value) };
}

/**
 * Takes a definition out of an area's own pack; what is inherited under the same id holds again.
 *
 * @returns null when the area's own pack does not write it
 */
export function removeDefinition(own: PackFolder, key: DefinitionKey): FileChange | null {
  const written = definitionsOf(own).find((definition) => keyText(definition) === keyText(key));
  const text = written && own.files.get(written.file)?.text;
  if (!written || text === undefined) return null;
  const list = listAt(written.file);
  if (!list) return { path: written.file, text: null };
  const file = objectIn(text);
  const rest = itemsIn(file, list).filter((item) => idOf(item) !== key.id);
  return { path: written.file, text: rest.length === 0 ? null : editJson(text, { ...file, [list]: rest }) };
}

/** Of translations only those that the packs below do not have, or have otherwise. */
function beyond(below: readonly PackFolder[], key: DefinitionKey, texts: JsonObject): JsonObject {
  const inherited = nearestDefinitions(below).get(keyText(key))?.content;
  const known = inherited && 'json' in inherited ? inherited.json : {};
  return Object.fromEntries(Object.entries(texts).filter(([text, english]) => known[text] !== english));
}

/** Where a definition is or would be written in the area's own pack. */
function pathOf(own: PackFolder, below: readonly PackFolder[], key: DefinitionKey): string {
  const written = definitionsOf(own).find((definition) => keyText(definition) === keyText(key));
  return written?.file ?? nearestDefinitions(below).get(keyText(key))?.file ?? homes[key.kind](key.id);
}

function listAt(path: string): string | undefined {
  const kind: FileKind | null = kindOfFile(path);
  return kind === null ? undefined : listFiles[kind]?.list;
}

function objectIn(text: string): JsonObject {
  const value: Json = JSON.parse(text);
  return isJsonObject(value) ? value : {};
}

function itemsIn(file: JsonObject, list: string): readonly Json[] {
  const items = file[list];
  return isJsonArray(items) ? items : [];
}

function idOf(item: Json): string | null {
  return isJsonObject(item) && typeof item['id'] === 'string' ? item['id'] : null;
}
