import type { Instant } from '../../kernel/json.ts';

const classes = ['case', 'meeting', 'action-item', 'other'];

/**
 * The bucket of an instance's history: its retention class and the month it started, so that a whole month is dropped at
 * once when nothing in it runs and its term has passed.
 */
export function historyBucket(subjectKind: string | null, startedAt: Instant): string {
  return `${subjectKind ?? 'other'}-${startedAt.slice(0, 7)}`;
}

/** Buckets that need a partition ahead of time: of this month and the next. */
export function historyBuckets(now: Instant): readonly string[] {
  const at = new Date(now);
  const next = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 1)).toISOString();
  return [now, next].flatMap((month) => classes.map((kind) => historyBucket(kind, month)));
}
