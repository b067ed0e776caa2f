import { join } from 'node:path';
import type { PackFolder } from '../../../server/kernel/compilation/pack-folder.ts';
import { readPackFolder } from '../../../server/packs/reading/read-pack-folder.ts';
import { definitionsFolder } from '../planted-pack.ts';

/** The shipped packs as a chain, the base first. */
export async function shippedPacks(): Promise<readonly PackFolder[]> {
  return Promise.all(
    ['base', 'tianshui-xiguan'].map(async (id) => (await readPackFolder(join(definitionsFolder, id))).folder),
  );
}

/** The chain with some files of the street's pack written anew; null takes a file away. */
export function withFiles(
  packs: readonly PackFolder[],
  files: { readonly [path: string]: string | null },
): readonly PackFolder[] {
  return packs.map((pack) => {
    if (pack.id !== 'tianshui-xiguan') return pack;
    const all = new Map(pack.files);
    for (const [path, text] of Object.entries(files))
      if (text === null) all.delete(path);
      else all.set(path, { path, text, sha256: '' });
    return { ...pack, files: all };
  });
}
