import { areaTree, upwardsFrom } from '../../kernel/organization/area-tree.ts';
import type { Area } from '../../kernel/organization/organization.ts';
import { localDate } from '../../kernel/local-time.ts';
import { replaceAreas } from '../../database/areas.ts';
import type { Transaction } from '../../database/transaction.ts';

/** Brings the rows of the area tree up to date with a release; they are an index for data scope, the release is the truth. */
export async function storeAreas(tx: Transaction, tenant: string, areas: readonly Area[]): Promise<void> {
  const tree = areaTree(areas);
  const ancestors = areas.flatMap((area) =>
    upwardsFrom(tree, area.code).map((upper, depth) => ({ area: area.code, ancestor: upper.code, depth })),
  );
  const rows = areas.map(({ code, name, type, kind, parent }, position) => ({
    code,
    name,
    type,
    kind: kind ?? null,
    parent,
    position,
  }));
  await replaceAreas(tx, tenant, rows, ancestors, localDate(tx.now));
}
