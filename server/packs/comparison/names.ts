import { isJsonArray, isJsonObject, textIn, type Json, type JsonObject } from '../../kernel/json.ts';
import type { WrittenDefinition } from '../reading/written-definitions.ts';
import { quoted, same, type Words } from './sentence.ts';

/** What ids may stand for, as schemas say it (`x-choices`), and what only processes and tables know. */
export type NamedThing =
  | 'posts'
  | 'areas'
  | 'limits'
  | 'calendars'
  | 'ladders'
  | 'notices'
  | 'roles'
  | 'forms'
  | 'processes'
  | 'decisions'
  | 'categories'
  | 'channels'
  | 'stages'
  | 'steps';

/** Titles of everything two sets of definitions speak of. */
export interface Names {
  /** The title an id stands for, or the id where nothing has it; without quotation marks. */
  readonly of: (thing: NamedThing, id: string) => Words;
  /** As `of`, null where nothing has the id. */
  readonly known: (thing: NamedThing, id: string) => Words | null;
  /** A text of the pack in both languages: its English as the pack's translations say. */
  readonly text: (zh: string) => Words;
  readonly form: (id: string) => JsonObject | null;
  /** What a column of a decision's table is called (`handling-level`, `post`), or null. */
  readonly column: (decision: string, name: string) => Words | null;
  /** How long a limit is; null where there is no such limit. */
  readonly limit: (id: string) => JsonObject | null;
}

/** Levels of an area are named by the program, not by packs. */
export const areaLevels: { readonly [level: string]: Words } = {
  county: { zh: '县区', en: 'county' },
  street: { zh: '街道', en: 'street' },
  community: { zh: '社区', en: 'community' },
  estate: { zh: '小区', en: 'estate' },
  grid: { zh: '网格', en: 'grid' },
  'sub-grid': { zh: '楼栋网格', en: 'sub-grid' },
  building: { zh: '楼院', en: 'building' },
  unit: { zh: '单位', en: 'unit' },
};

/** Collects the titles of both sides; where both have one the later counts, since that is what people read now. */
export function namesOf(before: Iterable<WrittenDefinition>, after: Iterable<WrittenDefinition>): Names {
  const definitions = [...before, ...after];
  const titles = new Map<string, string>();
  const english = new Map<string, string>();
  const forms = new Map<string, JsonObject>();
  const limits = new Map<string, JsonObject>();
  const columns = new Map<string, string>();
  for (const definition of definitions) {
    for (const [key, title] of titlesIn(definition)) titles.set(key, title);
    if ('xml' in definition.content && definition.kind === 'decision')
      for (const [key, label] of columnsIn(definition.content.xml)) columns.set(key, label);
    if (!('json' in definition.content)) continue;
    if (definition.kind === 'limit') limits.set(definition.id, definition.content.json);
    if (definition.kind === 'form') forms.set(definition.id, definition.content.json);
    if (definition.kind === 'translations' && definition.id === 'en')
      for (const [zh, en] of Object.entries(definition.content.json)) english.set(zh, textIn(en));
  }
  const text = (zh: string): Words => ({ zh, en: english.get(zh) ?? zh });
  const known = (thing: NamedThing, id: string): Words | null => {
    const title = titles.get(`${thing} ${id}`);
    return title === undefined ? null : text(title);
  };
  return {
    known,
    text,
    column(decision, name) {
      const label = columns.get(`${decision} ${name}`);
      return label === undefined ? null : text(label);
    },
    limit: (id) => limits.get(id) ?? null,
    of: (thing, id) => known(thing, id) ?? same(id),
    form: (id) => forms.get(id) ?? null,
  };
}

/** `「网格长」`. */
export function quotedName(names: Names, thing: NamedThing, id: string): Words {
  return quoted(names.of(thing, id));
}

const things: { readonly [kind in WrittenDefinition['kind']]?: NamedThing } = {
  post: 'posts',
  role: 'roles',
  limit: 'limits',
  calendar: 'calendars',
  ladder: 'ladders',
  notice: 'notices',
  form: 'forms',
};

function titlesIn(definition: WrittenDefinition): readonly (readonly [string, string])[] {
  const { kind, id, title, content } = definition;
  const thing = things[kind];
  if (thing) return [[`${thing} ${id}`, title]];
  if ('xml' in content)
    return kind === 'process'
      ? [...modelsIn('processes', content.xml, 'process'), ...modelsIn('steps', content.xml, '\\w+')]
      : modelsIn('decisions', content.xml, 'decision');
  if (!('json' in content)) return [];
  if (kind === 'areas')
    return [...items(content.json['areas']), ...items(content.json['units'])].map((area) => [
      `areas ${textIn(area['code'] ?? area['id'])}`,
      textIn(area['name']),
    ]);
  if (kind !== 'case-type') return [];
  const { stages, channels, categories } = content.json;
  return [
    ...titled('stages', stages),
    ...titled('channels', channels),
    ...titled('categories', categories),
    ...items(categories).flatMap((category) => titled('categories', category['children'])),
  ];
}

/** Ids and names of the elements of a file, by a look at its text: a faulty file has names too. */
function modelsIn(thing: NamedThing, xml: string, element: string): readonly (readonly [string, string])[] {
  return [...xml.matchAll(new RegExp(`<(?:\\w+:)?${element}\\s([^>]*)>`, 'g'))].flatMap(([, attributes = '']) => {
    const id = /\bid="([^"]*)"/.exec(attributes)?.[1];
    const name = /\bname="([^"]*)"/.exec(attributes)?.[1];
    return id && name ? [[`${thing} ${id}`, name] as const] : [];
  });
}

/** Labels of the outputs of each decision of a file, by `decision output`. */
function columnsIn(xml: string): readonly (readonly [string, string])[] {
  return [...xml.matchAll(/<(?:\w+:)?decision\s[^>]*?\bid="([^"]*)"[\s\S]*?<\/(?:\w+:)?decision>/g)].flatMap(
    ([decision, id = '']) =>
      [...decision.matchAll(/<(?:\w+:)?output\s([^>]*)>/g)].flatMap(([, attributes = '']) => {
        const name = /\bname="([^"]*)"/.exec(attributes)?.[1];
        const label = /\blabel="([^"]*)"/.exec(attributes)?.[1];
        return name && label ? [[`${id} ${name}`, label] as const] : [];
      }),
  );
}

function titled(thing: NamedThing, list: Json | undefined): readonly (readonly [string, string])[] {
  return items(list).map((item) => [`${thing} ${textIn(item['id'])}`, textIn(item['title'])] as const);
}

function items(list: Json | undefined): readonly JsonObject[] {
  return isJsonArray(list) ? list.filter(isJsonObject) : [];
}
