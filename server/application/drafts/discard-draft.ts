import { endDraft } from '../../database/drafts.ts';
import { stopExaminations } from '../../database/examinations.ts';
import type { Transaction } from '../../database/transaction.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Context } from '../context.ts';
import type { Actor } from '../policy/actor.ts';
import { draftToChange } from './draft-access.ts';

/**
 * Throws a draft away; what is published stays as it is. One that waits for approval is given back first.
 *
 * @throws Refusal `draft-unknown`, `not-permitted`, `draft-over`, `draft-submitted`
 */
export async function discardDraft(context: Context, tx: Transaction, actor: Actor, id: string): Promise<void> {
  await draftToChange(context, tx, actor, id);
  await stopExaminations(tx, context.tenant, id);
  await endDraft(tx, context.tenant, id, 'discarded');
  await recordAudit(tx, context.tenant, {
    action: 'draft-discarded',
    person: actor.person,
    subject: { kind: 'draft', id },
  });
}
