import type { Transaction } from '../../database/transaction.ts';
import { changesBetween } from '../../packs/drafting/changes-between.ts';
import type { Context } from '../context.ts';
import type { Actor } from '../policy/actor.ts';
import { draftToRead } from './draft-access.ts';
import { draftMaterial } from './draft-material.ts';

/**
 * What a draft changes against what is published, definition by definition, in sentences.
 *
 * @throws Refusal `draft-unknown`, `draft-over`
 */
export async function readDraftChanges(context: Context, tx: Transaction, actor: Actor, draft: string) {
  const row = await draftToRead(context, tx, actor, draft);
  const { composed, standing } = await draftMaterial(context, tx, row);
  const changes = await changesBetween(standing.packs, composed.packs);
  return { revision: row.revision, changes };
}
