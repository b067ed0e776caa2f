import type { Transaction } from './transaction.ts';

const bucketPattern = /^[a-z][a-z0-9-]{0,40}$/;

/**
 * Makes the partitions that history rows of these buckets go to; those that are there stay. Called ahead of time, because
 * a bucket that already has rows in the default partition can no longer get a partition of its own.
 *
 * @param buckets retention class × month of the instances' start, e.g. `case-2026-12`
 * @throws Error when a bucket is not written in that form
 */
export async function ensureHistoryPartitions(tx: Transaction, buckets: readonly string[]): Promise<void> {
  for (const bucket of buckets) {
    // A name cannot be a bound parameter, so it is held to a pattern that needs no quoting.
    if (!bucketPattern.test(bucket)) throw new Error(`no bucket: ${bucket}`);
    const table = `history_${bucket.replaceAll('-', '_')}`;
    await tx.query(`create table if not exists ${table} partition of history_step for values in ('${bucket}')`);
  }
}
