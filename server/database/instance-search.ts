import type { Instant } from '../kernel/json.ts';
import type { Transaction } from './transaction.ts';

/** What instances are looked for by; null and absent parts do not narrow. */
export interface InstanceSearch {
  readonly state: 'open' | 'stuck' | 'suspended' | 'completed' | 'cancelled';
  /** Codes of areas, with all that lies below; null: everywhere, also what belongs to no area. */
  readonly areas: readonly string[] | null;
  readonly process?: string | undefined;
  readonly manifest?: string | undefined;
  /** BPMN id of an element where a token is. */
  readonly element?: string | undefined;
  readonly incident?: string | undefined;
  /** `name=value` of a declared variable. */
  readonly variable?: string | undefined;
  readonly startedFrom?: Instant | undefined;
  readonly startedUntil?: Instant | undefined;
}

/** Where a page begins: behind the place of the last one looked at. */
export interface SearchPlace {
  readonly at: Instant;
  readonly id: string;
}

/** An instance that was found. */
export interface FoundInstance {
  readonly id: string;
  readonly process: string;
  readonly manifestHash: string;
  readonly status: 'running' | 'completed' | 'cancelled';
  readonly area: string | null;
  readonly subjectKind: string | null;
  readonly subjectId: string | null;
  readonly subjectNumber: string | null;
  readonly subjectTitle: string | null;
  readonly startedAt: Instant;
  readonly endedAt: Instant | null;
  readonly suspendedAt: Instant | null;
  /** Elements where its tokens are, of the process itself. */
  readonly elements: readonly string[] | null;
  readonly incidents: readonly FoundIncident[];
}

interface FoundIncident {
  readonly element: number;
  readonly scope: number;
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly at: Instant;
}

/** A page of a search: what was found, and from where to look on; null when everything was looked at. */
export interface SearchPage {
  readonly found: readonly FoundInstance[];
  readonly next: SearchPlace | null;
}

/**
 * So many instances that fit the first condition are looked at for one page or count, whatever else is asked, so that a
 * search costs the same however many instances there are. What lies beyond is found by going on.
 */
const searchReach = 5000;

/** Instances that fit, longest running first (ended ones: ended first), and where to go on. */
export async function searchInstances(
  tx: Transaction,
  tenant: string,
  search: InstanceSearch,
  after: SearchPlace | null,
  limit: number,
): Promise<SearchPage> {
  const query = queryFor(tenant, search, after, limit + 1);
  const [row] = await tx.query<{ found: readonly FoundInstance[] | null; last: SearchPlace | null; looked: number }>(
    `with candidate as (${query.candidates}),
     fitting as (select c.at, i.id from candidate c join process_instance i on i.tenant_id = $1 and i.id = c.id where ${query.filter}
       order by c.at, i.id limit ${query.bind(limit + 1)})
     select (select json_agg(${foundJson} order by f.at, f.id) from fitting f join process_instance i on i.tenant_id = $1 and i.id = f.id) as found,
       (select json_build_object('at', c.at, 'id', c.id) from candidate c order by c.at desc, c.id desc limit 1) as last,
       (select count(*)::int from candidate) as looked`,
    query.params,
  );
  const found = (row?.found ?? []).map((one) => withInstants(one));
  const page = found.slice(0, limit);
  const lastShown = page.at(-1);
  if (found.length > limit && lastShown) return { found: page, next: placeOf(search, lastShown) };
  const last = row?.last;
  const more = row !== undefined && row.looked >= query.reach && last !== null && last !== undefined;
  return { found: page, next: more ? { at: new Date(last.at).toISOString(), id: last.id } : null };
}

/** How many fit: exact, or, when there are more candidates than are looked at, at least so many. */
export async function countInstances(
  tx: Transaction,
  tenant: string,
  search: InstanceSearch,
): Promise<{ readonly count: number; readonly exact: boolean }> {
  const query = queryFor(tenant, search, null, searchReach);
  const sought = query.isCovered
    ? 'select count(*)::int from candidate'
    : `select count(*)::int from candidate c join process_instance i on i.tenant_id = $1 and i.id = c.id where ${query.filter}`;
  const [row] = await tx.query<{ count: number; looked: number }>(
    `with candidate as (${query.candidates})
     select (select count(*)::int from candidate) as looked,
       (${sought}) as count`,
    query.params,
  );
  return { count: row?.count ?? 0, exact: (row?.looked ?? 0) < searchReach };
}

const foundJson = `json_build_object('id', i.id, 'process', i.process, 'manifestHash', i.manifest_hash, 'status', i.status, 'area', i.area,
  'subjectKind', i.subject_kind, 'subjectId', i.subject_id, 'startedAt', i.created_at, 'endedAt', i.ended_at,
  'suspendedAt', i.state ->> 'suspendedAt', 'at', f.at,
  'subjectNumber', (select k.number from case_record k where i.subject_kind = 'case' and k.tenant_id = $1 and k.id = i.subject_id),
  'subjectTitle', case i.subject_kind
    when 'case' then (select k.title from case_record k where k.tenant_id = $1 and k.id = i.subject_id)
    when 'meeting' then (select m.title from meeting m where m.tenant_id = $1 and m.id = i.subject_id)
    when 'action-item' then (select a.title from action_item a where a.tenant_id = $1 and a.id = i.subject_id) end,
  'elements', (select json_agg(distinct e.alive ->> 'element') from jsonb_array_elements(i.state -> 'root' -> 'elements') as e(alive)
    where i.status = 'running'),
  'incidents', (select coalesce(json_agg(json_build_object('element', n.element, 'scope', n.scope, 'code', n.code, 'zh', n.zh, 'en', n.en, 'at', n.at) order by n.at, n.element), '[]')
    from (select * from incident n where n.tenant_id = $1 and n.instance_id = i.id order by n.at, n.element limit 20) n))`;

interface SearchQuery {
  /** A statement that answers (at, id), in order, at most `reach` of them. */
  readonly candidates: string;
  readonly reach: number;
  /** Whether all candidates fit, so that no more have to be looked at than are wanted. */
  readonly isCovered: boolean;
  /** What else an instance `i` must fulfil. */
  readonly filter: string;
  readonly params: unknown[];
  readonly bind: (value: unknown) => string;
}

/**
 * The condition that is likely to fit fewest instances picks the index; the others are checked on what it finds.
 *
 * @param wanted so many are enough where every candidate fits
 */
function queryFor(tenant: string, search: InstanceSearch, after: SearchPlace | null, wanted: number): SearchQuery {
  const params: unknown[] = [tenant];
  const bind = (value: unknown): string => `$${params.push(value)}`;
  const marks = wantedMarks(search);
  const isEnded = search.state === 'completed' || search.state === 'cancelled';
  const [driver, ...otherMarks] = isEnded ? [] : marks;
  const behind = (at: string, id: string): string =>
    after === null ? '' : ` and (${at}, ${id}) > (${bind(after.at)}::timestamptz, ${bind(after.id)}::uuid)`;
  const span = (at: string): string =>
    (search.startedFrom === undefined ? '' : ` and ${at} >= ${bind(search.startedFrom)}::timestamptz`) +
    (search.startedUntil === undefined ? '' : ` and ${at} < ${bind(search.startedUntil)}::timestamptz`);
  const areas = search.areas === null ? null : bind(search.areas);
  const own = ownConditions(search, areas, bind);
  const filter = ['true', ...own, ...otherMarks.map((mark) => hasMark(mark, bind))];
  const query = (candidates: (reach: string) => string, covered: number): SearchQuery => {
    const isCovered = own.length + otherMarks.length <= covered && !(isEnded && hasSpan(search));
    const reach = isCovered ? wanted : searchReach;
    return { candidates: candidates(`limit ${reach}`), reach, isCovered, filter: filter.join(' and '), params, bind };
  };
  if (isEnded) {
    filter.push(`true${span('i.created_at')}`);
    const ended = `select i.ended_at as at, i.id from process_instance i where i.tenant_id = $1 and i.status = ${bind(search.state)} and i.ended_at is not null`;
    const place = behind('i.ended_at', 'i.id');
    return query((reach) => `${ended}${place} order by i.ended_at, i.id ${reach}`, 0);
  }
  if (driver) {
    filter.push('i.ended_at is null');
    const marked = `select distinct m.started_at as at, m.instance_id as id from instance_mark m where m.tenant_id = $1 and m.kind = ${bind(driver.kind)}
      and m.value = ${bind(driver.value)}${behind('m.started_at', 'm.instance_id')}${span('m.started_at')}`;
    return query((reach) => `${marked} order by 1, 2 ${reach}`, 0);
  }
  const where = `i.tenant_id = $1 and i.ended_at is null${behind('i.created_at', 'i.id')}${span('i.created_at')}`;
  const [first] = own;
  const order = 'order by i.created_at, i.id';
  if (areas !== null && (search.areas?.length ?? 0) <= mostAreas) {
    const ofEach = (reach: string): string =>
      `select i.created_at as at, i.id from process_instance i where i.area = a.code and ${where} ${order} ${reach}`;
    return query(
      (reach) =>
        `select p.at, p.id from unnest(${areas}::text[]) as a(code) cross join lateral (${ofEach(reach)}) p order by 1, 2 ${reach}`,
      1,
    );
  }
  const narrowed = first === undefined ? '' : ` and ${first}`;
  return query(
    (reach) => `select i.created_at as at, i.id from process_instance i where ${where}${narrowed} ${order} ${reach}`,
    first === undefined ? 0 : 1,
  );
}

function hasSpan({ startedFrom, startedUntil }: InstanceSearch): boolean {
  return startedFrom !== undefined || startedUntil !== undefined;
}

/** With more areas than these the common index is walked instead of one per area. */
const mostAreas = 300;

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

function hasMark({ kind, value }: WantedMark, bind: (value: unknown) => string): string {
  return `exists (select from instance_mark m where m.tenant_id = $1 and m.kind = ${bind(kind)} and m.value = ${bind(value)}
    and m.started_at = i.created_at and m.instance_id = i.id)`;
}

function ownConditions(
  search: InstanceSearch,
  areas: string | null,
  bind: (value: unknown) => string,
): readonly string[] {
  const conditions: string[] = [];
  if (search.process !== undefined) conditions.push(`i.process = ${bind(search.process)}`);
  if (search.manifest !== undefined) conditions.push(`i.manifest_hash = ${bind(search.manifest)}`);
  if (areas !== null) conditions.push(`i.area = any(${areas}::text[])`);
  return conditions;
}

function placeOf(search: InstanceSearch, { id, startedAt, endedAt }: FoundInstance): SearchPlace {
  const isEnded = search.state === 'completed' || search.state === 'cancelled';
  return { at: isEnded ? (endedAt ?? startedAt) : startedAt, id };
}

/** Instants inside of JSON come with the database's own spelling. */
function withInstants(row: FoundInstance): FoundInstance {
  const instant = (at: string): Instant => new Date(at).toISOString();
  return {
    ...row,
    startedAt: instant(row.startedAt),
    endedAt: row.endedAt && instant(row.endedAt),
    incidents: row.incidents.map((incident) => ({ ...incident, at: instant(incident.at) })),
  };
}
