import type { Instant } from '../../kernel/json.ts';
import { addDuration } from '../../kernel/bpmn/timer-text.ts';
import type { LeasedJob } from '../../database/jobs.ts';

const longestMs = 3_600_000;

/**
 * When a job that failed is tried again. The task header `retryBackoff` (an ISO 8601 duration, `PT10S`) is the first
 * pause, two seconds where the model says nothing; each next one is twice as long, an hour at most.
 *
 * @param waitMs what whoever failed asked for instead
 */
export function nextAttemptAt(
  now: Instant,
  { attempts, headers }: Pick<LeasedJob, 'attempts' | 'headers'>,
  waitMs?: number,
): Instant {
  const said = headers['retryBackoff'];
  const after = typeof said === 'string' ? addDuration(now, said) : null;
  const first = after === null ? 2000 : Math.max(0, Date.parse(after) - Date.parse(now));
  const pause = waitMs ?? first * 2 ** Math.max(0, attempts - 1);
  return new Date(Date.parse(now) + Math.min(pause, longestMs)).toISOString();
}
