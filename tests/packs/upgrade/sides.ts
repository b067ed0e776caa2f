import type { PackFolder } from '../../../server/kernel/compilation/pack-folder.ts';
import { shippedPacks } from '../comparison/compared.ts';

/** Texts to replace in a file, each of which must be there; null takes the file away, a text writes a new one. */
export type Edits = { readonly [path: string]: readonly (readonly [from: string, to: string])[] | string | null };

/** The shipped packs with files of one of them edited. */
export async function editedPacks(edits: Edits, pack = 'tianshui-xiguan'): Promise<readonly PackFolder[]> {
  return editedIn(await shippedPacks(), edits, pack);
}

/** Packs with files of one of them edited. */
export function editedIn(packs: readonly PackFolder[], edits: Edits, id = 'tianshui-xiguan'): readonly PackFolder[] {
  return packs.map((pack) => {
    if (pack.id !== id) return pack;
    const files = new Map(pack.files);
    for (const [path, edit] of Object.entries(edits)) {
      if (edit === null) files.delete(path);
      else
        files.set(path, {
          path,
          sha256: '',
          text: typeof edit === 'string' ? edit : edited(path, files.get(path)?.text ?? '', edit),
        });
    }
    return { id: pack.id, files };
  });
}

function edited(path: string, text: string, edits: readonly (readonly [string, string])[]): string {
  return edits.reduce((now, [from, to]) => {
    if (!now.includes(from)) throw new Error(`${path} does not hold ${from}`);
    return now.replace(from, to);
  }, text);
}

/** The text of a file of the last pack. */
export function textIn(packs: readonly PackFolder[], path: string): string | undefined {
  return packs.at(-1)?.files.get(path)?.text;
}
