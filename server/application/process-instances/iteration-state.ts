import type { BegunIteration } from '../../database/iterations.ts';

/** How an iteration stands, as lists of instances say it. */
export function iterationState({ status, suspended, stuck }: Pick<BegunIteration, 'status' | 'suspended' | 'stuck'>) {
  if (status !== 'running') return status;
  if (suspended) return 'suspended' as const;
  return stuck ? ('stuck' as const) : ('running' as const);
}
