import type { Instant } from '../kernel/json.ts';
import type { Transaction } from './transaction.ts';

/** The files a release was put together from, pack by pack, the most general first. */
export interface StoredManifest {
  readonly format: 1;
  readonly pack: string;
  readonly packs: readonly { readonly id: string; readonly files: { readonly [path: string]: string } }[];
}

/** A file of a pack by its content. */
export interface StoredFile {
  readonly hash: string;
  readonly kind: string;
  readonly id: string;
  readonly content: string;
}

/** Stores files that are not there yet; a file never changes, its hash is its name. */
export async function insertFiles(tx: Transaction, tenant: string, files: readonly StoredFile[]): Promise<void> {
  await tx.query(
    `insert into definition (tenant_id, hash, kind, id, content)
     select $1, f.hash, f.kind, f.id, f.content from jsonb_to_recordset($2::jsonb) as f(hash text, kind text, id text, content text)
     on conflict do nothing`,
    [tenant, JSON.stringify(files)],
  );
}

/** Contents of files by hash. */
export async function readFiles(
  tx: Transaction,
  tenant: string,
  hashes: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.query<{ hash: string; content: string }>(
    'select hash, content from definition where tenant_id = $1 and hash = any($2)',
    [tenant, hashes],
  );
  return new Map(rows.map((row) => [row.hash, row.content]));
}

/** Stores what a release consists of; the same release twice is one row. */
export async function insertManifest(
  tx: Transaction,
  tenant: string,
  hash: string,
  content: StoredManifest,
): Promise<void> {
  await tx.query('insert into manifest (tenant_id, hash, content) values ($1, $2, $3::jsonb) on conflict do nothing', [
    tenant,
    hash,
    JSON.stringify(content),
  ]);
}

/** What a release consists of, or null. */
export async function readManifest(tx: Transaction, tenant: string, hash: string): Promise<StoredManifest | null> {
  const [row] = await tx.query<{ content: StoredManifest }>(
    'select content from manifest where tenant_id = $1 and hash = $2',
    [tenant, hash],
  );
  return row?.content ?? null;
}

/** A release of an area. */
export interface ReleaseRow {
  readonly id: string;
  readonly area: string;
  readonly manifestHash: string;
  readonly effectiveFrom: Instant;
  readonly note: string;
}

/** Publishes a manifest at an area from an instant. */
export async function insertRelease(
  tx: Transaction,
  tenant: string,
  release: ReleaseRow,
  by: string | null,
): Promise<void> {
  await tx.query(
    'insert into release (tenant_id, id, area, manifest_hash, effective_from, created_at, created_by, note) values ($1, $2, $3, $4, $5, $6, $7, $8)',
    [tenant, release.id, release.area, release.manifestHash, release.effectiveFrom, tx.now, by, release.note],
  );
}

/** The release that is effective at the tenant's root now: the one that became so last. */
export async function currentRelease(tx: Transaction, tenant: string): Promise<ReleaseRow | null> {
  const [row] = await tx.query<ReleaseRow>(
    `select id, area, manifest_hash as "manifestHash", effective_from as "effectiveFrom", note from release
     where tenant_id = $1 and effective_from <= $2 order by effective_from desc, created_at desc limit 1`,
    [tenant, tx.now],
  );
  return row ?? null;
}
