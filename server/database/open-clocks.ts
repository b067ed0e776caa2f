import type { Scope } from '../kernel/bpmn/process-instance.ts';
import type { JsonObject } from '../kernel/json.ts';
import type { Transaction } from './transaction.ts';

/** How many running instances of an area are pinned to a manifest. */
export interface RunningOnManifest {
  readonly area: string | null;
  readonly manifestHash: string;
  readonly count: number;
}

const within = `(i.area is null and $3::boolean
  or exists (select from area_ancestor a where a.tenant_id = i.tenant_id and a.area = i.area and a.ancestor = $2))`;

/**
 * Running instances within an area, counted by the area they are for and what they are pinned to.
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
    `select i.area, i.manifest_hash as "manifestHash", count(*)::int as count from process_instance i
     where i.tenant_id = $1 and i.ended_at is null and ${within} group by i.area, i.manifest_hash`,
    [tenant, area, everywhere],
  );
}

/** A running instance with an open user task that has a limit. */
export interface TimedInstance {
  readonly id: string;
  readonly process: string;
  readonly manifestHash: string;
  readonly area: string | null;
  readonly state: JsonObject;
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

/**
 * Running instances within an area that are pinned to one of these manifests and have an open user task that has a limit,
 * in the order of their ids.
 *
 * @param after id of the last one of the page before; null for the first
 */
export async function timedInstances(
  tx: Transaction,
  tenant: string,
  { area, everywhere }: { readonly area: string; readonly everywhere: boolean },
  manifests: readonly string[],
  after: string | null,
  most: number,
): Promise<readonly TimedInstance[]> {
  const open = `u.tenant_id = i.tenant_id and u.instance_id = i.id and u.state = 'open' and u.time_limit is not null`;
  return tx.query(
    `select i.id, i.process, i.manifest_hash as "manifestHash", i.area, i.state,
       (select coalesce(json_agg(s.state), '[]') from process_scope s where s.tenant_id = i.tenant_id and s.instance_id = i.id) as scopes,
       k.number, k.title,
       (select json_agg(json_build_object('id', u.id, 'name', u.name, 'post', u.post, 'area', u.area) order by u.id)
         from user_task u where ${open}) as "userTasks"
     from process_instance i
       left join case_record k on i.subject_kind = 'case' and k.tenant_id = i.tenant_id and k.id = i.subject_id
     where i.tenant_id = $1 and i.ended_at is null and ${within} and i.manifest_hash = any($4)
       and ($5::uuid is null or i.id > $5) and exists (select from user_task u where ${open})
     order by i.id limit $6`,
    [tenant, area, everywhere, manifests, after, most],
  );
}

/** Ids of running instances within an area that are pinned to one of these manifests, the first in order. */
export async function runningOnManifests(
  tx: Transaction,
  tenant: string,
  { area, everywhere }: { readonly area: string; readonly everywhere: boolean },
  manifests: readonly string[],
  most: number,
): Promise<readonly { readonly id: string; readonly area: string | null; readonly manifestHash: string }[]> {
  return tx.query(
    `select i.id, i.area, i.manifest_hash as "manifestHash" from process_instance i
     where i.tenant_id = $1 and i.ended_at is null and ${within} and i.manifest_hash = any($4) order by i.id limit $5`,
    [tenant, area, everywhere, manifests, most],
  );
}
