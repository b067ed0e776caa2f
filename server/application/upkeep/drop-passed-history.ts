import { dropBucket, partitionedBuckets, runsIn } from '../../database/history-retention.ts';
import type { Instant } from '../../kernel/json.ts';
import type { Context } from '../context.ts';

/** Months a class of history is kept after the month its instances began in; a class that is not named is kept for ever. */
export type HistoryTerms = { readonly [retentionClass: string]: number };

/**
 * Drops months of history whose term has passed and in which nothing runs any more. The instances keep their own small
 * row (which process, which release, when it ended), their user tasks and submissions: cases have terms of their own.
 *
 * @returns the buckets that were dropped
 */
export async function dropPassedHistory({ database, historyTerms, log }: Context): Promise<readonly string[]> {
  const passed = await database.read(async (tx) =>
    (await partitionedBuckets(tx)).filter((bucket) => hasPassed(bucket, historyTerms, tx.now)),
  );
  const dropped: string[] = [];
  for (const bucket of passed) {
    const isGone = await database.transaction(async (tx) => {
      if (await runsIn(tx, bucket)) return false;
      await dropBucket(tx, bucket, tx.now);
      return true;
    });
    if (isGone) dropped.push(bucket);
    log.info({ bucket, dropped: isGone }, 'history whose term has passed');
  }
  return dropped;
}

function hasPassed(bucket: string, terms: HistoryTerms, now: Instant): boolean {
  const [, retentionClass = '', year = '', month = ''] = /^([a-z-]+)-(\d{4})-(\d\d)$/.exec(bucket) ?? [];
  const months = terms[retentionClass];
  if (months === undefined) return false;
  const at = new Date(now);
  const age = (at.getUTCFullYear() - Number(year)) * 12 + at.getUTCMonth() + 1 - Number(month);
  return age > months;
}
