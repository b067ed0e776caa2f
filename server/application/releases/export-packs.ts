import type { Transaction } from '../../database/transaction.ts';
import type { PackFolder } from '../../kernel/compilation/pack-folder.ts';
import type { Context } from '../context.ts';
import { Refusal } from '../refusal.ts';

/**
 * The packs an area runs on now, file by file as they were published, the most general first.
 *
 * @param area null: the uppermost
 * @throws Refusal `area-unknown`, `nothing-published`
 */
export async function exportPacks(
  context: Context,
  tx: Transaction,
  area: string | null,
): Promise<readonly PackFolder[]> {
  const live = await context.releases.inForce(tx);
  if (area !== null && !live.tree.areas.has(area)) throw new Refusal('area-unknown');
  const { release } = area === null ? live.root : live.at(area);
  return context.releases.packsOf(tx, release.hash);
}
