import { takePausesToTell } from '../../database/clock-requests.ts';
import { readUserTaskRows } from '../../database/user-tasks.ts';
import type { Transaction } from '../../database/transaction.ts';
import { localDate } from '../../kernel/local-time.ts';
import type { Context } from '../context.ts';
import { tellOfClock } from './tell-of-clock.ts';

/**
 * Tells whoever granted a pause that its review date has come, once. The clock stands still until somebody lets it go on:
 * it never does by itself.
 *
 * @returns how many were told of
 */
export async function remindOfReviews(context: Context, tx: Transaction): Promise<number> {
  const due = await takePausesToTell(tx, context.tenant, localDate(tx.now));
  const addresses = due.map(({ instance, userTask: id }) => ({ instance, id }));
  const rows = due.length === 0 ? [] : await readUserTaskRows(tx, context.tenant, addresses);
  for (const request of due) {
    const row = rows.find(({ instance, id }) => instance === request.instance && id === request.userTask);
    if (row) await tellOfClock(context, tx, row, { position: request }, 'review', request.reason);
  }
  return due.length;
}
