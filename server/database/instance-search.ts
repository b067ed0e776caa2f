import type { Instant } from '../kernel/json.ts';
import { candidatesFor, isEnded } from './instance-candidates.ts';
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
 * So many candidates are looked at for one page, whatever else is asked, so that a search costs the same however many
 * instances there are. What lies beyond is found by going on.
 */
const searchReach = 5000;

/** So many are counted; beyond, people are told that there are at least so many. */
const countReach = 1000;

/** Limits stand in the text, because a plan for a limit that is not known is made for a tenth of the table; so there are few. */
const pages = [51, 201, 1001];

/** Instances that fit, longest running first (ended ones: ended first), and where to go on. */
export async function searchInstances(
  tx: Transaction,
  tenant: string,
  search: InstanceSearch,
  after: SearchPlace | null,
  limit: number,
): Promise<SearchPage> {
  const { walk, walkParams, looked, filter, isCovered, params } = candidatesFor(tenant, search, after);
  const wanted = pages.find((most) => most > limit) ?? limit + 1;
  const [row] = await tx.query<{ found: readonly FoundInstance[] | null }>(
    `with fitting as (select c.at, c.id from ${walk(isCovered ? wanted : searchReach)} ${looked} where ${filter} order by c.at, c.id limit ${wanted})
     select (select json_agg(${foundJson} order by f.at, f.id) from fitting f
       cross join lateral (select * from process_instance i where i.tenant_id = $1 and i.id = f.id offset 0) i) as found`,
    params,
  );
  const found = (row?.found ?? []).map((one) => withInstants(one));
  const page = found.slice(0, limit);
  const lastShown = page.at(-1);
  if (found.length > limit && lastShown) return { found: page, next: placeOf(search, lastShown) };
  return { found: page, next: isCovered ? null : await endOfReach(tx, walk(searchReach), walkParams) };
}

/** The last candidate that was looked at, where all that may be looked at were; null when there are no more. */
async function endOfReach(tx: Transaction, walk: string, params: readonly unknown[]): Promise<SearchPlace | null> {
  const [last] = await tx.query<SearchPlace>(`select c.at, c.id from ${walk} offset ${searchReach - 1}`, params);
  return last ?? null;
}

/** How many fit: exact, or, when there are more candidates than are counted, at least so many. */
export async function countInstances(
  tx: Transaction,
  tenant: string,
  search: InstanceSearch,
): Promise<{ readonly count: number; readonly exact: boolean }> {
  const { walk, looked, filter, params } = candidatesFor(tenant, search, null);
  const [row] = await tx.query<{ count: number; looked: number }>(
    `select count(*)::int as looked, (count(*) filter (where ${filter}))::int as count from ${walk(countReach)} ${looked}`,
    params,
  );
  return { count: row?.count ?? 0, exact: (row?.looked ?? 0) < countReach };
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

function placeOf(search: InstanceSearch, { id, startedAt, endedAt }: FoundInstance): SearchPlace {
  return { at: isEnded(search) ? (endedAt ?? startedAt) : startedAt, id };
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
