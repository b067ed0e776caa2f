import type { Transaction } from './transaction.ts';
import { userTaskColumns, type UserTaskRow } from './user-tasks.ts';

/** An open user task whose position nobody holds. */
export interface UnheldRow extends UserTaskRow {
  /** Local date from which nobody holds the position; null when nobody ever did. */
  readonly leftOn: string | null;
}

/** Parameters 1 to 3 are the tenant, the local date and the areas (what lies below them is meant too). */
const unheld = `u.tenant_id = $1 and u.state = 'open'
  and exists (select from area_ancestor n where n.tenant_id = $1 and n.area = u.area and n.ancestor = any($3))
  and not exists (select from post_assignment a join person p on p.tenant_id = a.tenant_id and p.id = a.person_id and p.active
    where a.tenant_id = $1 and a.area = u.area and a.post = u.post and a.from_date <= $2 and (a.to_date is null or a.to_date > $2))`;

/** How many open user tasks lie at positions of some areas that nobody holds (无人办理). */
export async function countUnheld(
  tx: Transaction,
  tenant: string,
  today: string,
  areas: readonly string[],
): Promise<number> {
  const [row] = await tx.query<{ count: number }>(`select count(*)::int as count from user_task u where ${unheld}`, [
    tenant,
    today,
    areas,
  ]);
  return row?.count ?? 0;
}

/** One page of them, the most urgent first. */
export function readUnheld(
  tx: Transaction,
  tenant: string,
  today: string,
  areas: readonly string[],
  page: { readonly offset: number; readonly limit: number },
): Promise<readonly UnheldRow[]> {
  return tx.query<UnheldRow>(
    `select ${userTaskColumns}, (select max(a.to_date) from post_assignment a
       where a.tenant_id = $1 and a.area = u.area and a.post = u.post and a.to_date <= $2) as "leftOn"
     from user_task u where ${unheld} order by u.due_at, u.created_at, u.instance_id, u.id offset $4 limit $5`,
    [tenant, today, areas, page.offset, page.limit],
  );
}
