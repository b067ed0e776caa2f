import { insertPhotoUses, photosUploadedBy } from '../../database/photo-uses.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Context } from '../context.ts';
import { Refusal } from '../refusal.ts';

/**
 * Ties photos of a filled form to what the form is about.
 *
 * @throws Refusal `photo-unknown` for a photo this person did not upload: a hash alone opens nothing
 */
export async function claimPhotos(
  context: Context,
  tx: Transaction,
  use: { readonly subjectKind: string; readonly subjectId: string; readonly person: string },
  hashes: readonly string[],
): Promise<void> {
  if (hashes.length === 0) return;
  const uploaded = await photosUploadedBy(tx, context.tenant, use.person, hashes);
  const unknown = hashes.find((hash) => !uploaded.has(hash));
  if (unknown !== undefined) throw new Refusal('photo-unknown', { photo: unknown });
  await insertPhotoUses(tx, context.tenant, use, hashes);
}
