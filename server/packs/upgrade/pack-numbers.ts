import { isJsonObject, parsedJson, textIn } from '../../kernel/json.ts';
import type { PackFolder } from '../../kernel/compilation/pack-folder.ts';

/** Which version a pack is, and which shipped one it was made from. */
export interface PackNumbers {
  readonly title: string;
  readonly version: string;
  /** The version itself while nobody has changed the pack; null: it was made here and never shipped. */
  readonly takenFrom: string | null;
  /** Whether an area has made or changed it; else it is as it was shipped, byte for byte. */
  readonly changed: boolean;
}

/** What `pack.json` says of a pack's versions. */
export function packNumbers(pack: PackFolder): PackNumbers {
  const read = parsedJson(pack.files.get('pack.json')?.text ?? '{}');
  const manifest = isJsonObject(read) ? read : {};
  const version = textIn(manifest['version']);
  const { takenFrom } = manifest;
  return {
    title: textIn(manifest['title']),
    version,
    changed: takenFrom !== undefined,
    takenFrom: takenFrom === null ? null : textIn(takenFrom) || version,
  };
}
