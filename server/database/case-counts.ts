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

/** How cases stand that somebody may see, for each of these areas with all below it. */
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
     where c.tenant_id = $1 and n.ancestor = any($2)
       and ${condition('$3')}
     group by n.ancestor`,
    [tenant, areas, value],
  );
  return new Map(rows.map((row) => [row.area, row]));
}
