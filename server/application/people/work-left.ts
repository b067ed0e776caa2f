import { openUserTasksAt, type UserTaskRow } from '../../database/user-tasks.ts';
import type { Transaction } from '../../database/transaction.ts';
import { localDate } from '../../kernel/local-time.ts';
import { holdersOf, type Organization, type PostAt, positionKey } from '../../kernel/organization/holders.ts';
import { resolvePosition } from '../../kernel/organization/resolve-position.ts';
import type { Context } from '../context.ts';
import type { InForce } from '../releases/release-store.ts';
import { organizationAbove } from './reroute-user-tasks.ts';

/** What a person who leaves a position leaves behind: its open user tasks, and who could have them. */
export interface WorkLeft {
  readonly position: PostAt;
  readonly userTasks: readonly UserTaskRow[];
  /** Ids of the other people who hold the position today, formally or as cover. */
  readonly others: readonly string[];
  /** The position that gets the work once nobody holds this one; null: there is none. */
  readonly fallback: PostAt | null;
  readonly organization: Organization;
}

/**
 * Looks at a position as if a person held it no more.
 *
 * @param person id of who leaves
 */
export async function workLeft(
  context: Context,
  tx: Transaction,
  live: InForce,
  person: string,
  position: PostAt,
): Promise<WorkLeft> {
  const today = localDate(tx.now);
  const userTasks = await openUserTasksAt(tx, context.tenant, [position]);
  const above = await organizationAbove(context, tx, live, position, userTasks[0]?.instance ?? null);
  const key = positionKey(position);
  const staying = (above.assignments.get(key) ?? []).filter((held) => held.person !== person);
  const others = holdersOf({ ...above, assignments: new Map([[key, staying]]) }, position, today);
  const organization = { ...above, assignments: new Map([...above.assignments, [key, []]]) };
  const resolved = resolvePosition(organization, position, today);
  const stays = resolved.kind === 'unknown' || positionKey(resolved.position) === key;
  return {
    position,
    userTasks,
    others: others.map((held) => held.person),
    fallback: stays ? null : resolved.position,
    organization,
  };
}
