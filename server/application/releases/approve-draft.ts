import { lockArea } from '../../database/areas.ts';
import { giveDraftBack, readDraft } from '../../database/drafts.ts';
import type { Transaction } from '../../database/transaction.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Context } from '../context.ts';
import { draftToDecide } from '../drafts/draft-access.ts';
import { draftView } from '../drafts/draft-view.ts';
import type { Actor } from '../policy/actor.ts';
import { Refusal } from '../refusal.ts';
import { bringOut, readyToPublish, type Published } from './publish-draft.ts';

/** What a second person says to a submitted draft. */
export interface Word {
  readonly approve: boolean;
  readonly reason?: string | undefined;
}

/**
 * A second person approves a submitted draft, which publishes it, or gives it back with a reason. Who submitted it or
 * changed it last is no second person; they may only take it back to go on with it. A date that has passed while it
 * waited means: at once.
 *
 * @throws Refusal `draft-unknown`, `not-permitted`, `draft-over`, `draft-not-submitted`, `approval-same-person`,
 *   `reason-missing`, `draft-not-examined`, `release-coming`
 */
export async function approveDraft(
  context: Context,
  tx: Transaction,
  actor: Actor,
  draft: string,
  { approve, reason }: Word,
): Promise<Published> {
  const row = await draftToDecide(context, tx, actor, draft);
  const { submittedBy, submittedNote, submittedEffectiveFrom: wished } = row;
  if (row.state !== 'submitted' || submittedBy === null) throw new Refusal('draft-not-submitted');
  if (!approve) {
    if (reason === undefined) throw new Refusal('reason-missing');
    await giveDraftBack(tx, context.tenant, draft, actor.person, reason);
    await recordAudit(tx, context.tenant, {
      action: 'draft-given-back',
      person: actor.person,
      subject: { kind: 'draft', id: draft },
      reason,
    });
    const open = await readDraft(tx, context.tenant, draft);
    return { release: null, draft: open && (await draftView(context, tx, open)) };
  }
  if (actor.person === submittedBy || actor.person === row.changedBy) throw new Refusal('approval-same-person');
  await lockArea(tx, context.tenant, row.area);
  const ready = await readyToPublish(context, tx, row, wished !== null && wished > tx.now ? wished : null);
  const word = { note: submittedNote ?? '', by: submittedBy, approvedBy: actor.person };
  return { release: await bringOut(context, tx, actor, row, ready, word), draft: null };
}
