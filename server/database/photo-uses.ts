import type { Transaction } from './transaction.ts';

/** Those of the photos that this person has uploaded (or used before). */
export async function photosUploadedBy(
  tx: Transaction,
  tenant: string,
  person: string,
  hashes: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await tx.query<{ hash: string }>(
    'select distinct hash from photo_use where tenant_id = $1 and uploaded_by = $2 and hash = any($3)',
    [tenant, person, hashes],
  );
  return new Set(rows.map((row) => row.hash));
}

/** Notes that a subject uses photos: whoever may see it may see them. */
export async function insertPhotoUses(
  tx: Transaction,
  tenant: string,
  use: { readonly subjectKind: string; readonly subjectId: string; readonly person: string },
  hashes: readonly string[],
): Promise<void> {
  await tx.query(
    `insert into photo_use (tenant_id, hash, subject_kind, subject_id, uploaded_by, at)
     select $1, hash, $2, $3, $4, $6 from unnest($5::text[]) as hash on conflict do nothing`,
    [tenant, use.subjectKind, use.subjectId, use.person, hashes, tx.now],
  );
}
