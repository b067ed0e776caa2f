import type { Instant } from '../kernel/json.ts';
import type { Transaction } from './transaction.ts';

/** Buckets that have a partition of their own, oldest names first. */
export async function partitionedBuckets(tx: Transaction): Promise<readonly string[]> {
  const rows = await tx.query<{ bound: string }>(
    `select pg_get_expr(c.relpartbound, c.oid) as bound from pg_inherits h join pg_class c on c.oid = h.inhrelid
     where h.inhparent = 'history_step'::regclass order by c.relname`,
  );
  return rows.flatMap(({ bound }) => /^FOR VALUES IN \('([^']+)'\)$/.exec(bound)?.[1] ?? []);
}

/** Whether an instance of any tenant that began in this bucket still runs. */
export async function runsIn(tx: Transaction, bucket: string): Promise<boolean> {
  const rows = await tx.query(
    `select 1 from tenant t where exists (select from process_instance i where i.tenant_id = t.tenant_id and i.bucket = $1 and i.ended_at is null) limit 1`,
    [bucket],
  );
  return rows.length > 0;
}

/**
 * Drops a bucket's history as a whole. It waits two seconds at most for those that read: the next hour is as good.
 *
 * @throws Error of the database `55P03` when it had to wait longer
 */
export async function dropBucket(tx: Transaction, bucket: string, now: Instant): Promise<void> {
  if (!/^[a-z][a-z0-9-]{0,40}$/.test(bucket)) throw new Error(`no bucket: ${bucket}`);
  await tx.query(`set local lock_timeout = '2s'`);
  await tx.query(`drop table history_${bucket.replaceAll('-', '_')}`);
  await tx.query(
    'insert into dropped_history (tenant_id, bucket, dropped_at) select tenant_id, $1, $2 from tenant on conflict do nothing',
    [bucket, now],
  );
}

/** Buckets of a tenant whose history is gone because its term had passed. */
export async function droppedBuckets(tx: Transaction, tenant: string): Promise<ReadonlySet<string>> {
  const rows = await tx.query<{ bucket: string }>('select bucket from dropped_history where tenant_id = $1', [tenant]);
  return new Set(rows.map(({ bucket }) => bucket));
}
