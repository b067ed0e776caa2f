import { LedgerEntry } from '../../database/entities/ledger-entry.ts';
import { LedgerRevision } from '../../database/entities/ledger-revision.ts';
import { violatedConstraint } from '../../database/database-unavailable.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Json } from '../../kernel/json.ts';
import type { Context } from '../context.ts';
import type { Actor } from '../policy/actor.ts';
import { requirePermission } from '../policy/policy.ts';
import { Refusal } from '../refusal.ts';
import { uuidv7 } from '../uuid.ts';
import { findLedger } from './find-ledger.ts';
import { prepareEntry, tiePhotos, writePersonal } from './write-entry.ts';

/**
 * Enters one thing into a ledger, as its first revision.
 *
 * @throws Refusal `not-permitted`, `area-unknown`, `ledger-unknown`, `area-of-other-type`, `submission-invalid`,
 *   `entry-exists`, `photo-unknown`
 */
export async function addEntry(
  context: Context,
  tx: Transaction,
  actor: Actor,
  id: string,
  given: { readonly area: string; readonly data: Json },
): Promise<{ readonly id: string }> {
  requirePermission(actor, 'ledger.edit', given.area);
  const release = await context.releases.at(tx, given.area);
  const found = findLedger(release, id);
  const { areaType } = found.ledger;
  if (actor.tree.areas.get(given.area)?.type !== areaType)
    throw new Refusal('area-of-other-type', { area: given.area });
  const prepared = await prepareEntry(context, tx, actor, release, found, given.data, null);
  const entry = uuidv7();
  const em = await tx.em();
  const whoAndWhen = { tenantId: context.tenant, data: prepared.plain, revision: 1 };
  em.create(LedgerEntry, {
    ...whoAndWhen,
    id: entry,
    ledger: id,
    area: given.area,
    keyHash: prepared.keyHash,
    search: prepared.search,
    changedAt: tx.now,
    changedBy: actor.person,
  });
  try {
    await em.flush();
  } catch (error) {
    throw violatedConstraint(error) === 'ledger_entry_key' ? new Refusal('entry-exists') : error;
  }
  em.create(LedgerRevision, {
    ...whoAndWhen,
    entryId: entry,
    personalChanged: [...(await writePersonal(context, tx, entry, [], prepared.personal))],
    formHash: prepared.formHash,
    reason: '登记',
    at: tx.now,
    byPerson: actor.person,
  });
  await tiePhotos(context, tx, actor, entry, prepared.data, {});
  return { id: entry };
}
