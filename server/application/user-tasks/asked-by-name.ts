import { localDate } from '../../kernel/local-time.ts';
import { holdsOn, positionKey } from '../../kernel/organization/holders.ts';
import { readAssignmentsAt } from '../../database/post-assignments.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { UserTaskRow } from '../../database/user-tasks.ts';
import type { Context } from '../context.ts';

/** A user task as far as it matters who is asked. */
type Asking = Pick<UserTaskRow, 'post' | 'area' | 'person'>;

/** Who is asked by name in a user task, and holds its position; null: all who hold it alike. */
export type AskedByName = (row: Asking) => string | null;

/**
 * Who is asked by name in each of some user tasks: nobody where the one who was asked does not hold the position any more,
 * so that the work never waits for somebody who has left. Reads nothing where nobody is asked by name.
 *
 * @returns tells it of one of them
 */
export async function askedByName(context: Context, tx: Transaction, rows: readonly Asking[]): Promise<AskedByName> {
  const named = rows.filter(({ person }) => person !== null);
  if (named.length === 0) return () => null;
  const assignments = await readAssignmentsAt(tx, context.tenant, [...new Set(named.map(({ area }) => area))]);
  const today = localDate(tx.now);
  const held = new Set(
    assignments.filter((one) => holdsOn(one, today)).map((one) => `${positionKey(one)} ${one.person}`),
  );
  return (row) => (row.person !== null && held.has(`${positionKey(row)} ${row.person}`) ? row.person : null);
}
