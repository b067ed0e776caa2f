import type { Instant } from '../../kernel/json.ts';

/** A session ends when it was not used for so long, and at the latest so long after signing in (等保 2.0, 8.1.4.1). */
export const idleMs = 12 * 3_600_000;
export const longestMs = 7 * 86_400_000;

/** Use is noted at most this often, so that reading does not write each time. */
export const noteUseEveryMs = 5 * 60_000;

/** After so many wrong passwords in a row the account stays shut for a while, whatever is tried. */
export const mostFailures = 5;
export const lockMs = 15 * 60_000;

/** An instant some milliseconds after (or, negative, before) another one. */
export function after(at: Instant, ms: number): Instant {
  return new Date(Date.parse(at) + ms).toISOString();
}
