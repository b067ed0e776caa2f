import { caseSuccessorOf } from '../../database/area-changes.ts';
import type { Transaction } from '../../database/transaction.ts';
import { successionsOn, successorsOf } from '../../kernel/organization/area-changes.ts';
import type { PostAt } from '../../kernel/organization/holders.ts';
import type { Context } from '../context.ts';
import type { OrganizationFrame } from '../releases/release-store.ts';

/**
 * Positions asked for at an area that was split, at the part somebody has chosen for the case; others as they are.
 *
 * @param instance id of the instance that asks, and the local day
 */
export async function chosenSuccessors(
  context: Context,
  tx: Transaction,
  frame: OrganizationFrame,
  { id, today }: { readonly id: string; readonly today: string },
  asked: readonly PostAt[],
): Promise<readonly PostAt[]> {
  if (frame.changes.length === 0) return asked;
  const successions = successionsOn(frame.changes, today);
  if (!asked.some(({ area }) => successions.has(area))) return asked;
  const chosen = await caseSuccessorOf(tx, context.tenant, id);
  if (chosen === null) return asked;
  return asked.map((position) =>
    successorsOf(successions, position.area).includes(chosen) ? { ...position, area: chosen } : position,
  );
}
