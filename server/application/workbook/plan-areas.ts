import type { Transaction } from '../../database/transaction.ts';
import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../../kernel/json.ts';
import { type AreaChange, areasOn } from '../../kernel/organization/area-changes.ts';
import { localDate } from '../../kernel/local-time.ts';
import { areaTree, liesWithin, type AreaTree } from '../../kernel/organization/area-tree.ts';
import type { Area } from '../../kernel/organization/organization.ts';
import type { CompiledRelease } from '../../kernel/release/compiled-release.ts';
import { areaKindTitles, areaTypeTitles } from '../../packs/area-words.ts';
import { plainWords } from '../../packs/drafting/plain-words.ts';
import type { Context } from '../context.ts';
import { changeOf, type PlannedRow } from './planned-row.ts';
import { oneOf, required, type WrittenRow } from './read-sheets.ts';
import { compileAreas, standingAreas, type StandingAreas } from './standing-areas.ts';
import { words } from './workbook-layout.ts';

/** What would become of the areas. */
export interface AreaPlan {
  readonly rows: readonly PlannedRow[];
  /** `areas.json` as it would be; null when nothing changes. */
  readonly content: JsonObject | null;
  readonly standing: StandingAreas;
  /** The areas of the pack as they would be. */
  readonly tree: AreaTree;
  /** The release it would give; null when checks stand against it, or nothing changes. */
  readonly release: CompiledRelease | null;
  /** What elsewhere stands against publishing it. */
  readonly obstacles: readonly { readonly zh: string; readonly en: string }[];
}

interface WantedArea {
  readonly row: WrittenRow;
  readonly code: string;
  readonly remove: boolean;
  readonly fields: {
    readonly name: string;
    readonly type: string;
    readonly kind?: string;
    readonly parent: string | null;
  };
}

/** Passes in which rows that the checks refuse are left out, until the rest is sound. */
const mostPasses = 4;

/**
 * Compares the sheet of areas with what stands, merged by code: areas that are not in the sheet stay. What a row must be
 * is not decided here: the areas as they would be are put through all checks of a pack, and what those find is told at the
 * cell that it comes from.
 *
 * @param area the area for which is imported; what lies outside of it stays as it is
 * @param mayChange whether who asks may change areas at all
 */
export async function planAreas(
  context: Context,
  tx: Transaction,
  area: { readonly code: string; readonly name: string },
  rows: readonly WrittenRow[],
  mayChange: boolean,
): Promise<AreaPlan> {
  const standing = await standingAreas(context, tx, area.code);
  const wanted = eachOnce(rows.flatMap(wantedArea));
  const before = new Map(areasToday(standing.content, localDate(tx.now)).map((one) => [one.code, one]));
  const dated = datedIn(standing.content);
  const inside = areaTree([...before.values()]);
  for (const one of wanted) if (!one.row.isFaulty()) checkReach(one, { area, inside, dated, mayChange }, wanted);
  for (let pass = 0; ; pass += 1) {
    const sound = wanted.filter(({ row }) => !row.isFaulty());
    const planned = sound.map((one) => plannedRow(one, before.get(one.code)));
    const content = contentWith(
      standing.content,
      sound.filter((_, index) => planned[index]?.outcome !== 'same'),
    );
    const same = planned.every(({ outcome }) => outcome === 'same');
    const after = {
      standing,
      rows: planned,
      tree: areaTree(areasToday(content, localDate(tx.now))),
      content: same ? null : content,
    };
    if (same) return { ...after, release: null, obstacles: [] };
    const would = await compileAreas(context, tx, area.code, standing, content);
    const told = tellFaults(would.faults, areasIn(content), sound);
    if (told.rows === 0 || pass + 1 === mostPasses) return { ...after, release: would.release, obstacles: told.others };
  }
}

/** The areas that can be read in `areas.json`. */
export function areasIn(content: JsonObject): readonly Area[] {
  const list = content['areas'];
  if (!isJsonArray(list)) return [];
  return list.filter((item): item is Json & Area => isJsonObject(item) && typeof item['code'] === 'string');
}

/** Those that are there on a day, called as they are called on it. */
function areasToday(content: JsonObject, today: string): readonly Area[] {
  return areasOn(areasIn(content), changesIn(content), today);
}

function changesIn(content: JsonObject): readonly AreaChange[] {
  const list = content['changes'];
  // What a draft holds was read against its schema, or is told of by the checks.
  return isJsonArray(list)
    ? list.filter(
        (item): item is Json & AreaChange => isJsonObject(item) && isJsonArray(item['from']) && isJsonArray(item['to']),
      )
    : [];
}

/** Areas that begin, end or change on a day: a sheet knows no days, so it cannot say what should become of them. */
function datedIn(content: JsonObject): ReadonlySet<string> {
  const changed = changesIn(content).flatMap(({ from, to }) => [...from, ...to]);
  const limited = areasIn(content).filter(({ from, to }) => from !== undefined || to !== undefined);
  return new Set([...changed, ...limited.map(({ code }) => code)]);
}

function wantedArea(row: WrittenRow): readonly WantedArea[] {
  const code = required(row, 'code');
  const remove = oneOf(row, 'change', [words.remove]) !== null;
  const type = remove ? '' : wordOf(row, 'type', areaTypeTitles, true);
  const kind = remove ? '' : wordOf(row, 'kind', areaKindTitles, false);
  const name = remove ? '' : required(row, 'name', 'words');
  const parent = row.code('parent');
  const fields = { name, type, ...(kind === '' ? {} : { kind }), parent: parent === '' ? null : parent };
  return code === '' ? [] : [{ row, code, remove, fields }];
}

/** The word of `areas.json` for a title; the word itself is taken too. */
function wordOf(row: WrittenRow, column: string, titles: ReadonlyMap<string, string>, isRequired: boolean): string {
  const value = isRequired ? required(row, column) : row.code(column);
  const found = [...titles].find(([word, title]) => title === value || word === value);
  if (value !== '' && found === undefined)
    row.tell('word-unknown', column, { value, choices: [...titles.values()].join('、') });
  return found?.[0] ?? '';
}

function eachOnce(wanted: readonly WantedArea[]): readonly WantedArea[] {
  const first = new Map<string, WantedArea>();
  for (const one of wanted) {
    const other = first.get(one.code);
    if (other) one.row.tell('row-twice', 'code', { row: other.row.row });
    else first.set(one.code, one);
  }
  return wanted;
}

/** What rows are compared with, and how far whoever imports may reach. */
interface Ground {
  readonly area: { readonly code: string; readonly name: string };
  readonly inside: AreaTree;
  readonly dated: ReadonlySet<string>;
  readonly mayChange: boolean;
}

function checkReach(one: WantedArea, { area, inside, dated, mayChange }: Ground, wanted: readonly WantedArea[]): void {
  const { row, code, fields, remove } = one;
  const known = inside.areas.get(code);
  if (remove && !known) return row.tell('nothing-to-remove', 'code', { value: code });
  const isSame = known !== undefined && !remove && plannedRow(one, known).outcome === 'same';
  if (isSame) return;
  if (dated.has(code)) return row.tell('area-dated', 'code', { value: known?.name ?? code });
  if (!mayChange) return row.tell('areas-need-administrator', null);
  const parents = new Map(wanted.map((other) => [other.code, other.fields.parent]));
  const seen = new Set<string>();
  for (let up = known ? code : fields.parent; up !== null && !seen.has(up); up = parents.get(up) ?? null) {
    seen.add(up);
    if (liesWithin(inside, up, area.code)) return;
  }
  // A parent that is nowhere is told by the checks, at its own cell.
  if (!known && fields.parent !== null && !inside.areas.has(fields.parent) && !parents.has(fields.parent)) return;
  row.tell('area-outside', 'code', { value: code, area: area.name });
}

function plannedRow({ row, code, remove, fields }: WantedArea, before: Area | undefined): PlannedRow {
  const title = `${before?.name ?? fields.name} ${code}`;
  if (remove) return { sheet: 'areas', row: row.row, outcome: 'removed', title, changes: [] };
  if (!before) return { sheet: 'areas', row: row.row, outcome: 'new', title, changes: [] };
  const [typeTitle, kindTitle] = [titleIn(areaTypeTitles), titleIn(areaKindTitles)];
  const changes = [
    changeOf('区域名称', before.name, fields.name),
    changeOf('层级', typeTitle(before.type), typeTitle(fields.type)),
    changeOf('网格类型', kindTitle(before.kind ?? ''), kindTitle(fields.kind ?? '')),
    changeOf('上级编码', before.parent ?? '', fields.parent ?? ''),
  ].filter((change) => change !== null);
  return { sheet: 'areas', row: row.row, outcome: changes.length === 0 ? 'same' : 'changed', title, changes };
}

function titleIn(titles: ReadonlyMap<string, string>): (word: string) => string {
  return (word) => titles.get(word) ?? word;
}

/** `areas.json` with the rows laid over it; what it has beyond the columns of the sheet stays. */
function contentWith(content: JsonObject, wanted: readonly WantedArea[]): JsonObject {
  const rows = new Map(wanted.map((one) => [one.code, one]));
  const kept = areasIn(content).flatMap((area): Json[] => {
    const one = rows.get(area.code);
    if (!one) return [area as unknown as Json];
    if (one.remove) return [];
    const { kind: _, ...rest } = area as unknown as JsonObject;
    return [{ ...rest, ...one.fields }];
  });
  const known = new Set(areasIn(content).map(({ code }) => code));
  const added = wanted.filter(({ code, remove }) => !known.has(code) && !remove);
  return { ...content, areas: [...kept, ...parentsFirst(added).map(({ code, fields }) => ({ code, ...fields }))] };
}

/** What is written above hangs below nothing that comes later. */
function parentsFirst(added: readonly WantedArea[]): readonly WantedArea[] {
  const byCode = new Map(added.map((one) => [one.code, one]));
  const placed = new Set<WantedArea>();
  const place = (one: WantedArea, below: ReadonlySet<WantedArea>): void => {
    if (placed.has(one) || below.has(one)) return;
    const parent = byCode.get(one.fields.parent ?? '');
    if (parent) place(parent, new Set([...below, one]));
    placed.add(one);
  };
  for (const one of added) place(one, new Set());
  return [...placed];
}

const columnOf: { readonly [field: string]: string } = {
  code: 'code',
  name: 'name',
  type: 'type',
  kind: 'kind',
  parent: 'parent',
};

/** Tells what the checks found at the rows it comes from. */
function tellFaults(
  found: readonly {
    readonly file: string;
    readonly place: string;
    readonly code: string;
    readonly zh: string;
    readonly en: string;
  }[],
  areas: readonly Area[],
  wanted: readonly WantedArea[],
): { readonly rows: number; readonly others: readonly { readonly zh: string; readonly en: string }[] } {
  const rows = new Map(wanted.map((one) => [one.code, one.row]));
  const others: { zh: string; en: string }[] = [];
  let told = 0;
  for (const { file, place, code, zh, en } of found) {
    const [, list, index, field = ''] = place.split('/');
    const row = file === 'areas.json' && list === 'areas' ? rows.get(areas[Number(index)]?.code ?? '') : undefined;
    if (!row) {
      others.push({ zh: plainWords(zh), en });
      continue;
    }
    row.refuse(code, columnOf[field] ?? null, { zh: plainWords(zh), en });
    told += 1;
  }
  return { rows: told, others };
}
