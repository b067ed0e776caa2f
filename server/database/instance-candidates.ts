import type { InstanceSearch, SearchPlace } from './instance-search.ts';

/** How the instances of a search are come by: a walk along an index, and what is asked of each on the way. */
export interface Candidates {
  /** A relation `c` of (at, id, …) in the order of the list, so many of them at most. */
  readonly walk: (reach: number) => string;
  /** Joined to `c`: what has to be looked up of a candidate before the filter can be asked. */
  readonly looked: string;
  /** What else a candidate must fulfil. */
  readonly filter: string;
  /** Whether every candidate fits, so that no more have to be looked at than are wanted. */
  readonly isCovered: boolean;
  /** Of a statement with the walk, what is looked up and the filter. */
  readonly params: readonly unknown[];
  /** Of a statement with the walk alone. */
  readonly walkParams: readonly unknown[];
}

/**
 * Up to so many areas are walked side by side and merged in order: a page costs one look into each, and its own rows. With
 * more of them, which then are a good part of all, one index is walked for all and the areas are asked of what it finds.
 */
const mostAreas = 64;
/**
 * So many branches a statement can have: few texts, each prepared. A branch without an area finds nothing. Each is ordered
 * and limited by itself, or else PostgreSQL reads all of them and sorts.
 */
const branches = [1, 4, 16, mostAreas];

/** In so few areas fewer instances are expected than at an element. */
const fewAreas = 16;

/** Keeps a subquery one look by key for each candidate, whatever the statistics say; as a join it could read whole tables. */
const perRow = 'offset 0';

interface Binding {
  readonly search: InstanceSearch;
  readonly after: SearchPlace | null;
  readonly params: unknown[];
  readonly bind: (value: unknown) => string;
}

/** A condition on a column of the instance itself. */
interface Condition {
  readonly column: 'area' | 'process' | 'manifest_hash';
  readonly value: string | readonly string[];
}

/**
 * The condition that is likely to fit fewest instances picks the index; the others are asked of what it finds. Every such
 * index has the order of the list behind its condition, so that a walk ends as soon as a page is full.
 */
export function candidatesFor(tenant: string, search: InstanceSearch, after: SearchPlace | null): Candidates {
  const params: unknown[] = [tenant];
  const binding = { search, after, params, bind: (value: unknown) => `$${params.push(value)}` };
  const marks = isEnded(search) ? [] : wantedMarks(search);
  const [mark, ...others] = marks;
  const isLocal = search.areas !== null && search.areas.length <= fewAreas;
  return mark && !(isLocal && mark.kind === 'element') ? marked(binding, mark, others) : unmarked(binding, marks);
}

function marked(binding: Binding, mark: WantedMark, others: readonly WantedMark[]): Candidates {
  const { search, bind, params } = binding;
  const marks = `select distinct m.started_at as at, m.instance_id as id from instance_mark m where m.tenant_id = $1 and m.kind = ${bind(mark.kind)}
    and m.value = ${bind(mark.value)}${behind(binding, 'm.started_at', 'm.instance_id')}${span(binding, 'm.started_at')}`;
  const walkParams = [...params];
  const own = ownConditions(search).map((condition) => `i.${asked(condition, bind)}`);
  const filter = [...own, ...others.map((other) => hasMark(other, bind))];
  const instance = `select i.area, i.process, i.manifest_hash from process_instance i where i.tenant_id = $1 and i.id = c.id ${perRow}`;
  return {
    walk: (reach) => `(${marks} order by 1, 2 limit ${reach}) c`,
    looked: own.length === 0 ? '' : `cross join lateral (${instance}) i`,
    filter: filter.join(' and ') || 'true',
    isCovered: filter.length === 0,
    params,
    walkParams,
  };
}

function unmarked(binding: Binding, marks: readonly WantedMark[]): Candidates {
  const { search, bind, params } = binding;
  const ended = isEnded(search);
  const at = ended ? 'i.ended_at' : 'i.created_at';
  const state = ended ? `i.status = ${bind(search.state)} and i.ended_at is not null` : 'i.ended_at is null';
  const where = `i.tenant_id = $1 and ${state}${behind(binding, at, 'i.id')}${ended ? '' : span(binding, at)}`;
  const own = ownConditions(search);
  const count = search.areas?.length ?? 0;
  const sideBySide = !ended && search.areas !== null && count <= mostAreas;
  const narrowing = ended ? undefined : own.find(({ column }) => sideBySide === (column === 'area'));
  const rows =
    (more: string) =>
    (reach: number): string =>
      `(select ${at} as at, i.id, i.area, i.process, i.manifest_hash, i.created_at from process_instance i where ${where}${more} order by ${at}, i.id limit ${reach})`;
  const areas = sideBySide ? bind(search.areas) : '';
  const ways = sideBySide
    ? Array.from({ length: branches.find((most) => most >= count) ?? mostAreas }, (_, index) =>
        rows(` and i.area = (${areas}::text[])[${index + 1}]`),
      )
    : [rows(narrowing === undefined ? '' : ` and i.${asked(narrowing, bind)}`)];
  const walkParams = [...params];
  const filter = own.filter((one) => one !== narrowing).map((condition) => `c.${asked(condition, bind)}`);
  filter.push(...marks.map((mark) => hasMark(mark, bind)));
  if (ended && hasSpan(search)) filter.push(`true${span(binding, 'c.created_at')}`);
  return {
    walk: (reach) =>
      `(select * from (${ways.map((way) => way(reach)).join(' union all ')}) w order by w.at, w.id limit ${reach}) c`,
    looked: '',
    filter: filter.join(' and ') || 'true',
    isCovered: filter.length === 0,
    params,
    walkParams,
  };
}

/** Whether a search is for instances that have ended, which are listed by when they did. */
export function isEnded({ state }: InstanceSearch): boolean {
  return state === 'completed' || state === 'cancelled';
}

function behind({ after, bind }: Binding, at: string, id: string): string {
  return after === null ? '' : ` and (${at}, ${id}) > (${bind(after.at)}::timestamptz, ${bind(after.id)}::uuid)`;
}

function span({ search: { startedFrom, startedUntil }, bind }: Binding, at: string): string {
  return (
    (startedFrom === undefined ? '' : ` and ${at} >= ${bind(startedFrom)}::timestamptz`) +
    (startedUntil === undefined ? '' : ` and ${at} < ${bind(startedUntil)}::timestamptz`)
  );
}

function hasSpan({ startedFrom, startedUntil }: InstanceSearch): boolean {
  return startedFrom !== undefined || startedUntil !== undefined;
}

interface WantedMark {
  readonly kind: string;
  readonly value: string;
}

function wantedMarks({ state, incident, variable, element }: InstanceSearch): readonly WantedMark[] {
  const marks: WantedMark[] = [];
  if (incident !== undefined) marks.push({ kind: 'incident', value: incident });
  if (state === 'stuck' && incident === undefined) marks.push({ kind: 'stuck', value: '' });
  if (state === 'suspended') marks.push({ kind: 'suspended', value: '' });
  if (variable !== undefined) marks.push({ kind: 'variable', value: variable });
  if (element !== undefined) marks.push({ kind: 'element', value: element });
  return marks;
}

function hasMark({ kind, value }: WantedMark, bind: Binding['bind']): string {
  return `exists (select from instance_mark m where m.tenant_id = $1 and m.kind = ${bind(kind)} and m.value = ${bind(value)}
    and m.started_at = c.at and m.instance_id = c.id ${perRow})`;
}

function ownConditions({ process, manifest, areas }: InstanceSearch): readonly Condition[] {
  const conditions: Condition[] = [];
  if (process !== undefined) conditions.push({ column: 'process', value: process });
  if (manifest !== undefined) conditions.push({ column: 'manifest_hash', value: manifest });
  if (areas !== null) conditions.push({ column: 'area', value: areas });
  return conditions;
}

function asked({ column, value }: Condition, bind: Binding['bind']): string {
  return typeof value === 'string' ? `${column} = ${bind(value)}` : `${column} = any(${bind(value)}::text[])`;
}
