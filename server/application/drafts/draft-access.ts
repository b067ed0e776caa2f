import { lockDraft, readDraft, type DraftRow } from '../../database/drafts.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Context } from '../context.ts';
import type { Actor } from '../policy/actor.ts';
import { mayAct } from '../policy/policy.ts';
import { Refusal } from '../refusal.ts';

/**
 * A draft for somebody who wants to look at it.
 *
 * @throws Refusal `draft-unknown` (also for one of another area), `draft-over`
 */
export async function draftToRead(context: Context, tx: Transaction, actor: Actor, id: string): Promise<DraftRow> {
  const row = await readDraft(tx, context.tenant, id);
  if (!row || !mayAct(actor, 'definitions.view', row.area)) throw new Refusal('draft-unknown');
  return unlessOver(row);
}

/**
 * A draft for somebody who wants to decide about it; locked, so that what they decide comes before or after what others do.
 *
 * @throws Refusal `draft-unknown`, `not-permitted`, `draft-over`
 */
export async function draftToDecide(context: Context, tx: Transaction, actor: Actor, id: string): Promise<DraftRow> {
  const row = await lockDraft(tx, context.tenant, id);
  if (!row || !mayAct(actor, 'definitions.view', row.area)) throw new Refusal('draft-unknown');
  if (!mayAct(actor, 'administration', row.area)) throw new Refusal('not-permitted', { permission: 'administration' });
  return unlessOver(row);
}

/**
 * A draft for somebody who wants to change it: while it waits for approval nobody does.
 *
 * @throws Refusal `draft-unknown`, `not-permitted`, `draft-over`, `draft-submitted`
 */
export async function draftToChange(context: Context, tx: Transaction, actor: Actor, id: string): Promise<DraftRow> {
  const row = await draftToDecide(context, tx, actor, id);
  if (row.state === 'submitted') throw new Refusal('draft-submitted');
  return row;
}

function unlessOver(row: DraftRow): DraftRow {
  if (row.state === 'published' || row.state === 'discarded') throw new Refusal('draft-over');
  return row;
}
