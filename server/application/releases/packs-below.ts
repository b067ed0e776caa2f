import type { Transaction } from '../../database/transaction.ts';
import type { PackFolder } from '../../kernel/compilation/pack-folder.ts';
import { liesWithin } from '../../kernel/organization/area-tree.ts';
import type { Context } from '../context.ts';
import { packsOver } from './aligned-packs.ts';

/** An area with definitions of its own, laid over what an area above is about to publish. */
export interface PacksBelow {
  readonly area: string;
  readonly packs: readonly PackFolder[];
}

/**
 * The areas below one that would follow what it publishes, each as it would be. Only those directly over it: what stands
 * on them changes with them and is found when they follow.
 *
 * @param packs what the area is about to publish, the most general first
 */
export async function packsBelow(
  context: Context,
  tx: Transaction,
  area: string,
  packs: readonly PackFolder[],
): Promise<readonly PacksBelow[]> {
  const live = await context.releases.inForce(tx);
  const now = await context.releases.packsOf(tx, live.at(area).release.hash);
  const found: PacksBelow[] = [];
  for (const own of live.all) {
    if (own.area === area || !liesWithin(live.tree, own.area, area)) continue;
    const theirs = await context.releases.packsOf(tx, own.release.hash);
    const followed = packsOver(theirs, now, packs);
    if (followed) found.push({ area: live.area(own.area)?.name ?? own.area, packs: followed });
  }
  return found;
}
