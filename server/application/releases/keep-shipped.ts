import { keepShippedPack } from '../../database/shipped-packs.ts';
import type { StoredFile } from '../../database/releases.ts';
import type { Transaction } from '../../database/transaction.ts';
import { kindOfFile } from '../../kernel/compilation/file-kinds.ts';
import type { PackFolder } from '../../kernel/compilation/pack-folder.ts';
import { packNumbers } from '../../packs/upgrade/pack-numbers.ts';

/** Keeps packs as they were shipped, under their versions; one that an area has made or changed itself is none. */
export async function keepShipped(tx: Transaction, tenant: string, packs: readonly PackFolder[]): Promise<void> {
  for (const folder of packs) {
    const { version, changed } = packNumbers(folder);
    if (changed) continue;
    const files = Object.fromEntries([...folder.files.values()].map(({ path, sha256 }) => [path, sha256]));
    await keepShippedPack(tx, tenant, { pack: folder.id, version, files }, contentsOf(folder));
  }
}

function contentsOf(folder: PackFolder): readonly StoredFile[] {
  const files = [...folder.files.values()].map(
    ({ path, sha256, text }) =>
      [sha256, { hash: sha256, kind: kindOfFile(path) ?? 'other', id: path, content: text }] as const,
  );
  return [...new Map(files).values()];
}
