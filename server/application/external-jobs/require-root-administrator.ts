import type { Transaction } from '../../database/transaction.ts';
import type { Context } from '../context.ts';
import type { Actor } from '../policy/actor.ts';
import { mayAct } from '../policy/policy.ts';
import { Refusal } from '../refusal.ts';

/**
 * External workers do jobs of every area, so only whoever administers all of it decides about them.
 *
 * @throws Refusal `not-permitted`
 */
export async function requireRootAdministrator(context: Context, tx: Transaction, actor: Actor): Promise<void> {
  const { root } = await context.releases.inForce(tx);
  if (!mayAct(actor, 'administration', root.area)) throw new Refusal('not-permitted', { permission: 'administration' });
}
