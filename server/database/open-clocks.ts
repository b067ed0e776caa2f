import type { Scope } from '../kernel/bpmn/process-instance.ts';
import type { OwnCalendars } from '../kernel/calendar/own-calendars.ts';
import type { JsonObject } from '../kernel/json.ts';
import type { Transaction } from './transaction.ts';

/** What running instances count by. */
export interface CountsBy {
  readonly area: string | null;
  readonly manifestHash: string;
  /** Keys of calendars that clocks under way count on by since their instance was migrated, in order. */
  readonly kept: readonly string[];
}

/** How many running instances of an area count by the same. */
export interface RunningOnManifest extends CountsBy {
  readonly count: number;
}

const within = `(i.area is null and $3::boolean
  or exists (select from area_ancestor a where a.tenant_id = i.tenant_id and a.area = i.area and a.ancestor = $2))`;

const open = `u.tenant_id = i.tenant_id and u.instance_id = i.id and u.state = 'open' and u.time_limit is not null`;
/** A look into the index for each instance: as a join the user tasks of the whole tenant are read for each page. */
const hasLimit = `exists (select from user_task u where ${open} offset 0)`;

/** What is kept counts as long as a limit is open; few instances hold any. */
const kept = `case when i.state ? 'calendars' and ${hasLimit}
  then array(select key from jsonb_object_keys(i.state -> 'calendars') key where key like '%@%' order by key collate "C")
  else '{}'::text[] end`;

/**
 * Running instances within an area, counted by the area they are for, what they are pinned to and what else they count by.
 *
 * @param everywhere those that are for no area too
 */
export function runningByManifest(
  tx: Transaction,
  tenant: string,
  area: string,
  everywhere: boolean,
): Promise<readonly RunningOnManifest[]> {
  return tx.query(
    `select i.area, i.manifest_hash as "manifestHash", ${kept} as kept, count(*)::int as count from process_instance i
     where i.tenant_id = $1 and i.ended_at is null and ${within} group by 1, 2, 3`,
    [tenant, area, everywhere],
  );
}

/** A running instance with an open user task that has a limit. */
export interface TimedInstance {
  readonly id: string;
  readonly process: string;
  readonly manifestHash: string;
  readonly area: string | null;
  /** Without the calendars it holds. */
  readonly state: JsonObject;
  /**
   * Of the calendars it holds those that only clocks under way count by. The others are those of what it is pinned to: it
   * was re-based onto both in one commit, and a county whose every instance brought its own along took four times as long.
   */
  readonly keptCalendars: OwnCalendars | null;
  readonly scopes: readonly Scope[];
  readonly number: string | null;
  readonly title: string | null;
  readonly userTasks: readonly {
    readonly id: number;
    readonly name: string;
    readonly post: string;
    readonly area: string;
  }[];
}

/** Which running instances are meant. */
export interface OnManifests {
  readonly area: string;
  /** Those that are for no area too. */
  readonly everywhere: boolean;
  readonly manifests: readonly string[];
  /** Those of the manifests on which only such instances are meant that hold calendars of their own. */
  readonly onlyOwn: readonly string[];
}

/** Parameters 1 to 5: the tenant, and what of `OnManifests` is meant. */
const meant = `i.tenant_id = $1 and i.ended_at is null and ${within} and i.manifest_hash = any($4)
  and (i.manifest_hash <> all($5) or i.state ? 'calendars')`;

/**
 * Running instances within an area that are pinned to one of these manifests and have an open user task that has a limit,
 * in the order of their ids.
 *
 * @param after id of the last one of the page before; null for the first
 */
export async function timedInstances(
  tx: Transaction,
  tenant: string,
  { area, everywhere, manifests, onlyOwn }: OnManifests,
  after: string | null,
  most: number,
): Promise<readonly TimedInstance[]> {
  return tx.query(
    `select i.id, i.process, i.manifest_hash as "manifestHash", i.area, i.state - 'calendars' as state,
       case when i.state ? 'calendars' then (select json_object_agg(key, value) from jsonb_each(i.state -> 'calendars')
         where key like '%@%') end as "keptCalendars",
       (select coalesce(json_agg(s.state), '[]') from process_scope s where s.tenant_id = i.tenant_id and s.instance_id = i.id) as scopes,
       k.number, k.title,
       (select json_agg(json_build_object('id', u.id, 'name', u.name, 'post', u.post, 'area', u.area) order by u.id)
         from user_task u where ${open}) as "userTasks"
     from process_instance i
       left join case_record k on i.subject_kind = 'case' and k.tenant_id = i.tenant_id and k.id = i.subject_id
     where ${meant} and ($6::uuid is null or i.id > $6) and ${hasLimit}
     order by i.id limit $7`,
    [tenant, area, everywhere, manifests, onlyOwn, after, most],
  );
}

/** Running instances within an area that are pinned to one of these manifests, the first in order. */
export async function runningOnManifests(
  tx: Transaction,
  tenant: string,
  { area, everywhere, manifests, onlyOwn }: OnManifests,
  most: number,
): Promise<readonly (CountsBy & { readonly id: string })[]> {
  return tx.query(
    `select i.id, i.area, i.manifest_hash as "manifestHash", ${kept} as kept from process_instance i
     where ${meant} order by i.id limit $6`,
    [tenant, area, everywhere, manifests, onlyOwn, most],
  );
}

/** What runs beside these instances for one of their user tasks: ladders that climb. */
export async function runningBeside(
  tx: Transaction,
  tenant: string,
  instances: readonly string[],
): Promise<readonly string[]> {
  const rows = await tx.query<{ readonly id: string }>(
    'select id from process_instance where tenant_id = $1 and host_instance = any($2) and ended_at is null order by id',
    [tenant, instances],
  );
  return rows.map(({ id }) => id);
}
