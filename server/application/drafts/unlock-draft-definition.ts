import { dropLock } from '../../database/draft-definitions.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { DefinitionKey } from '../../packs/reading/written-definitions.ts';
import type { Context } from '../context.ts';
import type { Actor } from '../policy/actor.ts';
import { draftToDecide } from './draft-access.ts';

/**
 * Tells the others that a definition is free; a lock that somebody else has by now stays theirs.
 *
 * @throws Refusal `draft-unknown`, `not-permitted`, `draft-over`
 */
export async function unlockDraftDefinition(
  context: Context,
  tx: Transaction,
  actor: Actor,
  draft: string,
  key: DefinitionKey,
): Promise<void> {
  await draftToDecide(context, tx, actor, draft);
  await dropLock(tx, context.tenant, draft, { ...key, person: actor.person });
}
