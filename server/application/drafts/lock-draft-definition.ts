import { draftDefinitions, draftLocks, takeLock } from '../../database/draft-definitions.ts';
import { readPersonNames } from '../../database/person-names.ts';
import type { Transaction } from '../../database/transaction.ts';
import { keyText } from '../../packs/drafting/editable-definitions.ts';
import type { DefinitionKey } from '../../packs/reading/written-definitions.ts';
import type { EditedKind } from '../../kernel/compilation/file-kinds.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Context } from '../context.ts';
import type { Actor } from '../policy/actor.ts';
import { draftToChange } from './draft-access.ts';
import { lockView, type LockView } from './draft-view.ts';

/** How long a lock holds after the last sign of life. */
const lockMs = 90_000;

/**
 * Tells the others that somebody is at a definition; repeated while they are. It answers who is: the caller, or whoever
 * had it and was not taken over from.
 *
 * @returns the lock, and the definition's revision in the draft
 * @throws Refusal `draft-unknown`, `not-permitted`, `draft-over`, `draft-submitted`
 */
export async function lockDraftDefinition(
  context: Context,
  tx: Transaction,
  actor: Actor,
  draft: string,
  key: DefinitionKey,
  takeOver: boolean,
): Promise<{ readonly lock: LockView; readonly revision: number }> {
  await draftToChange(context, tx, actor, draft);
  const until = new Date(Date.parse(tx.now) + lockMs).toISOString();
  const wanted = { ...key, person: actor.person, until, takeOver };
  const takenFrom = await takeLock(tx, context.tenant, draft, wanted);
  if (takenFrom !== null)
    await recordAudit(tx, context.tenant, {
      action: 'draft-lock-taken-over',
      person: actor.person,
      subject: { kind: 'draft', id: draft },
      reason: keyText(key),
    });
  const isThis = (row: { readonly kind: string; readonly id: string }): boolean =>
    keyText({ kind: row.kind as EditedKind, id: row.id }) === keyText(key);
  const lock = (await draftLocks(tx, context.tenant, draft)).find(isThis);
  if (!lock) throw new Error('a lock that was just taken is not there');
  const touched = (await draftDefinitions(tx, context.tenant, draft)).find(isThis);
  const names = await readPersonNames(tx, context.tenant, [lock.person]);
  return { lock: lockView(lock, names, actor), revision: touched?.revision ?? 0 };
}
