import type { Calendar } from '../../../server/kernel/calendar/calendar.ts';
import type { TimeLimit } from '../../../server/kernel/calendar/time-limit.ts';
import type { FormDefinition } from '../../../server/kernel/forms/form-definition.ts';
import { isJsonObject, parsedJson, type Json } from '../../../server/kernel/json.ts';
import type { Area, Post, Role } from '../../../server/kernel/organization/organization.ts';
import type {
  CaseTypeFile,
  LadderFile,
  LedgerFile,
  MeetingFile,
  NoticeFile,
  TranslationsFile,
} from '../../../server/kernel/release/definitions.ts';

/** The files of one pack by path, as `readDraftRelease` answers them. */
export interface PackFiles {
  readonly id: string;
  readonly files: { readonly [path: string]: string };
}

/** A process or decision of the draft: its XML, and each by its id in there. */
interface DrawnDefinition {
  readonly id: string;
  readonly title: string;
  /** Name of its file without folder and ending: its id among the definitions. */
  readonly file: string;
  readonly xml: string;
}

/**
 * All definitions a draft would be published with, each kind by id with the street's own over what it inherits: what an
 * editor offers as choices, reckons dates and routes with, and looks through for where something is used.
 */
export interface DraftDefinitions {
  readonly areas: readonly Area[];
  readonly codePatterns: { readonly [type: string]: string };
  readonly posts: readonly Post[];
  readonly roles: readonly Role[];
  readonly limits: readonly TimeLimit[];
  readonly calendars: readonly Calendar[];
  readonly caseTypes: readonly CaseTypeFile[];
  readonly forms: readonly FormDefinition[];
  readonly ladders: readonly LadderFile[];
  readonly meetings: readonly MeetingFile[];
  readonly ledgers: readonly LedgerFile[];
  readonly notices: readonly NoticeFile[];
  readonly processes: readonly DrawnDefinition[];
  readonly decisions: readonly DrawnDefinition[];
  readonly english: TranslationsFile;
  /** What each pack says of itself: its title, and why it assumes what no source prints. */
  readonly manifests: readonly { readonly title: string; readonly reasons: readonly string[] }[];
  /** What each demo person shows, as the sign-in page says it. */
  readonly demoNotes: readonly string[];
}

/**
 * Reads the packs of a draft. A file that is not what it should be is left out: the draft's problems say so.
 *
 * @param packs the most general first
 */
export function draftDefinitions(packs: readonly PackFiles[]): DraftDefinitions {
  const files = packs.map(({ files: own }) => Object.entries(own));
  const listed = <Value extends { readonly id: string }>(path: string, list: string): readonly Value[] =>
    byId(files.flatMap((own) => own.filter(([name]) => name === path).flatMap(([, text]) => itemsIn(text, list))));
  const single = <Value extends { readonly id: string }>(folder: string): readonly Value[] =>
    byId(
      files.flatMap((own) =>
        own.filter(([name]) => isJsonIn(folder, name)).map(([, text]) => parsedJson(text) ?? null),
      ),
    );
  const areaFile = files.flatMap((own) => own.filter(([name]) => name === 'areas.json')).at(-1)?.[1] ?? '{}';
  const drawn = (folder: string, element: string): readonly DrawnDefinition[] =>
    byId(files.flatMap((own) => own.filter(([name]) => name.startsWith(`${folder}/`)).flatMap(drawnIn(element))));
  return {
    areas: itemsIn(areaFile, 'areas') as unknown as readonly Area[],
    codePatterns: objectIn(areaFile, 'codePatterns') as { readonly [type: string]: string },
    posts: listed('posts.json', 'posts'),
    roles: listed('roles.json', 'roles'),
    limits: listed('limits.json', 'limits'),
    calendars: single('calendars'),
    caseTypes: single('case-types'),
    forms: single('forms'),
    ladders: single('ladders'),
    meetings: single('meetings'),
    ledgers: single('ledgers'),
    notices: single('notices'),
    processes: drawn('processes', 'process'),
    decisions: drawn('decisions', 'decision'),
    english: Object.assign(
      {},
      ...files.flatMap((own) =>
        own.filter(([name]) => name === 'translations/en.json').map(([, text]) => parsedJson(text) ?? null),
      ),
    ) as TranslationsFile,
    manifests: files.flatMap((own) => own.filter(([name]) => name === 'pack.json').map(([, text]) => manifestIn(text))),
    demoNotes: files.flatMap((own) =>
      own.filter(([name]) => name === 'demo/people.json').flatMap(([, text]) => notesIn(text)),
    ),
  };
}

function isJsonIn(folder: string, path: string): boolean {
  return path.startsWith(`${folder}/`) && path.endsWith('.json');
}

/** The value an editor's own kind has by its JSON: what the server checked when it was saved. */
function byId<Value extends { readonly id: string }>(found: readonly Json[]): readonly Value[] {
  const known = found.filter((one) => isJsonObject(one) && typeof one['id'] === 'string') as unknown as Value[];
  return [...new Map(known.map((one) => [one.id, one] as const)).values()];
}

function itemsIn(text: string, list: string): readonly Json[] {
  const file = parsedJson(text);
  const items = isJsonObject(file) ? file[list] : undefined;
  return Array.isArray(items) ? items : [];
}

function objectIn(text: string, name: string): Json {
  const file = parsedJson(text);
  return (isJsonObject(file) ? file[name] : undefined) ?? {};
}

function manifestIn(text: string): DraftDefinitions['manifests'][number] {
  const manifest = parsedJson(text);
  const title = isJsonObject(manifest) && typeof manifest['title'] === 'string' ? manifest['title'] : '';
  const reasons = itemsIn(text, 'assumed').flatMap((one) =>
    isJsonObject(one) && typeof one['reason'] === 'string' ? [one['reason']] : [],
  );
  return { title, reasons };
}

function notesIn(text: string): readonly string[] {
  return itemsIn(text, 'people').flatMap((one) =>
    isJsonObject(one) && typeof one['note'] === 'string' ? [one['note']] : [],
  );
}

/** The processes or decisions of an XML file, by the start tags that name them. */
function drawnIn(element: string): (file: readonly [string, string]) => readonly Json[] {
  const tag = new RegExp(String.raw`<(?:[\w-]+:)?${element}\s([^>]*)>`, 'g');
  return ([path, xml]) =>
    [...xml.matchAll(tag)].map(([, attributes = '']) => {
      const written = (name: string): string | undefined =>
        new RegExp(String.raw`(?:^|\s)${name}\s*=\s*"([^"]*)"`).exec(attributes)?.[1];
      const id = written('id') ?? '';
      const file = path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
      return { id, title: written('name') ?? id, file, xml };
    });
}
