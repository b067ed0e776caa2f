import { insertFiles, insertManifest, insertRelease, type NewRelease } from '../../database/releases.ts';
import type { Transaction } from '../../database/transaction.ts';
import { kindOfFile } from '../../kernel/compilation/file-kinds.ts';
import type { PackFolder } from '../../kernel/compilation/pack-folder.ts';
import type { CompiledRelease } from '../../kernel/release/compiled-release.ts';
import type { Context } from '../context.ts';
import { uuidv7 } from '../uuid.ts';

/** A release to be published, and how it came about. */
export interface Publication extends Pick<
  NewRelease,
  'area' | 'effectiveFrom' | 'createdBy' | 'approvedBy' | 'note' | 'kind' | 'relatesTo'
> {
  readonly release: CompiledRelease;
  /** What it was compiled from, the most general first. */
  readonly packs: readonly PackFolder[];
}

/**
 * Stores a release by its content and publishes it at an area. From its instant on new instances pin it; areas and open
 * work are brought in line by `enactReleases`.
 *
 * @returns the release's id
 */
export async function insertPublished(
  {
    tenant,
    releases,
    wake,
  }: Pick<Context, 'tenant' | 'wake'> & { readonly releases: Pick<Context['releases'], 'publishingIn'> },
  tx: Transaction,
  { release, packs, ...row }: Publication,
): Promise<string> {
  releases.publishingIn(tx);
  await storeManifest(tx, tenant, release.hash, packs);
  const id = uuidv7();
  const { pack, version } = release.manifest;
  await insertRelease(tx, tenant, {
    ...row,
    id,
    manifestHash: release.hash,
    pack,
    packTitle: release.title,
    packVersion: version,
  });
  tx.afterCommit(wake);
  return id;
}

/** Stores packs by their content, under the hash of the release they give. */
export async function storeManifest(
  tx: Transaction,
  tenant: string,
  hash: string,
  packs: readonly PackFolder[],
): Promise<void> {
  const files = packs.flatMap((pack) =>
    [...pack.files.values()].map((file) => ({
      hash: file.sha256,
      kind: kindOfFile(file.path) ?? 'other',
      id: file.path,
      content: file.text,
    })),
  );
  await insertFiles(tx, tenant, [...new Map(files.map((file) => [file.hash, file])).values()]);
  await insertManifest(tx, tenant, hash, {
    format: 1,
    pack: packs.at(-1)?.id ?? '',
    packs: packs.map((pack) => ({
      id: pack.id,
      files: Object.fromEntries([...pack.files.values()].map((file) => [file.path, file.sha256])),
    })),
  });
}
