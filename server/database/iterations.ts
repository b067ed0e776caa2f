import type { Scope } from '../kernel/bpmn/process-instance.ts';
import type { Instant, JsonObject } from '../kernel/json.ts';
import type { HistoryRow } from './process-instances.ts';
import { submissionColumns, type SubmissionRow } from './submissions.ts';
import type { Transaction } from './transaction.ts';

/** An iteration of a wide loop, which lives in an instance of its own, as it is stored. */
export interface StoredIteration {
  readonly id: string;
  /** Its number in the loop, from 1. */
  readonly number: number;
  readonly state: JsonObject;
  readonly scopes: readonly Scope[];
}

/**
 * Iterations of an instance that have begun and not ended, in the order in which they began.
 *
 * @param after the last id of the page before; null for the first
 */
export function iterationsAlive(
  tx: Transaction,
  tenant: string,
  instance: string,
  after: string | null,
  most: number,
): Promise<readonly StoredIteration[]> {
  return tx.query<StoredIteration>(
    `select i.id, c.iteration as number, i.state,
       (select coalesce(json_agg(s.state order by s.scope), '[]') from process_scope s where s.tenant_id = i.tenant_id and s.instance_id = i.id) as scopes
     from called_process c join process_instance i on i.tenant_id = c.tenant_id and i.id = c.callee
     where c.tenant_id = $1 and c.instance_id = $2 and c.iteration is not null and ($3::uuid is null or c.callee > $3) and i.ended_at is null order by c.callee limit $4`,
    [tenant, instance, after, most],
  );
}

/** An iteration that has begun, ended or not. */
export interface BegunIteration {
  readonly id: string;
  readonly number: number;
  readonly process: string;
  readonly manifestHash: string;
  readonly status: 'running' | 'completed' | 'cancelled';
  readonly bucket: string;
  readonly suspended: boolean;
  readonly stuck: boolean;
  readonly startedAt: Instant;
  readonly endedAt: Instant | null;
}

/**
 * A page of the iterations an instance has begun in instances of their own, in the order in which they began.
 *
 * @param after the last id of the page before; null for the first
 */
export function iterationsOf(
  tx: Transaction,
  tenant: string,
  instance: string,
  after: string | null,
  most: number,
): Promise<readonly BegunIteration[]> {
  return tx.query<BegunIteration>(
    `select i.id, (i.state -> 'iteration' ->> 'number')::int as number, i.process, i.manifest_hash as "manifestHash", i.status, i.bucket,
       i.state ? 'suspendedAt' as suspended, exists (select from incident n where n.tenant_id = i.tenant_id and n.instance_id = i.id) as stuck,
       i.created_at as "startedAt", i.ended_at as "endedAt"
     from process_instance i where i.tenant_id = $1 and i.caller_instance = $2 and i.state -> 'iteration' is not null
       and ($3::uuid is null or i.id > $3) order by i.id limit $4`,
    [tenant, instance, after, most],
  );
}

/** The whole histories of some instances, each in order. */
export async function readHistories(
  tx: Transaction,
  tenant: string,
  instances: readonly { readonly id: string; readonly bucket: string }[],
): Promise<ReadonlyMap<string, readonly HistoryRow[]>> {
  const rows = await tx.query<HistoryRow & { readonly instance: string }>(
    `select instance_id as instance, seq, at, event from history
     where tenant_id = $1 and bucket = any($2) and instance_id = any($3) order by instance_id, seq`,
    [tenant, [...new Set(instances.map(({ bucket }) => bucket))], instances.map(({ id }) => id)],
  );
  return byInstance(rows);
}

/** What was filled in in some instances about a subject, the oldest first. */
export async function submissionsIn(
  tx: Transaction,
  tenant: string,
  subject: { readonly kind: string; readonly id: string },
  instances: readonly string[],
): Promise<ReadonlyMap<string, readonly SubmissionRow[]>> {
  const rows = await tx.query<SubmissionRow & { readonly instance: string }>(
    `select ${submissionColumns} from submission
     where tenant_id = $1 and subject_kind = $2 and subject_id = $3 and instance_id = any($4) order by at, id`,
    [tenant, subject.kind, subject.id, instances],
  );
  return byInstance(rows);
}

function byInstance<Row extends { readonly instance: string }>(
  rows: readonly Row[],
): ReadonlyMap<string, readonly Row[]> {
  const found = new Map<string, Row[]>();
  for (const row of rows) found.set(row.instance, [...(found.get(row.instance) ?? []), row]);
  return found;
}
