import { Refusal } from '../refusal.ts';

/**
 * Why a command for a user task was refused, as its holder is told: the process is held for a while and the task is still
 * theirs, or it was completed, cancelled or moved meanwhile.
 */
export function staleOrHeld(code: string): Refusal {
  return new Refusal(code === 'instance-suspended' ? code : 'user-task-stale');
}
