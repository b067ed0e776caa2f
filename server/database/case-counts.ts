import { casesSeenSql, type CasesSeen } from './cases-seen.ts';
import type { Transaction } from './transaction.ts';

/** How cases stand in one area. */
export interface CaseCount {
  readonly area: string;
  readonly open: number;
  readonly yellow: number;
  readonly red: number;
  readonly closed: number;
  readonly incidents: number;
}

/**
 * How cases stand, for each of these areas with all below it that somebody may see. A case counts where it happened,
 * also when that area has ended; while it is open there, it counts where it is handled, so each is counted once.
 */
export async function countCases(
  tx: Transaction,
  tenant: string,
  areas: readonly string[],
  seen: CasesSeen,
): Promise<ReadonlyMap<string, CaseCount>> {
  const { condition, value } = casesSeenSql(seen);
  const rows = await tx.query<CaseCount>(
    `select n.ancestor as area, count(*) filter (where c.status = 'open') as open,
       count(*) filter (where c.status = 'open' and c.light = 'yellow') as yellow,
       count(*) filter (where c.status = 'open' and c.light = 'red') as red,
       count(*) filter (where c.status = 'closed') as closed,
       count(*) filter (where c.status = 'open' and c.incident) as incidents
     from case_record c join area_ancestor n on n.tenant_id = c.tenant_id and n.area = c.area
       left join area e on e.tenant_id = c.tenant_id and e.code = c.area
     where c.tenant_id = $1 and n.ancestor = any($2)
       and ${condition('$3')}
       and case when c.status = 'open' and e.until is not null and c.holder_area is not null
         then exists (select from area_ancestor h where h.tenant_id = $1 and h.area = c.holder_area and h.ancestor = n.ancestor)
         else not n.succeeds end
     group by n.ancestor`,
    [tenant, areas, value],
  );
  return new Map(rows.map((row) => [row.area, row]));
}
