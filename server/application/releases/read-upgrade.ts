import type { Transaction } from '../../database/transaction.ts';
import { compareThreeWays, type UpgradeLine } from '../../packs/upgrade/compare-three-ways.ts';
import type { Context } from '../context.ts';
import type { Actor } from '../policy/actor.ts';
import { requirePermission } from '../policy/policy.ts';
import { upgradeMaterial, type NewerPack } from './upgrade-material.ts';

/** A newer version of an area's packs, compared on three sides. */
export interface UpgradeView {
  readonly packs: readonly NewerPack[];
  readonly lines: readonly UpgradeLine[];
}

/**
 * What a newer version of an area's packs changes, and where the area changed the same. Nothing is applied by it.
 *
 * @returns `upgrade: null` when nothing newer is there
 * @throws Refusal `not-permitted`
 */
export async function readUpgrade(
  context: Context,
  tx: Transaction,
  actor: Actor,
  area: string,
): Promise<{ readonly upgrade: UpgradeView | null }> {
  requirePermission(actor, 'definitions.view', area);
  const material = await upgradeMaterial(context, tx, area);
  if (!material) return { upgrade: null };
  return { upgrade: { packs: material.packs, lines: await compareThreeWays(material.sides) } };
}
