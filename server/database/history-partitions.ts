import type { Transaction } from './transaction.ts';

const bucketPattern = /^[a-z][a-z0-9-]{0,40}$/;

/**
 * Makes the partitions that history rows of these buckets go to; those that are there stay. Called ahead of time: rows of a
 * bucket that has none go to the default partition. Where some have gone there already, because a machine's clock was ahead
 * when their instances began, they come along; the database would refuse the partition else, and the program its start.
 *
 * @param buckets retention class × month of the instances' start, e.g. `case-2026-12`
 * @throws Error when a bucket is not written in that form
 */
export async function ensureHistoryPartitions(tx: Transaction, buckets: readonly string[]): Promise<void> {
  for (const bucket of buckets) {
    // A name cannot be a bound parameter, so it is held to a pattern that needs no quoting.
    if (!bucketPattern.test(bucket)) throw new Error(`no bucket: ${bucket}`);
    const table = `history_${bucket.replaceAll('-', '_')}`;
    if (await hasStrayRows(tx, table, bucket)) await partitionWithStrays(tx, table, bucket);
    else await tx.query(`create table if not exists ${table} partition of history_step for values in ('${bucket}')`);
  }
}

/** Whether a bucket without a partition of its own has rows of any tenant in the default one. */
async function hasStrayRows(tx: Transaction, table: string, bucket: string): Promise<boolean> {
  const [row] = await tx.query<{ strays: boolean }>(
    `select to_regclass($1) is null and exists (select from history_rest where bucket = $2) as strays`,
    [table, bucket],
  );
  return row?.strays ?? false;
}

async function partitionWithStrays(tx: Transaction, table: string, bucket: string): Promise<void> {
  await tx.query(`create table ${table} (like history_step including defaults including constraints)`);
  await tx.query(`insert into ${table} select * from history_rest where bucket = $1`, [bucket]);
  await tx.query('delete from history_rest where bucket = $1', [bucket]);
  await tx.query(`alter table history_step attach partition ${table} for values in ('${bucket}')`);
}
