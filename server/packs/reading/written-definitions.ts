import { editedKinds, kindOfFile, type EditedKind, type FileKind } from '../../kernel/compilation/file-kinds.ts';
import type { FileOfPack } from '../../kernel/compilation/pack-folder.ts';
import { isJsonArray, isJsonObject, parsedJson, textIn, type JsonObject } from '../../kernel/json.ts';

/** JSON of the kind's schema, or the text of a BPMN or DMN file. */
export type DefinitionContent = { readonly json: JsonObject } | { readonly xml: string };

/** `text`: a file that should be JSON and cannot be read. */
export type WrittenContent = DefinitionContent | { readonly text: string };

/** What a definition is called among its kind. */
export interface DefinitionKey {
  readonly kind: EditedKind;
  /** The definition's id; of a process, decision or scenario the name of its file without the ending. */
  readonly id: string;
}

/** A definition as a pack writes it, and where; nothing of it is checked yet. */
export interface WrittenDefinition extends DefinitionKey {
  readonly title: string;
  /** The pack that writes it, and the file it is written in. */
  readonly pack: string;
  readonly file: string;
  readonly content: WrittenContent;
}

/** Files that hold many definitions: the list in them, and what one of it is called. */
export const listFiles: { readonly [kind in FileKind]?: { readonly list: string; readonly kind: EditedKind } } = {
  posts: { list: 'posts', kind: 'post' },
  roles: { list: 'roles', kind: 'role' },
  limits: { list: 'limits', kind: 'limit' },
};

/** The definitions that a file of a pack holds; one that cannot be read is one with its text. */
export function definitionsIn(pack: string, { path, text }: FileOfPack): readonly WrittenDefinition[] {
  const fileKind = kindOfFile(path);
  if (fileKind === null) return [];
  const at = { pack, file: path };
  const named = nameOfFile(path);
  const list = listFiles[fileKind];
  if (list) {
    const read = parsedJson(text);
    const items = isJsonObject(read) ? read[list.list] : null;
    if (!isJsonArray(items)) return [{ ...at, kind: list.kind, id: named, title: path, content: { text } }];
    return items.filter(isJsonObject).map((item) => {
      const id = textIn(item['id']);
      return { ...at, kind: list.kind, id, title: textIn(item['title']) || id, content: { json: item } };
    });
  }
  const kind = editedKinds.find((edited) => edited === fileKind);
  if (kind === undefined) return [];
  if (kind === 'process' || kind === 'decision')
    return [{ ...at, kind, id: named, title: titleOfXml(kind, text) ?? named, content: { xml: text } }];
  const json = parsedJson(text);
  const isRead = isJsonObject(json);
  const id = isRead ? idOf(kind, named, json) : named;
  const title = kind === 'areas' || kind === 'translations' ? ownTitles[kind].zh : isRead && textIn(json['title']);
  return [{ ...at, kind, id, title: title || named, content: isRead ? { json } : { text } }];
}

/** Of two definitions with the same key the one of the pack nearer to the street; translations are laid over each other. */
export function nearerOf<Written extends WrittenDefinition>(below: Written | undefined, nearer: Written): Written {
  if (nearer.kind !== 'translations' || !below || !('json' in below.content) || !('json' in nearer.content))
    return nearer;
  return { ...nearer, content: { json: { ...below.content.json, ...nearer.content.json } } };
}

function idOf(kind: EditedKind, named: string, json: JsonObject): string {
  if (kind === 'areas') return 'areas';
  return kind === 'translations' || kind === 'scenario' ? named : textIn(json['id']) || named;
}

/** What definitions are called that carry no title themselves. */
export const ownTitles = {
  areas: { zh: '网格与区域', en: 'Grids and areas' },
  translations: { zh: '英文对照', en: 'English of the texts' },
} as const;

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
