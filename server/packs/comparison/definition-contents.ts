import { isJsonArray, isJsonObject, parsedJson, textIn, type JsonObject } from '../../kernel/json.ts';
import { kindOfFile, type FileKind } from '../../kernel/compilation/file-kinds.ts';
import type { FileOfPack } from '../../kernel/compilation/pack-folder.ts';

/** Kinds of definition as people edit them: a post or a limit is one, though many stand in one file. */
export type EditedKind =
  | 'areas'
  | 'post'
  | 'role'
  | 'limit'
  | 'case-type'
  | 'process'
  | 'decision'
  | 'form'
  | 'calendar'
  | 'ladder'
  | 'meeting'
  | 'ledger'
  | 'notice'
  | 'translations'
  | 'scenario';

/** What a definition holds: JSON, or the text of a BPMN or DMN file. `text`: a JSON file that cannot be read. */
export type DefinitionContent = { readonly json: JsonObject } | { readonly xml: string } | { readonly text: string };

/** A definition that holds after inheritance, as it is written; nothing of it is checked yet. */
export interface WrittenDefinition {
  readonly kind: EditedKind;
  /** Of a process or a decision the name of its file without the ending; so too of what cannot be read. */
  readonly id: string;
  readonly title: string;
  /** The pack that writes it, and the file it is written in. */
  readonly pack: string;
  readonly file: string;
  readonly content: DefinitionContent;
}

/** The files of a pack; of a chain of packs the most general comes first. */
export interface PackFiles {
  readonly id: string;
  readonly files: ReadonlyMap<string, FileOfPack>;
}

/** Files that hold many definitions in one list. */
const lists: { readonly [kind in FileKind]?: { readonly list: string; readonly kind: EditedKind } } = {
  posts: { list: 'posts', kind: 'post' },
  roles: { list: 'roles', kind: 'role' },
  limits: { list: 'limits', kind: 'limit' },
};

const single: ReadonlySet<string> = new Set<FileKind & EditedKind>([
  'areas',
  'case-type',
  'process',
  'decision',
  'form',
  'calendar',
  'ladder',
  'meeting',
  'ledger',
  'notice',
  'translations',
  'scenario',
]);

/** The key of a definition among all of an area. */
export function definitionKey({ kind, id }: Pick<WrittenDefinition, 'kind' | 'id'>): string {
  return `${kind} ${id}`;
}

/**
 * What holds after inheritance, definition by definition, as it is written: faulty files too, so that a draft can be
 * compared before it is right. Of two with the same key the one of the pack nearer to the street counts; translations are
 * laid over each other.
 *
 * @param packs the chain, the most general first
 */
export function definitionContents(packs: readonly PackFiles[]): ReadonlyMap<string, WrittenDefinition> {
  const found = new Map<string, WrittenDefinition>();
  for (const pack of packs) {
    for (const file of pack.files.values()) {
      for (const definition of definitionsIn(pack.id, file)) {
        const key = definitionKey(definition);
        found.set(key, over(found.get(key), definition));
      }
    }
  }
  return found;
}

function over(below: WrittenDefinition | undefined, nearer: WrittenDefinition): WrittenDefinition {
  if (nearer.kind !== 'translations' || !below || !('json' in below.content) || !('json' in nearer.content))
    return nearer;
  return { ...nearer, content: { json: { ...below.content.json, ...nearer.content.json } } };
}

function definitionsIn(pack: string, file: FileOfPack): readonly WrittenDefinition[] {
  const kind = kindOfFile(file.path);
  const list = kind === null ? undefined : lists[kind];
  const at = { pack, file: file.path };
  const named = file.path.replace(/^.*\//, '').replace(/(\.form|\.scenario)?\.[a-z]+$/, '');
  if (list) {
    const read = parsedJson(file.text);
    const items = isJsonObject(read) ? read[list.list] : null;
    if (!isJsonArray(items))
      return [{ ...at, kind: list.kind, id: named, title: file.path, content: { text: file.text } }];
    return items
      .filter(isJsonObject)
      .map((item) => ({ ...at, ...identified(list.kind, item, ''), content: { json: item } }));
  }
  if (kind === 'process' || kind === 'decision')
    return [{ ...at, kind, id: named, title: titleInXml(file.text) ?? named, content: { xml: file.text } }];
  if (!isSingle(kind)) return [];
  const read = parsedJson(file.text);
  const content = isJsonObject(read) ? { json: read } : { text: file.text };
  return [{ ...at, ...identified(kind, 'json' in content ? content.json : {}, named), content }];
}

function identified(
  kind: EditedKind,
  json: JsonObject,
  named: string,
): Pick<WrittenDefinition, 'kind' | 'id' | 'title'> {
  // Areas, translations and scenarios have no id of their own.
  const id = ['areas', 'translations', 'scenario'].includes(kind) ? named : textIn(json['id']) || named;
  const titles: { readonly [kind in EditedKind]?: string } = { areas: '区域与网格', translations: '英文译文' };
  return { kind, id, title: titles[kind] ?? (textIn(json['title']) || id) };
}

/** The name of the first process or decision; a look at the text, so that a broken file has its name too. */
function titleInXml(xml: string): string | undefined {
  const name = /<(?:\w+:)?(?:process|decision)\s[^>]*?\bname="([^"]*)"/.exec(xml)?.[1];
  return name?.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}

function isSingle(kind: FileKind | null): kind is FileKind & EditedKind {
  return kind !== null && single.has(kind);
}
