import { isJsonArray, isJsonObject, type Json } from '../../kernel/json.ts';
import type { CompiledDefinitions } from '../../kernel/compilation/compile-definitions.ts';
import type { Located } from '../../kernel/compilation/pack-fault.ts';
import { kindOfFile, type FileKind } from '../../kernel/compilation/file-kinds.ts';
import type { PackDefinitions } from '../../kernel/compilation/pack-definitions.ts';
import { segmentOf } from './json-places.ts';

/**
 * A value somebody decided: it is in a source, or it is assumed and says so. `place` is written with ids where a list
 * has them (`/limits/assign/amount`); a rule, step or rung is accounted for as a whole.
 */
export interface AccountableValue extends Located {
  /** Where the item begins that this value is part of; what is said about a whole list accounts for nothing. */
  readonly item: string;
}

/** Which members of an item are decisions somebody made; the others are names and references. */
const listed: { readonly [kind in FileKind]?: { readonly list: string; readonly members: readonly string[] } } = {
  areas: { list: 'areas', members: ['code', 'name', 'kind'] },
  posts: { list: 'posts', members: ['title', 'areaKinds', 'required', 'min', 'max', 'fallback'] },
  roles: { list: 'roles', members: ['permissions'] },
  limits: { list: 'limits', members: ['amount', 'unit', 'yellow', 'extensions', 'pause'] },
  ladder: { list: 'rungs', members: ['after', 'to', 'told'] },
};

/** Members of a whole file that are decisions. */
const single: { readonly [kind in FileKind]?: readonly string[] } = {
  areas: ['units', 'changes'],
  'case-type': ['numbering', 'stages', 'channels'],
  meeting: ['rule', 'durationMinutes', 'place', 'ifDayOff', 'noticeDaysBefore', 'convenor', 'recorder', 'participants'],
  ledger: ['purpose', 'lawfulBasis', 'retention'],
  calendar: ['week', 'years'],
};

/**
 * The values of one pack that need a source or an entry in `assumed`: areas, posts, limits, rungs, meetings, ledgers,
 * categories, user tasks, rules of decisions, retention of personal fields.
 *
 * @param files the pack's JSON as it is written, from `jsonOfFiles`
 */
export function accountableValues(
  compiled: CompiledDefinitions,
  pack: PackDefinitions,
  files: ReadonlyMap<string, Json>,
): readonly AccountableValue[] {
  return [
    ...[...files].flatMap(([path, value]) =>
      accountablePlaces(path, value).map((found) => ({ pack: pack.id, file: path, ...found })),
    ),
    ...[...compiled.processes.values()]
      .filter((process) => process.pack === pack.id)
      .flatMap((process) =>
        [...process.executable.nodes.values()]
          .filter((node) => node.type === 'userTask')
          .map((node) => ({ ...at(process, node.id), item: node.id })),
      ),
    ...[...compiled.decisions.values()]
      .filter((decision) => decision.pack === pack.id)
      .flatMap((decision) =>
        (decision.decision.table?.rules ?? []).map((rule) => ({ ...at(decision, rule.id), item: rule.id })),
      ),
    ...[...compiled.forms.values()]
      .filter((form) => form.pack === pack.id)
      .flatMap((form) =>
        form.fields
          .filter((field) => field.personal !== null)
          .map((field) => ({ ...at(form, `/schema${field.pointer}`), item: `/schema${field.pointer}` })),
      ),
  ];
}

function at(written: Located, place: string): Located {
  return { pack: written.pack, file: written.file, place };
}

/** The accountable places of one JSON file of a pack, with ids where its lists have them. */
export function accountablePlaces(path: string, value: Json): readonly Pick<AccountableValue, 'place' | 'item'>[] {
  const kind = kindOfFile(path);
  const items = kind === null ? undefined : listed[kind];
  const members = kind === null ? undefined : single[kind];
  if (!isJsonObject(value)) return [];
  const located = (place: string, item: string) => ({ place, item });
  const list = items ? value[items.list] : null;
  const fromList =
    isJsonArray(list) && items
      ? list.flatMap((item, index) => {
          const base = `/${items.list}/${segmentOf(item, index)}`;
          return items.members
            .filter((member) => isJsonObject(item) && item[member] !== undefined)
            .map((member) => located(`${base}/${member}`, base));
        })
      : [];
  const whole = (members ?? [])
    .filter((member) => value[member] !== undefined)
    .map((member) => located(`/${member}`, `/${member}`));
  const categories =
    kind === 'case-type'
      ? categoryPlaces(value['categories'], '/categories').map((place) => located(place, place))
      : [];
  return [...fromList, ...whole, ...categories];
}

function categoryPlaces(categories: Json | undefined, base: string): readonly string[] {
  if (!isJsonArray(categories)) return [];
  return categories.flatMap((category, index) => {
    const place = `${base}/${segmentOf(category, index)}`;
    const children = isJsonObject(category) ? categoryPlaces(category['children'], `${place}/children`) : [];
    return [`${place}/title`, ...children];
  });
}
