import { approvalRulesOf } from '../../database/approval-rules.ts';
import type { Transaction } from '../../database/transaction.ts';
import { upwardsFrom } from '../../kernel/organization/area-tree.ts';
import type { Context } from '../context.ts';

/** Whether publishing at an area needs a second person: the area asks for it, or one above it does. */
export async function approvalRequired(context: Context, tx: Transaction, area: string): Promise<boolean> {
  const { tree } = await context.releases.inForce(tx);
  const line = upwardsFrom(tree, area).map(({ code }) => code);
  return (await approvalRulesOf(tx, context.tenant, line)).some(({ required }) => required);
}
