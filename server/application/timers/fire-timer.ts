import { dropTimer, type DueTimer } from '../../database/timers.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Context } from '../context.ts';
import { withCorrelation } from '../observing/correlation.ts';
import { advanceInstance } from '../process-instances/advance-instance.ts';
import { uuidv7 } from '../uuid.ts';

/**
 * Fires a due timer: the instance is locked and decides whether it still waits for it. A timer that lost its race, or
 * whose instance has ended, is removed and nothing else happens.
 */
export async function fireTimer(context: Context, timer: DueTimer): Promise<void> {
  await withCorrelation(uuidv7(), () => context.database.transaction((tx) => fire(context, tx, timer)));
}

async function fire(context: Context, tx: Transaction, timer: DueTimer): Promise<void> {
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
}
