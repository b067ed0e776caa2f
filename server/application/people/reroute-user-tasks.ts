import { postLetter } from '../../database/inbox.ts';
import { pinnedManifest } from '../../database/process-instances.ts';
import type { Transaction } from '../../database/transaction.ts';
import { openUserTasksAt, type UserTaskRow } from '../../database/user-tasks.ts';
import type { Actor as CommandActor } from '../../kernel/bpmn/commands.ts';
import { localDate } from '../../kernel/local-time.ts';
import { upwardsFrom } from '../../kernel/organization/area-tree.ts';
import { holdersOf, type Organization, type PostAt, positionKey } from '../../kernel/organization/holders.ts';
import { resolvePosition } from '../../kernel/organization/resolve-position.ts';
import type { Context } from '../context.ts';
import { frameToday, lineUpFrom } from '../organization/frame-today.ts';
import { organizationIn } from '../organization/organization-in.ts';
import type { InForce } from '../releases/release-store.ts';
import { correlation } from '../observing/correlation.ts';
import { uuidv7 } from '../uuid.ts';

/**
 * What is needed to say who gets the work of a position: posts as its area has them now, and who holds which on the way
 * up. A post or an area that was taken away is looked up in the release that an instance with work for it is pinned to.
 *
 * @param instance one that has work for the position; null when there is none
 */
export async function organizationAbove(
  context: Context,
  tx: Transaction,
  live: InForce,
  position: PostAt,
  instance: string | null,
): Promise<Organization> {
  const today = localDate(tx.now);
  const isThere = live.area(position.area) !== undefined && live.post(position) !== undefined;
  const hash = isThere || instance === null ? null : await pinnedManifest(tx, context.tenant, instance);
  if (hash !== null) {
    const pinned = await context.releases.byHash(tx, hash);
    const line = lineUpFrom(frameToday(context, live, pinned), position.area, today);
    return organizationIn(context, tx, pinned, line);
  }
  const line = upwardsFrom(live.tree, position.area).map(({ code }) => code);
  const organization = await organizationIn(context, tx, live.at(position.area).release, line);
  return { ...organization, tree: live.tree };
}

/** An open user task with the position that would have it if nobody held its own. */
export interface Rerouting {
  readonly userTask: UserTaskRow;
  /** Null: there is no other. */
  readonly to: PostAt | null;
}

/**
 * Where the open work of some positions would go; those that somebody holds keep theirs and are left out.
 *
 * @param leaving positions that are looked at as if nobody held them any more
 */
export async function reroutings(
  context: Context,
  tx: Transaction,
  positions: readonly PostAt[],
  leaving: readonly PostAt[] = [],
): Promise<readonly Rerouting[]> {
  if (positions.length === 0) return [];
  const today = localDate(tx.now);
  const live = await context.releases.inForce(tx);
  const areas = [...new Set(positions.map(({ area }) => area))];
  const holding = without(await organizationIn(context, tx, live.root.release, areas), leaving);
  const vacant = positions.filter((position) => holdersOf(holding, position, today).length === 0);
  const organizations = new Map<string, Organization>();
  const found: Rerouting[] = [];
  for (const userTask of await openUserTasksAt(tx, context.tenant, vacant)) {
    const key = positionKey(userTask);
    const organization =
      organizations.get(key) ??
      without(await organizationAbove(context, tx, live, userTask, userTask.instance), leaving);
    organizations.set(key, organization);
    const resolved = resolvePosition(organization, userTask, today);
    const stays = resolved.kind === 'unknown' || positionKey(resolved.position) === key;
    found.push({ userTask, to: stays ? null : resolved.position });
  }
  return found;
}

function without(organization: Organization, positions: readonly PostAt[]): Organization {
  if (positions.length === 0) return organization;
  const left = positions.map((position) => [positionKey(position), []] as const);
  return { ...organization, assignments: new Map([...organization.assignments, ...left]) };
}

/**
 * Sends open user tasks of positions that nobody holds any more to whoever holds the fallback. Each goes as a command to
 * its own instance, which decides; a position that is still held keeps its work, and so does one without a fallback.
 *
 * @param positions from which somebody has gone
 * @returns how many are on their way
 */
export async function rerouteUserTasks(
  context: Context,
  tx: Transaction,
  positions: readonly PostAt[],
  by: CommandActor,
): Promise<number> {
  let sent = 0;
  for (const { userTask, to } of await reroutings(context, tx, positions)) {
    if (to === null) continue;
    const { id: task, scope, instance, post, area } = userTask;
    const from = { post, area };
    // Nodes may send this twice; the second one comes too late.
    const command = { type: 'reassign-user-task', task, scope, from, to, because: 'vacant', by } as const;
    await postLetter(tx, context.tenant, instance, uuidv7(), command, correlation());
    sent += 1;
  }
  if (sent > 0) tx.afterCommit(context.wake);
  return sent;
}
