import { openDraftOf, type DraftRow } from '../../database/drafts.ts';
import { shippedFiles, shippedPacks } from '../../database/shipped-packs.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { PackFolder } from '../../kernel/compilation/pack-folder.ts';
import { compareVersions } from '../../packs/drafting/compose-draft.ts';
import type { UpgradeSides } from '../../packs/upgrade/compare-three-ways.ts';
import { packNumbers } from '../../packs/upgrade/pack-numbers.ts';
import type { Context } from '../context.ts';
import { draftMaterial, type DraftMaterial } from '../drafts/draft-material.ts';
import { standingRelease } from './standing-release.ts';

/** A pack of which a newer version is there. */
export interface NewerPack {
  readonly id: string;
  readonly title: string;
  readonly from: string;
  readonly to: string;
}

/** What is needed to compare an area with newer versions of its packs, and to take them. */
export interface UpgradeMaterial {
  readonly packs: readonly NewerPack[];
  readonly sides: UpgradeSides;
  /** The area's own pack as it is published, among the packs it stands on; the sides have it as the draft does. */
  readonly published: readonly PackFolder[];
  readonly lastVersion: string | null;
  readonly draft: DraftMaterial | null;
}

/**
 * The packs of an area on three sides: as they were taken over, as the area has them now (its open draft included), and
 * as newer versions on disk have them, or such as were brought with `gridloom install`. Packs that an area above runs on
 * too are upgraded there.
 *
 * @returns null when nothing newer is there
 */
export async function upgradeMaterial(
  context: Context,
  tx: Transaction,
  area: string,
): Promise<UpgradeMaterial | null> {
  const row: DraftRow | null = await openDraftOf(tx, context.tenant, area);
  const draft = row && (await draftMaterial(context, tx, row));
  const standing = draft?.standing ?? (await standingRelease(context, tx, area));
  const ours = draft?.composed.packs ?? standing.packs;
  const published = draft ? await context.releases.packsOf(tx, draft.row.baseManifest) : standing.packs;
  const packs: NewerPack[] = [];
  const base: PackFolder[] = [];
  const theirs: PackFolder[] = [];
  for (const folder of ours) {
    const { takenFrom, title } = packNumbers(folder);
    if (takenFrom === null) continue;
    const before = await takenOver(context, tx, folder, takenFrom);
    const newer = await newestPack(context, tx, folder.id, takenFrom);
    if (before) base.push(before);
    const after = newer ?? before;
    if (after) theirs.push(after);
    if (!newer) continue;
    const numbers = packNumbers(newer);
    packs.push({ id: folder.id, title: numbers.title || title, from: takenFrom, to: numbers.version });
  }
  if (packs.length === 0) return null;
  return { packs, sides: { base, ours, theirs }, published, lastVersion: standing.lastVersion, draft };
}

/** A pack as it was shipped when it was taken over; null when nobody knows: then everything of it may be the area's own. */
async function takenOver(
  context: Context,
  tx: Transaction,
  folder: PackFolder,
  version: string,
): Promise<PackFolder | null> {
  if (!packNumbers(folder).changed) return folder;
  const known = (await shippedPacks(tx, context.tenant, folder.id)).find((row) => row.version === version);
  return known ? folderOf(folder.id, await shippedFiles(tx, context.tenant, known)) : null;
}

/** The newest version of a pack after the one an area has, on disk or brought by hand; null when there is none. */
async function newestPack(context: Context, tx: Transaction, id: string, version: string): Promise<PackFolder | null> {
  const onDisk = (await context.shipped(id))?.folder ?? null;
  const brought = (await shippedPacks(tx, context.tenant, id))
    .toSorted((one, other) => compareVersions(one.version, other.version))
    .at(-1);
  const diskVersion = onDisk && onDisk.files.size > 0 ? packNumbers(onDisk).version : null;
  const isDisk = diskVersion !== null && (!brought || compareVersions(diskVersion, brought.version) >= 0);
  const newest = isDisk ? diskVersion : (brought?.version ?? null);
  if (newest === null || compareVersions(newest, version) <= 0) return null;
  if (isDisk) return onDisk;
  return brought ? folderOf(id, await shippedFiles(tx, context.tenant, brought)) : null;
}

function folderOf(
  id: string,
  files: ReadonlyMap<string, { readonly text: string; readonly sha256: string }>,
): PackFolder {
  return { id, files: new Map([...files].map(([path, file]) => [path, { path, ...file }])) };
}
