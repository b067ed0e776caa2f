import { claimPhotos } from '../photos/claim-photos.ts';
import { dropPersonalValues, entryWithKey, tenantSecret } from '../../database/ledgers.ts';
import { insertPersonalValues } from '../../database/personal-values.ts';
import type { Transaction } from '../../database/transaction.ts';
import { type PersonalValue, splitPersonal } from '../../kernel/forms/personal-values.ts';
import type { Json, JsonObject } from '../../kernel/json.ts';
import type { CompiledRelease } from '../../kernel/release/compiled-release.ts';
import type { Context } from '../context.ts';
import { acceptForm, photosIn } from '../forms/accept-form.ts';
import type { Actor } from '../policy/actor.ts';
import { mayAct } from '../policy/policy.ts';
import { Refusal } from '../refusal.ts';
import { uuidv7 } from '../uuid.ts';
import { keyHash, searchText } from './entry-words.ts';
import { ledgerStep, type LedgerWithForm } from './find-ledger.ts';
import { changedPointers } from './masked-values.ts';

/** An entry that has been checked and parted, ready to be written. */
export interface PreparedEntry {
  readonly data: JsonObject;
  readonly plain: JsonObject;
  readonly personal: readonly PersonalValue[];
  readonly keyHash: string;
  readonly search: string;
  readonly formHash: string;
}

/**
 * Checks an entry's data against the ledger's form and its key against the other entries.
 *
 * @param self the entry itself when it is changed, null when it is new
 * @throws Refusal `submission-invalid`, `entry-exists` (with the other entry's id only for whoever may see it)
 */
export async function prepareEntry(
  context: Context,
  tx: Transaction,
  actor: Actor,
  release: CompiledRelease,
  found: LedgerWithForm,
  given: Json,
  self: string | null,
): Promise<PreparedEntry> {
  const { data } = acceptForm(found.form, ledgerStep, given);
  const { plain, personal } = splitPersonal(found.form, data);
  const hash = keyHash(found, data, await tenantSecret(tx, context.tenant));
  const other = await entryWithKey(tx, context.tenant, found.ledger.id, hash);
  if (other !== null && other.id !== self)
    throw new Refusal('entry-exists', mayAct(actor, 'ledger.view', other.area) ? { entry: other.id } : {});
  const { definitions } = release.manifest;
  const formHash = definitions.find(({ kind, id }) => kind === 'form' && id === found.form.id)?.sha256 ?? '';
  return { data, plain, personal, keyHash: hash, search: searchText(found, release, plain), formHash };
}

/**
 * Writes the personal values of an entry, and only those that changed: the others keep their rows and their terms.
 *
 * @param before its personal values until now
 * @returns pointers of those that changed
 */
export async function writePersonal(
  context: Context,
  tx: Transaction,
  entry: string,
  before: readonly PersonalValue[],
  now: readonly PersonalValue[],
): Promise<readonly string[]> {
  const changed = changedPointers(before, now);
  await dropPersonalValues(tx, context.tenant, entry, changed);
  const fresh = now.filter(({ pointer }) => changed.includes(pointer)).map((value) => ({ ...value, id: uuidv7() }));
  await insertPersonalValues(tx, context.tenant, { subjectKind: 'ledger-entry', subjectId: entry }, fresh);
  return changed;
}

/**
 * Ties the entry's new photos to it, so that whoever may see the entry may see them.
 *
 * @param before the entry's data until now: its photos were tied by whoever brought them
 */
export async function tiePhotos(
  context: Context,
  tx: Transaction,
  actor: Actor,
  entry: string,
  data: JsonObject,
  before: JsonObject,
): Promise<void> {
  const tied = new Set(photosIn(before));
  const use = { subjectKind: 'ledger-entry', subjectId: entry, person: actor.person };
  await claimPhotos(
    context,
    tx,
    use,
    photosIn(data).filter((photo) => !tied.has(photo)),
  );
}
