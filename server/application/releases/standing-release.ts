import { releasesOf, type ReleaseRow } from '../../database/releases.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { PackFolder } from '../../kernel/compilation/pack-folder.ts';
import { compareVersions } from '../../packs/drafting/compose-draft.ts';
import type { Context } from '../context.ts';
import type { InForce } from './release-store.ts';

/** What an area will run on when everything published for it has come into force. */
export interface StandingRelease {
  /** The area's own last release, also one that is still to come; null: it runs on what it inherits. */
  readonly row: ReleaseRow | null;
  readonly manifestHash: string;
  /** The packs of that, the most general first. */
  readonly packs: readonly PackFolder[];
  /** Id of the pack that is the area's own; null: it has none yet. */
  readonly ownPack: string | null;
  /** The highest version that its own pack was published with. */
  readonly lastVersion: string | null;
}

/** What a new draft of an area begins from, and what it is compared with. */
export async function standingRelease(context: Context, tx: Transaction, area: string): Promise<StandingRelease> {
  const live = await context.releases.inForce(tx);
  const rows = await releasesOf(tx, context.tenant, area);
  const row = rows.find(({ withdrawnAt }) => withdrawnAt === null) ?? null;
  const manifestHash = row?.manifestHash ?? live.at(area).release.hash;
  const packs = await context.releases.packsOf(tx, manifestHash);
  const ownPack = ownPackIn(live, area, packs);
  const versions = rows
    .filter(({ pack }) => pack === ownPack || pack === newPackId(area))
    .map((one) => one.packVersion);
  return { row, manifestHash, packs, ownPack, lastVersion: versions.toSorted(compareVersions).at(-1) ?? null };
}

/** The id of the pack that an area without one of its own gets. */
export function newPackId(area: string): string {
  return `area-${area.toLowerCase()}`;
}

/** The last pack, unless the area above runs on it too: then it is inherited. */
function ownPackIn(live: InForce, area: string, packs: readonly PackFolder[]): string | null {
  const last = packs.at(-1)?.id ?? null;
  const parent = live.area(area)?.parent ?? null;
  if (last === null || parent === null) return last;
  const above = live.at(parent).release.manifest.packs;
  return above.some(({ id }) => id === last) ? null : last;
}
