import { insertFiles, readFiles, type StoredFile } from './releases.ts';
import type { Transaction } from './transaction.ts';

/** A version of a pack as it was shipped. */
export interface ShippedPackRow {
  readonly pack: string;
  readonly version: string;
  /** Hash of each file by its path. */
  readonly files: { readonly [path: string]: string };
}

/**
 * Keeps a version of a pack as it was shipped: what an area makes of it is compared with it when a newer one comes. A
 * version that is there already stays as it is.
 */
export async function keepShippedPack(
  tx: Transaction,
  tenant: string,
  { pack, version, files }: ShippedPackRow,
  contents: readonly StoredFile[],
): Promise<void> {
  await insertFiles(tx, tenant, contents);
  await tx.query(
    `insert into shipped_pack (tenant_id, pack, version, files, stored_at) values ($1, $2, $3, $4::jsonb, $5)
     on conflict do nothing`,
    [tenant, pack, version, JSON.stringify(files), tx.now],
  );
}

/** The versions of a pack that were shipped, in no order. */
export function shippedPacks(tx: Transaction, tenant: string, pack: string): Promise<readonly ShippedPackRow[]> {
  return tx.query<ShippedPackRow>('select pack, version, files from shipped_pack where tenant_id = $1 and pack = $2', [
    tenant,
    pack,
  ]);
}

/** The files of a shipped version: text and hash by path. */
export async function shippedFiles(
  tx: Transaction,
  tenant: string,
  { files }: ShippedPackRow,
): Promise<ReadonlyMap<string, { readonly text: string; readonly sha256: string }>> {
  const contents = await readFiles(tx, tenant, Object.values(files));
  return new Map(
    Object.entries(files).map(([path, sha256]) => [path, { text: contents.get(sha256) ?? '', sha256 }] as const),
  );
}
