import { isJsonArray, isJsonObject, textIn, type Json } from '../kernel/json.ts';
import type { FileOfPack } from '../kernel/compilation/pack-folder.ts';

/** A pack as `export-packs` answers it. */
export interface ExportedPack {
  readonly id: string;
  readonly files: ReadonlyMap<string, FileOfPack>;
}

/**
 * Reads the answer of `export-packs`. Paths come from a pack that was checked when it was published; anything that would
 * lead out of a folder is left out all the same.
 */
export function exportedPacks(answer: Json): readonly ExportedPack[] {
  if (!isJsonArray(answer)) return [];
  return answer.filter(isJsonObject).map((pack) => {
    const files = isJsonObject(pack['files']) ? Object.entries(pack['files']) : [];
    return {
      id: textIn(pack['id']),
      files: new Map(
        files
          .filter(([path]) => /^[^/\\]+(\/[^/\\]+)*$/.test(path) && !path.split('/').includes('..'))
          .map(([path, text]) => [path, { path, text: textIn(text), sha256: '' }]),
      ),
    };
  });
}
