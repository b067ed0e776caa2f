import { readActorById } from '../../database/actors.ts';
import { claimBulkItem, closeBulkRepair, endBulkItem, type WaitingItem } from '../../database/bulk-repairs.ts';
import type { Transaction } from '../../database/transaction.ts';
import { localDate } from '../../kernel/local-time.ts';
import type { Context } from '../context.ts';
import { Refusal } from '../refusal.ts';
import { actorOf } from '../sessions/actor-of-session.ts';
import { operatorOf, terminalOperator, type Operator } from './operator.ts';
import { repairInstance } from './repair-instance.ts';
import type { Rebase, Repair } from './repair.ts';

/** An item that nobody answered for so long may be taken by another worker. */
const leaseMs = 60_000;
/** An item that failed so often as a bug, or took its process down with it, is given up. */
const mostAttempts = 3;

/** The repair was stopped while the item was being done: nothing of it may stay. */
class Stopped extends Error {}

/**
 * Does one item of a repair of many: the repair and what came of it are one commit, so that a result never says what did
 * not happen, whatever dies in between. Whoever asked for it must still be allowed to.
 *
 * @returns false when somebody else has it, or it was stopped
 */
export async function workBulkItem(context: Context, item: WaitingItem): Promise<boolean> {
  const claimed = await context.database.transaction((tx) =>
    claimBulkItem(tx, item, new Date(Date.parse(tx.now) + leaseMs).toISOString()),
  );
  if (!claimed) return false;
  const repair = claimed.repair as unknown as Repair | Rebase;
  try {
    if (claimed.attempts > mostAttempts)
      await end(context, item, 'failed', new Refusal('given-up', { attempts: mostAttempts }));
    else
      await context.database.transaction(async (tx) => {
        const operator = await operatorBehind(context, tx, claimed.createdBy);
        await repairInstance(context, tx, operator, item.instance, repair, claimed.reason);
        if (!(await endBulkItem(tx, item, { state: 'done', code: null, details: null }))) throw new Stopped();
      });
  } catch (error) {
    if (error instanceof Stopped) return false;
    if (error instanceof Refusal) await end(context, item, 'refused', error);
    else if (claimed.attempts >= mostAttempts) {
      context.log.error({ instance: item.instance, error: String(error) }, 'an item of a bulk repair was given up');
      await end(context, item, 'failed', new Refusal('given-up', { attempts: claimed.attempts }));
    } else throw error;
  }
  await context.database.transaction((tx) => closeBulkRepair(tx, item.tenant, item.bulk));
  return true;
}

async function end(context: Context, item: WaitingItem, state: 'refused' | 'failed', why: Refusal): Promise<void> {
  const details = {
    ...why.details,
    ...(why.problems.length === 0 ? {} : { problems: why.problems.map(({ path, zh, en }) => ({ path, zh, en })) }),
  };
  await context.database.transaction((tx) => endBulkItem(tx, item, { state, code: why.code, details }));
}

/** @throws Refusal `not-permitted` when whoever asked has no account any more */
async function operatorBehind(context: Context, tx: Transaction, person: string | null): Promise<Operator> {
  if (person === null) return terminalOperator;
  const row = await readActorById(tx, context.tenant, person, localDate(tx.now));
  if (!row) throw new Refusal('not-permitted', { permission: 'operations.repair' });
  return operatorOf(actorOf(await context.releases.inForce(tx), row, ''));
}
