import { dropTimer, type DueTimer } from '../../database/timers.ts';
import type { Context } from '../context.ts';
import { advanceInstance } from '../process-instances/advance-instance.ts';

/**
 * Fires a due timer: the instance is locked and decides whether it still waits for it. A timer that lost its race, or
 * whose instance has ended, is removed and nothing else happens.
 */
export async function fireTimer(context: Context, timer: DueTimer): Promise<void> {
  await context.database.transaction(async (tx) => {
    const { element, scope, key, generation } = timer;
    const advanced = await advanceInstance(context, tx, timer.instance, {
      type: 'fire-timer',
      element,
      scope,
      key,
      generation,
    });
    if (advanced.kind === 'advanced' || advanced.code === 'agenda-pending') return;
    await dropTimer(tx, timer);
  });
}
