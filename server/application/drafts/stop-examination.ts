import { stopExaminations } from '../../database/examinations.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Context } from '../context.ts';
import type { Actor } from '../policy/actor.ts';
import { draftToDecide } from './draft-access.ts';

/**
 * Stops an examination; whoever is at it notices with the next step. One that has ended stays as it ended.
 *
 * @throws Refusal `draft-unknown`, `not-permitted`, `draft-over`
 */
export async function stopExamination(
  context: Context,
  tx: Transaction,
  actor: Actor,
  draft: string,
  examination: string,
): Promise<void> {
  await draftToDecide(context, tx, actor, draft);
  await stopExaminations(tx, context.tenant, draft, examination);
}
