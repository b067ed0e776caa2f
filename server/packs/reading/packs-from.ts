import type { PackFinder } from '../../kernel/compilation/pack-chain.ts';
import type { PackFolder } from '../../kernel/compilation/pack-folder.ts';

/** Finds packs among folders that were read before: from the database, or put together from a draft. */
export function packsFrom(folders: readonly PackFolder[]): PackFinder {
  const byId = new Map(folders.map((folder) => [folder.id, folder]));
  return (id) => {
    const folder = byId.get(id);
    return Promise.resolve(folder ? { folder, faults: [] } : null);
  };
}
