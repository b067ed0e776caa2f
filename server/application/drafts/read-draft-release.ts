import type { Transaction } from '../../database/transaction.ts';
import type { Context } from '../context.ts';
import type { Actor } from '../policy/actor.ts';
import { draftToRead } from './draft-access.ts';
import { draftMaterial } from './draft-material.ts';

/**
 * All files a draft would be published from, so that a browser can run it.
 *
 * @throws Refusal `draft-unknown`, `draft-over`
 */
export async function readDraftRelease(context: Context, tx: Transaction, actor: Actor, draft: string) {
  const row = await draftToRead(context, tx, actor, draft);
  const { composed } = await draftMaterial(context, tx, row);
  return {
    revision: row.revision,
    pack: composed.own.id,
    packs: composed.packs.map(({ id, files }) => ({
      id,
      files: Object.fromEntries([...files.values()].map(({ path, text }) => [path, text])),
    })),
  };
}
