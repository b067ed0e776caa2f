import { insertDraft, openDraftOf } from '../../database/drafts.ts';
import type { Transaction } from '../../database/transaction.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Context } from '../context.ts';
import type { Actor } from '../policy/actor.ts';
import { requirePermission } from '../policy/policy.ts';
import { Refusal } from '../refusal.ts';
import { newPackId, standingRelease } from '../releases/standing-release.ts';
import { uuidv7 } from '../uuid.ts';
import { draftView, type DraftView } from './draft-view.ts';

/**
 * The open draft of an area; when there is none one is begun from what is published there, also from a release that is
 * still to come. An area without a pack of its own gets one with it, which so far holds nothing.
 *
 * @throws Refusal `not-permitted`, `area-unknown`, `draft-over`
 */
export async function beginDraft(context: Context, tx: Transaction, actor: Actor, area: string): Promise<DraftView> {
  requirePermission(actor, 'administration', area);
  const known = await openDraftOf(tx, context.tenant, area);
  if (known) return draftView(context, tx, known);
  const { manifestHash: baseManifest, ownPack } = await standingRelease(context, tx, area);
  const id = uuidv7();
  const pack = ownPack ?? newPackId(area);
  await insertDraft(tx, context.tenant, { id, area, pack, baseManifest, person: actor.person });
  const row = await openDraftOf(tx, context.tenant, area);
  // Somebody else's was there a moment ago and has just ended.
  if (!row) throw new Refusal('draft-over');
  if (row.id === id)
    await recordAudit(tx, context.tenant, {
      action: 'draft-begun',
      person: actor.person,
      subject: { kind: 'draft', id },
    });
  return draftView(context, tx, row);
}
