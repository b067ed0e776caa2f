import type { Scope } from '../kernel/bpmn/process-instance.ts';
import type { Instant } from '../kernel/json.ts';
import type { Transaction } from './transaction.ts';

/** What the rows of an instance say that is not in its view. */
export interface InstanceDetails {
  readonly area: string | null;
  readonly startedAt: Instant;
  readonly endedAt: Instant | null;
  readonly subjectNumber: string | null;
  readonly subjectTitle: string | null;
}

/** Area, times and subject of an instance; null when there is none. */
export async function readInstanceDetails(
  tx: Transaction,
  tenant: string,
  instance: string,
): Promise<InstanceDetails | null> {
  const [row] = await tx.query<InstanceDetails>(
    `select i.area, i.created_at as "startedAt", i.ended_at as "endedAt",
       (select k.number from case_record k where i.subject_kind = 'case' and k.tenant_id = $1 and k.id = i.subject_id) as "subjectNumber",
       case i.subject_kind
         when 'case' then (select k.title from case_record k where k.tenant_id = $1 and k.id = i.subject_id)
         when 'meeting' then (select m.title from meeting m where m.tenant_id = $1 and m.id = i.subject_id)
         when 'action-item' then (select a.title from action_item a where a.tenant_id = $1 and a.id = i.subject_id) end as "subjectTitle"
     from process_instance i where i.tenant_id = $1 and i.id = $2`,
    [tenant, instance],
  );
  return row ?? null;
}

/** Scopes besides the root's that an instance has now. */
export async function readAllScopes(tx: Transaction, tenant: string, instance: string): Promise<readonly Scope[]> {
  const rows = await tx.query<{ state: Scope }>(
    'select state from process_scope where tenant_id = $1 and instance_id = $2 order by scope',
    [tenant, instance],
  );
  return rows.map(({ state }) => state);
}

/** A job that waits, or is being tried. */
export interface WaitingJob {
  readonly element: number;
  readonly jobType: string;
  readonly retries: number;
  readonly attempts: number;
  readonly runAt: Instant;
  readonly leasedUntil: Instant | null;
  readonly lastError: string | null;
}

/** Jobs of an instance, the one that is due first before the others. */
export function jobsOf(tx: Transaction, tenant: string, instance: string): Promise<readonly WaitingJob[]> {
  return tx.query<WaitingJob>(
    `select element, job_type as "jobType", retries, attempts, run_at as "runAt", leased_until as "leasedUntil", last_error as "lastError"
     from job where tenant_id = $1 and instance_id = $2 order by run_at, element`,
    [tenant, instance],
  );
}

/** An open incident of an instance. */
export interface OpenIncident {
  readonly element: number;
  readonly scope: number;
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly at: Instant;
}

/** Open incidents of an instance, the oldest first. */
export function incidentsOf(tx: Transaction, tenant: string, instance: string): Promise<readonly OpenIncident[]> {
  return tx.query<OpenIncident>(
    'select element, scope, code, zh, en, at from incident where tenant_id = $1 and instance_id = $2 order by at, element',
    [tenant, instance],
  );
}

/** Codes of the incidents that are open now, with how many of each, most first; at most 50 codes of the newest 5,000. */
export function openIncidentCodes(
  tx: Transaction,
  tenant: string,
): Promise<readonly { readonly code: string; readonly count: number }[]> {
  return tx.query(
    `select n.value as code, count(*)::int as count from (
       select value from instance_mark where tenant_id = $1 and kind = 'incident' limit 5000) n group by n.value order by 2 desc, 1 limit 50`,
    [tenant],
  );
}

/** Manifests that open instances are pinned to, each found by one step through the index however many instances there are. */
export async function manifestsInUse(tx: Transaction, tenant: string): Promise<readonly string[]> {
  const rows = await tx.query<{ hash: string }>(
    `with recursive used as (
       (select manifest_hash as hash from process_instance where tenant_id = $1 and ended_at is null order by manifest_hash limit 1)
       union all
       select (select i.manifest_hash from process_instance i where i.tenant_id = $1 and i.ended_at is null and i.manifest_hash > u.hash
         order by i.manifest_hash limit 1) from used u where u.hash is not null)
     select hash from used where hash is not null`,
    [tenant],
  );
  return rows.map(({ hash }) => hash);
}
