import { replaceAreas, type AncestorRow } from '../../database/areas.ts';
import type { Transaction } from '../../database/transaction.ts';
import {
  areasOn,
  isThere,
  successionsOn,
  successorsOf,
  type AreaChange,
} from '../../kernel/organization/area-changes.ts';
import { areaTree, upwardsFrom } from '../../kernel/organization/area-tree.ts';
import type { Area } from '../../kernel/organization/organization.ts';
import { localDate } from '../../kernel/local-time.ts';

/**
 * Brings the rows of the area tree up to date with a release; they are an index for data scope, the release is the truth.
 * An area that has ended keeps its place, and is also found from its successors and from above them.
 *
 * @param areas areas of all days, or only those of today
 * @param changes by which areas have successors
 */
export async function storeAreas(
  tx: Transaction,
  tenant: string,
  areas: readonly Area[],
  changes: readonly AreaChange[],
): Promise<void> {
  const today = localDate(tx.now);
  const standing = areasOn(areas, changes, today);
  const ended = areas.filter((area) => !isThere(area, today) && (area.to ?? '9999') <= today);
  const rows = [...standing, ...ended].map(({ code, name, type, kind, parent, to }, position) => ({
    code,
    name,
    type,
    kind: kind ?? null,
    parent,
    position,
    until: position < standing.length ? null : (to ?? today),
  }));
  await replaceAreas(tx, tenant, rows, ancestorsOf(areas, [...standing, ...ended], changes, today), today);
}

function ancestorsOf(
  all: readonly Area[],
  stored: readonly Area[],
  changes: readonly AreaChange[],
  today: string,
): readonly AncestorRow[] {
  const tree = areaTree(all);
  const successions = successionsOn(changes, today);
  return stored.flatMap(({ code: area }) => {
    const line = (of: string, succeeds: boolean): readonly AncestorRow[] =>
      upwardsFrom(tree, of).map((upper, depth) => ({ area, ancestor: upper.code, depth, succeeds }));
    const heirs = successorsOf(successions, area).flatMap((code) => line(code, true));
    // Its own line comes last and counts: above an area and its successor often lies the same community.
    return [...new Map([...heirs, ...line(area, false)].map((row) => [row.ancestor, row])).values()];
  });
}
