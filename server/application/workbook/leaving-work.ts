import type { HeldPostRow } from '../../database/post-assignments.ts';
import type { Transaction } from '../../database/transaction.ts';
import { localDate } from '../../kernel/local-time.ts';
import { positionKey } from '../../kernel/organization/holders.ts';
import type { Context } from '../context.ts';
import { workLeft, type WorkLeft } from '../people/work-left.ts';
import type { InForce } from '../releases/release-store.ts';

/**
 * What these assignments would leave behind if they ended today, by their ids; those without open user tasks are left out.
 *
 * @param held assignments that a workbook may end
 */
export async function workLeftBy(
  context: Context,
  tx: Transaction,
  live: InForce,
  held: readonly HeldPostRow[],
): Promise<ReadonlyMap<string, WorkLeft>> {
  const found = new Map<string, WorkLeft>();
  for (const { id, person, post, area } of await withWork(context, tx, held)) {
    const left = await workLeft(context, tx, live, person, { post, area });
    if (left.userTasks.length > 0) found.set(id, left);
  }
  return found;
}

/** How many open user tasks each of these people has that nobody else holds; whoever has none is left out. */
export async function workOnlyOf(
  context: Context,
  tx: Transaction,
  live: InForce,
  people: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const found = new Map<string, number>();
  if (people.length === 0) return found;
  const held = await tx.query<{ readonly person: string; readonly post: string; readonly area: string }>(
    `select person_id as person, post, area from post_assignment
     where tenant_id = $1 and person_id = any($2) and from_date <= $3 and (to_date is null or to_date > $3)`,
    [context.tenant, people, localDate(tx.now)],
  );
  for (const { person, post, area } of await withWork(context, tx, held)) {
    const left = await workLeft(context, tx, live, person, { post, area });
    const staying = left.others.filter((other) => !people.includes(other));
    if (staying.length === 0 && left.userTasks.length > 0)
      found.set(person, (found.get(person) ?? 0) + left.userTasks.length);
  }
  return found;
}

/** Positions at which there is work at all: of hundreds who leave, most leave nothing. */
async function withWork<At extends { readonly post: string; readonly area: string }>(
  context: Context,
  tx: Transaction,
  positions: readonly At[],
): Promise<readonly At[]> {
  if (positions.length === 0) return [];
  const rows = await tx.query<{ readonly post: string; readonly area: string }>(
    `select p.post, p.area from jsonb_to_recordset($2::jsonb) as p(post text, area text)
     where exists (select from user_task t
       where t.tenant_id = $1 and t.area = p.area and t.post = p.post and t.state = 'open')`,
    [context.tenant, JSON.stringify(positions.map(({ post, area }) => ({ post, area })))],
  );
  const keys = new Set(rows.map(positionKey));
  return positions.filter((position) => keys.has(positionKey(position)));
}
