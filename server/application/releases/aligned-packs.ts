import { releasesOf } from '../../database/releases.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { PackFolder } from '../../kernel/compilation/pack-folder.ts';
import type { Json } from '../../kernel/json.ts';
import { upwardsFrom } from '../../kernel/organization/area-tree.ts';
import { editJson } from '../../packs/drafting/edit-json.ts';
import { packFile } from '../../packs/drafting/pack-file.ts';
import type { Context } from '../context.ts';

/** Releases looked through to find what an area's packs once stood on; older ones nobody has followed for long. */
const mostEarlier = 60;

/**
 * An area's own definitions laid over what the area above runs on now. It works on packs that stand on something the
 * areas above once published; an area that took a newer version of a shipped pack by itself stays on that.
 *
 * @param packs of the area, the most general first
 * @returns null when they stand on it already, or on something of their own
 */
export async function alignedPacks(
  context: Context,
  tx: Transaction,
  area: string,
  packs: readonly PackFolder[],
): Promise<readonly PackFolder[] | null> {
  const live = await context.releases.inForce(tx);
  const parent = live.area(area)?.parent ?? null;
  if (parent === null) return null;
  const above = await context.releases.packsOf(tx, live.at(parent).release.hash);
  if (standsOn(packs, above)) return null;
  let ground: readonly PackFolder[] | null = null;
  for (const hash of await earlierManifests(
    context,
    tx,
    upwardsFrom(live.tree, parent).map(({ code }) => code),
  )) {
    const earlier = await context.releases.packsOf(tx, hash);
    if (standsOn(packs, earlier) && earlier.length > (ground?.length ?? 0)) ground = earlier;
  }
  return ground && packsOver(packs, ground, above);
}

/**
 * Packs that stood on one ground, laid over another.
 *
 * @returns null when they did not stand on that ground
 */
export function packsOver(
  packs: readonly PackFolder[],
  ground: readonly PackFolder[],
  other: readonly PackFolder[],
): readonly PackFolder[] | null {
  if (!standsOn(packs, ground)) return null;
  const [first, ...rest] = packs.slice(ground.length);
  const top = other.at(-1)?.id;
  return first && top !== undefined ? [...other, standingOn(first, top), ...rest] : other;
}

async function earlierManifests(
  context: Context,
  tx: Transaction,
  areas: readonly string[],
): Promise<readonly string[]> {
  const rows = await Promise.all(areas.map((area) => releasesOf(tx, context.tenant, area)));
  return [...new Set(rows.flat().map(({ manifestHash }) => manifestHash))].slice(0, mostEarlier);
}

function standsOn(packs: readonly PackFolder[], ground: readonly PackFolder[]): boolean {
  return ground.length <= packs.length && ground.every((pack, index) => isSamePack(pack, packs[index]));
}

function isSamePack(one: PackFolder, other: PackFolder | undefined): boolean {
  if (one === other) return true;
  if (other === undefined || one.id !== other.id || one.files.size !== other.files.size) return false;
  return [...one.files].every(([path, { sha256 }]) => other.files.get(path)?.sha256 === sha256);
}

/** A pack that extends another one than before; all else of it stays, byte for byte. */
function standingOn(pack: PackFolder, below: string): PackFolder {
  const text = pack.files.get('pack.json')?.text ?? '{}';
  const manifest = JSON.parse(text) as { readonly [name: string]: Json };
  if (manifest['extends'] === below) return pack;
  const files = new Map(pack.files);
  files.set('pack.json', packFile('pack.json', editJson(text, { ...manifest, extends: below })));
  return { id: pack.id, files };
}
