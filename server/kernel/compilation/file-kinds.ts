/** What a file of a pack is, by its path. `readme` is for people and not read. */
export type FileKind =
  | 'pack'
  | 'areas'
  | 'posts'
  | 'roles'
  | 'limits'
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
  | 'people'
  | 'demo-cases'
  | 'scenario'
  | 'readme';

/** Kinds that are JSON and have a schema in `definitions/schema`. */
export type JsonKind = Exclude<FileKind, 'process' | 'decision' | 'readme'>;

/** Kinds of definition as people edit them: a post or a limit is one, though many stand in one file. */
export const editedKinds = [
  'areas',
  'post',
  'role',
  'limit',
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
] as const;

export type EditedKind = (typeof editedKinds)[number];

const paths: readonly (readonly [RegExp, FileKind])[] = [
  [/^pack\.json$/, 'pack'],
  [/^areas\.json$/, 'areas'],
  [/^posts\.json$/, 'posts'],
  [/^roles\.json$/, 'roles'],
  [/^limits\.json$/, 'limits'],
  [/^case-types\/[^/]+\.json$/, 'case-type'],
  [/^processes\/[^/]+\.bpmn$/, 'process'],
  [/^decisions\/[^/]+\.dmn$/, 'decision'],
  [/^forms\/[^/]+\.form\.json$/, 'form'],
  [/^calendars\/[^/]+\.json$/, 'calendar'],
  [/^ladders\/[^/]+\.json$/, 'ladder'],
  [/^meetings\/[^/]+\.json$/, 'meeting'],
  [/^ledgers\/[^/]+\.json$/, 'ledger'],
  [/^notices\/[^/]+\.json$/, 'notice'],
  [/^translations\/[a-z]{2}\.json$/, 'translations'],
  [/^demo\/people\.json$/, 'people'],
  [/^demo\/cases\.json$/, 'demo-cases'],
  [/^tests\/[^/]+\.scenario\.json$/, 'scenario'],
  [/^README[^/]*\.md$/, 'readme'],
];

/** @returns null when a pack has no place for such a file */
export function kindOfFile(path: string): FileKind | null {
  return paths.find(([pattern]) => pattern.test(path))?.[1] ?? null;
}

/** Every kind of file a pack may hold. */
export const fileKinds: readonly FileKind[] = paths.map(([, kind]) => kind);
