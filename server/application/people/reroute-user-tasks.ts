import { postLetter } from '../../database/inbox.ts';
import type { Transaction } from '../../database/transaction.ts';
import { openUserTasksAt } from '../../database/user-tasks.ts';
import type { Actor as CommandActor } from '../../kernel/bpmn/commands.ts';
import { localDate } from '../../kernel/local-time.ts';
import { upwardsFrom } from '../../kernel/organization/area-tree.ts';
import { holdersOf, type Organization, type PostAt, positionKey } from '../../kernel/organization/holders.ts';
import { resolvePosition } from '../../kernel/organization/resolve-position.ts';
import type { CompiledRelease } from '../../kernel/release/compiled-release.ts';
import type { Context } from '../context.ts';
import { organizationIn } from '../organization/organization-in.ts';
import { uuidv7 } from '../uuid.ts';

/** Positions with what is needed to say who gets their work: the organization on the way up from them, as it is now. */
export async function organizationAbove(
  context: Context,
  tx: Transaction,
  release: CompiledRelease,
  positions: readonly PostAt[],
): Promise<Organization> {
  const { tree } = context.releases.organizationFrame(release);
  const areas = new Set(positions.flatMap(({ area }) => upwardsFrom(tree, area).map(({ code }) => code)));
  return organizationIn(context, tx, release, [...areas]);
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
  release: CompiledRelease,
  positions: readonly PostAt[],
  by: CommandActor,
): Promise<number> {
  if (positions.length === 0) return 0;
  const today = localDate(tx.now);
  const organization = await organizationAbove(context, tx, release, positions);
  const vacant = positions.filter((position) => holdersOf(organization, position, today).length === 0);
  let sent = 0;
  for (const userTask of await openUserTasksAt(tx, context.tenant, vacant)) {
    const resolved = resolvePosition(organization, userTask, today);
    if (resolved.kind === 'unknown' || positionKey(resolved.position) === positionKey(userTask)) continue;
    const { id: task, scope, instance } = userTask;
    const command = { type: 'reassign-user-task', task, scope, to: resolved.position, because: 'vacant', by };
    await postLetter(tx, context.tenant, instance, uuidv7(), command);
    sent += 1;
  }
  if (sent > 0) tx.afterCommit(context.wake);
  return sent;
}
