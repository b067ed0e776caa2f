import type { EditedKind } from '../comparison/definition-contents.ts';
import { isJsonArray, isJsonObject, parsedJson, type Json, type JsonObject } from '../../kernel/json.ts';
import { kindOfFile, type FileKind } from '../../kernel/compilation/file-kinds.ts';
import type { PackFolder } from '../../kernel/compilation/pack-folder.ts';

/** What a definition is called among its kind. */
export interface DefinitionKey {
  readonly kind: EditedKind;
  /** The definition's id; of a process, decision or scenario the name of its file without the ending. */
  readonly id: string;
}

/** JSON of the kind's schema, or the text of a BPMN or DMN file. */
export type DefinitionContent = { readonly json: JsonObject } | { readonly xml: string };

/** A definition that a pack writes, and where. */
export interface PackDefinition extends DefinitionKey {
  readonly title: string;
  readonly pack: string;
  readonly file: string;
  readonly content: DefinitionContent;
}

/** Files that hold many definitions: the list in them, and what one of it is called. */
export const listFiles: { readonly [kind in FileKind]?: { readonly list: string; readonly kind: EditedKind } } = {
  posts: { list: 'posts', kind: 'post' },
  roles: { list: 'roles', kind: 'role' },
  limits: { list: 'limits', kind: 'limit' },
};

const wholeFiles: { readonly [kind in FileKind]?: EditedKind } = {
  areas: 'areas',
  'case-type': 'case-type',
  process: 'process',
  decision: 'decision',
  form: 'form',
  calendar: 'calendar',
  ladder: 'ladder',
  meeting: 'meeting',
  ledger: 'ledger',
  notice: 'notice',
  translations: 'translations',
  scenario: 'scenario',
};

const read = new WeakMap<PackFolder, readonly PackDefinition[]>();

/**
 * The definitions that the files of one pack hold. Files that are no JSON are left out; reading reports them.
 * What a folder holds is found once: folders of published packs are kept and asked again with every save of a draft.
 */
export function definitionsOf(folder: PackFolder): readonly PackDefinition[] {
  const known = read.get(folder);
  if (known) return known;
  const found = [...folder.files.values()].flatMap(({ path, text }) => inFile(folder.id, path, text));
  read.set(folder, found);
  return found;
}

/**
 * What holds after inheritance: of two definitions with the same key the one of the pack nearer to the street.
 * Translations are laid over each other.
 */
export function nearestDefinitions(packs: readonly PackFolder[]): ReadonlyMap<string, PackDefinition> {
  const nearest = new Map<string, PackDefinition>();
  for (const definition of packs.flatMap(definitionsOf)) {
    const key = keyText(definition);
    const below = nearest.get(key);
    nearest.set(key, definition.kind === 'translations' && below ? laidOver(below, definition) : definition);
  }
  return nearest;
}

function laidOver(below: PackDefinition, nearer: PackDefinition): PackDefinition {
  if (!('json' in below.content) || !('json' in nearer.content)) return nearer;
  return { ...nearer, content: { json: { ...below.content.json, ...nearer.content.json } } };
}

/** A key as one text. */
export function keyText({ kind, id }: DefinitionKey): string {
  return `${kind}/${id}`;
}

function inFile(pack: string, path: string, text: string): readonly PackDefinition[] {
  const fileKind = kindOfFile(path);
  if (fileKind === null) return [];
  const list = listFiles[fileKind];
  if (list) return inList(pack, path, list, parsedJson(text));
  const kind = wholeFiles[fileKind];
  if (kind === undefined) return [];
  if (kind === 'process' || kind === 'decision')
    return [
      {
        kind,
        id: nameOfFile(path),
        title: titleOfXml(kind, text) ?? nameOfFile(path),
        pack,
        file: path,
        content: { xml: text },
      },
    ];
  const json = parsedJson(text);
  if (!isJsonObject(json)) return [];
  return [{ kind, id: idOf(kind, path, json), title: titleOf(kind, path, json), pack, file: path, content: { json } }];
}

function inList(
  pack: string,
  file: string,
  { list, kind }: { readonly list: string; readonly kind: EditedKind },
  json: Json | undefined,
): readonly PackDefinition[] {
  const items = isJsonObject(json) ? json[list] : undefined;
  if (!isJsonArray(items)) return [];
  return items.flatMap((item): PackDefinition[] => {
    if (!isJsonObject(item) || typeof item['id'] !== 'string') return [];
    const title = typeof item['title'] === 'string' ? item['title'] : item['id'];
    return [{ kind, id: item['id'], title, pack, file, content: { json: item } }];
  });
}

function idOf(kind: EditedKind, path: string, json: JsonObject): string {
  if (kind === 'areas') return 'areas';
  if (kind === 'translations' || kind === 'scenario') return nameOfFile(path);
  return typeof json['id'] === 'string' ? json['id'] : nameOfFile(path);
}

/** What definitions are called that carry no title themselves. */
export const ownTitles = {
  areas: { zh: '网格与区域', en: 'Grids and areas' },
  translations: { zh: '英文对照', en: 'English of the texts' },
} as const;

function titleOf(kind: EditedKind, path: string, json: JsonObject): string {
  if (kind === 'areas' || kind === 'translations') return ownTitles[kind].zh;
  return typeof json['title'] === 'string' && json['title'] !== '' ? json['title'] : nameOfFile(path);
}

/** The name of a file without its folder and ending. */
export function nameOfFile(path: string): string {
  return path.replace(/^.*\//, '').replace(/\.(form\.json|scenario\.json|json|bpmn|dmn)$/, '');
}

/** The name that the first process or decision of a file carries; only read to be shown. */
function titleOfXml(kind: 'process' | 'decision', xml: string): string | undefined {
  const tag = new RegExp(`<(?:[\\w-]+:)?${kind}\\s[^>]*>`).exec(xml)?.[0];
  const name = /\sname\s*=\s*"([^"]*)"/.exec(tag ?? '')?.[1] ?? /\sname\s*=\s*'([^']*)'/.exec(tag ?? '')?.[1];
  return name === undefined || name === '' ? undefined : unescaped(name);
}

const entities: { readonly [name: string]: string } = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescaped(text: string): string {
  return text
    .replaceAll(/&#x([0-9a-f]{1,6});/gi, (whole, hex: string) => character(Number.parseInt(hex, 16)) ?? whole)
    .replaceAll(/&#(\d{1,7});/g, (whole, code: string) => character(Number(code)) ?? whole)
    .replaceAll(/&(amp|lt|gt|quot|apos);/g, (whole, name: string) => entities[name] ?? whole);
}

function character(code: number): string | undefined {
  return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : undefined;
}
