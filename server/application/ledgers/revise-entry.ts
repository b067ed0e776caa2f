import { LedgerEntry } from '../../database/entities/ledger-entry.ts';
import { LedgerRevision } from '../../database/entities/ledger-revision.ts';
import { personalValuesOfEntries, readEntryRow } from '../../database/ledgers.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Json } from '../../kernel/json.ts';
import type { Context } from '../context.ts';
import type { Actor } from '../policy/actor.ts';
import { areasFor, requirePermission } from '../policy/policy.ts';
import { Refusal } from '../refusal.ts';
import { findLedger, noSuchEntry } from './find-ledger.ts';
import { withMeantValues } from './masked-values.ts';
import { prepareEntry, tiePhotos, writePersonal } from './write-entry.ts';

export interface Revising {
  /** The revision the changes were made on. */
  readonly revision: number;
  readonly reason: string;
  readonly data: Json;
}

/**
 * Changes an entry as a new revision. Masks that came back unchanged stand for the values behind them.
 *
 * @throws Refusal `ledger-unknown`, `entry-unknown`, `not-permitted`, `entry-changed` when somebody else was faster,
 *   `submission-invalid`, `entry-exists`, `photo-unknown`
 */
export async function reviseEntry(
  context: Context,
  tx: Transaction,
  actor: Actor,
  address: { readonly ledger: string; readonly id: string },
  given: Revising,
): Promise<{ readonly id: string; readonly revision: number }> {
  const row = await readEntryRow(tx, context.tenant, address, areasFor(actor, 'ledger.view'), true);
  if (row === null) throw await noSuchEntry(context, tx, actor, address.ledger);
  const release = await context.releases.at(tx, row.area);
  const found = findLedger(release, address.ledger);
  requirePermission(actor, 'ledger.edit', row.area);
  if (row.revision !== given.revision)
    throw new Refusal('entry-changed', { revision: row.revision, at: row.changedAt });
  const before = await personalValuesOfEntries(tx, context.tenant, [row.id]);
  const meant = withMeantValues(given.data, before);
  const prepared = await prepareEntry(context, tx, actor, release, found, meant, row.id);
  const revision = row.revision + 1;
  const em = await tx.em();
  const key = { tenantId: context.tenant, id: row.id };
  em.assign(await em.findOneOrFail(LedgerEntry, key), {
    revision,
    data: prepared.plain,
    keyHash: prepared.keyHash,
    search: prepared.search,
    changedAt: tx.now,
    changedBy: actor.person,
  });
  em.create(LedgerRevision, {
    tenantId: context.tenant,
    entryId: row.id,
    revision,
    data: prepared.plain,
    personalChanged: [...(await writePersonal(context, tx, row.id, before, prepared.personal))],
    formHash: prepared.formHash,
    reason: given.reason,
    at: tx.now,
    byPerson: actor.person,
  });
  await tiePhotos(context, tx, actor, row.id, prepared.data, row.data);
  return { id: row.id, revision };
}
