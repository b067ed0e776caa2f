import type { HistoryRow } from '../../database/process-instances.ts';

/** How many iterations of its loops an instance has begun in instances of their own, as its history says. */
export function iterationsBegun(history: readonly HistoryRow[]): number {
  return history.reduce((sum, { event }) => {
    const count = event['type'] === 'iterations-begun' ? event['count'] : 0;
    return sum + (typeof count === 'number' ? count : 0);
  }, 0);
}
