import type { ReadJson } from './json-shapes.ts';
import type { PackDefinitions } from './pack-definitions.ts';
import { errorAt, type PackFault } from './pack-fault.ts';
import type { PackFolder } from './pack-folder.ts';
import { readDefinitions } from './read-definitions.ts';

/** Fetches the files of a pack by its id: from disk, or from drafts. Null when there is no such pack. */
export type PackFinder = (
  id: string,
) => Promise<{ readonly folder: PackFolder; readonly faults: readonly PackFault[] } | null>;

/**
 * A pack with all packs it stands on (`extends`), the most general first.
 *
 * @param id the pack asked for
 * @param find how packs are found
 * @param readJson how a JSON file is read against its schema
 * @returns the chain as far as it could be read, and the faults: an unknown pack, packs that extend each other in a
 *   circle, and everything `readDefinitions` finds
 */
export async function readPackChain(
  id: string,
  find: PackFinder,
  readJson: ReadJson,
): Promise<{ readonly packs: readonly PackDefinitions[]; readonly faults: readonly PackFault[] }> {
  const packs: PackDefinitions[] = [];
  const faults: PackFault[] = [];
  let below: PackDefinitions | null = null;
  for (let next: string | null = id; next !== null; next = below?.manifest.value.extends ?? null) {
    if (below && packs.some((pack) => pack.id === next)) {
      faults.push(circle(below, next));
      break;
    }
    const found = await find(next);
    if (!found || (below && found.folder.files.size === 0)) {
      faults.push(below ? unknownParent(below, next) : (found?.faults[0] ?? missing(next)));
      break;
    }
    const read = readDefinitions(found.folder, readJson);
    faults.push(...found.faults, ...read.faults);
    if (!read.definitions) break;
    below = read.definitions;
    packs.unshift(below);
  }
  return { packs, faults };
}

function circle(pack: PackDefinitions, next: string): PackFault {
  return errorAt(
    pack.manifest,
    'pack-extends-cycle',
    {
      zh: `配置包互相在对方之上：「${pack.id}」又回到了「${next}」。请改掉其中一个 extends。`,
      en: `Packs extend each other in a circle: "${pack.id}" leads back to "${next}". Change one "extends".`,
    },
    '/extends',
  );
}

function unknownParent(pack: PackDefinitions, next: string): PackFault {
  return errorAt(
    pack.manifest,
    'pack-extends-unknown',
    {
      zh: `没有配置包「${next}」。请检查 extends，或把它放到旁边。`,
      en: `There is no pack "${next}". Check "extends", or put that pack beside this one.`,
    },
    '/extends',
  );
}

function missing(pack: string): PackFault {
  return errorAt({ pack, file: '', place: '' }, 'pack-folder-missing', {
    zh: `没有配置包「${pack}」。请检查名称。`,
    en: `There is no pack "${pack}". Check its name.`,
  });
}
