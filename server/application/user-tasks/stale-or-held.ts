import { Refusal } from '../refusal.ts';

/**
 * Why a command for a user task was refused, as its holder is told: the process is held for a while and the task is still
 * theirs, they have not said whether they agree or said so before, or it was completed, cancelled or moved meanwhile.
 */
export function staleOrHeld(code: string): Refusal {
  const itself = ['instance-suspended', 'answer-missing', 'answered-already'].find((known) => known === code);
  return new Refusal(itself ?? 'user-task-stale');
}
