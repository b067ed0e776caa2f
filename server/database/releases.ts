import type { Instant } from '../kernel/json.ts';
import type { Transaction } from './transaction.ts';

/** The files a release was put together from, pack by pack, the most general first. */
export interface StoredManifest {
  readonly format: 1;
  readonly pack: string;
  readonly packs: readonly StoredPack[];
}

/** One pack of a manifest: the hash of each file by its path. */
interface StoredPack {
  readonly id: string;
  readonly files: { readonly [path: string]: string };
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

/**
 * How a release came about: `published` from a draft or a pack on disk; `taken-back`: it gives again what held before
 * another one; `followed`: the area's own definitions over what an area above has published since.
 */
type ReleaseKind = 'published' | 'taken-back' | 'followed';

/** A release of an area. */
export interface ReleaseRow {
  readonly id: string;
  readonly area: string;
  readonly manifestHash: string;
  readonly effectiveFrom: Instant;
  readonly createdAt: Instant;
  /** Null: by the program. */
  readonly createdBy: string | null;
  readonly approvedBy: string | null;
  readonly note: string;
  readonly kind: ReleaseKind;
  /** Of `taken-back` the release whose change is undone, of `followed` the area's own one that is carried on. */
  readonly relatesTo: string | null;
  /** Taken back before it came into force: it never does. */
  readonly withdrawnAt: Instant | null;
  readonly pack: string;
  readonly packTitle: string;
  readonly packVersion: string;
}

const columns = `r.id, r.area, r.manifest_hash as "manifestHash", r.effective_from as "effectiveFrom", r.created_at as "createdAt",
  r.created_by as "createdBy", r.approved_by as "approvedBy", r.note, r.kind, r.relates_to as "relatesTo", r.withdrawn_at as "withdrawnAt",
  r.pack, r.pack_title as "packTitle", r.pack_version as "packVersion"`;

/** A release to be: when it is made is the transaction's time. */
export type NewRelease = Omit<ReleaseRow, 'createdAt' | 'withdrawnAt'>;

/** Publishes a manifest at an area from an instant. */
export async function insertRelease(tx: Transaction, tenant: string, release: NewRelease): Promise<void> {
  await tx.query(
    `insert into release (tenant_id, id, area, manifest_hash, effective_from, created_at, created_by, approved_by, note, kind,
       relates_to, pack, pack_title, pack_version)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      tenant,
      release.id,
      release.area,
      release.manifestHash,
      release.effectiveFrom,
      tx.now,
      release.createdBy,
      release.approvedBy,
      release.note,
      release.kind,
      release.relatesTo,
      release.pack,
      release.packTitle,
      release.packVersion,
    ],
  );
}

/** A release in force, and when the next one anywhere comes into force. */
export interface ReleaseInForceRow extends ReleaseRow {
  readonly nextAt: Instant | null;
}

/** For each area that has releases of its own the one in force now: the one that became so last. */
export function releasesInForce(tx: Transaction, tenant: string): Promise<readonly ReleaseInForceRow[]> {
  return tx.query<ReleaseInForceRow>(
    `select distinct on (r.area) ${columns},
       (select min(n.effective_from) from release n where n.tenant_id = $1 and n.withdrawn_at is null and n.effective_from > $2) as "nextAt"
     from release r where r.tenant_id = $1 and r.withdrawn_at is null and r.effective_from <= $2
     order by r.area, r.effective_from desc, r.created_at desc, r.id desc`,
    [tenant, tx.now],
  );
}

/** All releases of an area, the last to come into force first; of two at one instant the later made. */
export function releasesOf(tx: Transaction, tenant: string, area: string): Promise<readonly ReleaseRow[]> {
  return tx.query<ReleaseRow>(
    `select ${columns} from release r where r.tenant_id = $1 and r.area = $2
     order by r.effective_from desc, r.created_at desc, r.id desc`,
    [tenant, area],
  );
}

/** One release, or null. */
export async function readRelease(tx: Transaction, tenant: string, id: string): Promise<ReleaseRow | null> {
  const [row] = await tx.query<ReleaseRow>(`select ${columns} from release r where r.tenant_id = $1 and r.id = $2`, [
    tenant,
    id,
  ]);
  return row ?? null;
}

/** Keeps a release that was to come from ever coming into force. */
export async function withdrawRelease(tx: Transaction, tenant: string, id: string): Promise<void> {
  await tx.query('update release set withdrawn_at = $3 where tenant_id = $1 and id = $2', [tenant, id, tx.now]);
}

/** Releases that came into force and were not yet acted on, the first to come first. */
export function releasesToEnact(tx: Transaction, tenant: string): Promise<readonly ReleaseRow[]> {
  return tx.query<ReleaseRow>(
    `select ${columns} from release r where r.tenant_id = $1 and r.enacted_at is null and r.withdrawn_at is null and r.effective_from <= $2
     order by r.effective_from, r.created_at, r.id`,
    [tenant, tx.now],
  );
}

/** Notes that areas and open work are in line with a release. Answers false when somebody else had done it. */
export async function noteEnacted(tx: Transaction, tenant: string, id: string): Promise<boolean> {
  const rows = await tx.query(
    'update release set enacted_at = $3 where tenant_id = $1 and id = $2 and enacted_at is null returning id',
    [tenant, id, tx.now],
  );
  return rows.length > 0;
}

/** How many instances run on each of these manifests. */
export async function runningOn(
  tx: Transaction,
  tenant: string,
  manifests: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.query<{ manifest: string; running: number }>(
    `select manifest_hash as manifest, count(*)::int as running from process_instance
     where tenant_id = $1 and ended_at is null and manifest_hash = any($2) group by manifest_hash`,
    [tenant, manifests],
  );
  return new Map(rows.map(({ manifest, running }) => [manifest, running]));
}

/** The manifest that was to hold at an area just before a release of it or of an area below; null: none was. */
export async function manifestBefore(
  tx: Transaction,
  tenant: string,
  area: string,
  { id, effectiveFrom, createdAt }: Pick<ReleaseRow, 'id' | 'effectiveFrom' | 'createdAt'>,
): Promise<string | null> {
  const [row] = await tx.query<{ hash: string }>(
    `select manifest_hash as hash from release where tenant_id = $1 and area = $2 and withdrawn_at is null and id <> $3
       and (effective_from, created_at) < ($4, $5) order by effective_from desc, created_at desc, id desc limit 1`,
    [tenant, area, id, effectiveFrom, createdAt],
  );
  return row?.hash ?? null;
}
