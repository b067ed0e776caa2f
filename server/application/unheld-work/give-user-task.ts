import { readAssignmentsAt } from '../../database/post-assignments.ts';
import type { Transaction } from '../../database/transaction.ts';
import { readUserTaskRow } from '../../database/user-tasks.ts';
import { localDate } from '../../kernel/local-time.ts';
import { holdsOn, type PostAt, positionKey } from '../../kernel/organization/holders.ts';
import type { Context } from '../context.ts';
import { nameBook, type PositionView } from '../organization/position-views.ts';
import type { Actor } from '../policy/actor.ts';
import { mayAct, requirePermission } from '../policy/policy.ts';
import { advanceInstance } from '../process-instances/advance-instance.ts';
import { Refusal } from '../refusal.ts';
import type { UserTaskAddress } from '../user-tasks/complete-user-task.ts';
import { staleOrHeld } from '../user-tasks/stale-or-held.ts';

/**
 * Gives a user task that nobody has to a position that somebody holds. It is told in the case's story with who gave it.
 *
 * @returns the position with its holders
 * @throws Refusal `user-task-unknown`, `user-task-stale`, `user-task-held` when somebody has it after all, `area-unknown`,
 *   `not-permitted`, `post-unknown`, `position-unheld`, `instance-suspended`
 */
export async function giveUserTask(
  context: Context,
  tx: Transaction,
  actor: Actor,
  address: UserTaskAddress,
  to: PostAt,
): Promise<PositionView> {
  const row = await readUserTaskRow(tx, context.tenant, address.instance, address.id);
  if (!row || !mayAct(actor, 'posts.view', row.area)) throw new Refusal('user-task-unknown');
  requirePermission(actor, 'posts.edit', row.area);
  requirePermission(actor, 'posts.view', to.area);
  if (row.state !== 'open') throw new Refusal('user-task-stale');
  const live = await context.releases.inForce(tx);
  const post = live.post(to);
  if (!post) throw new Refusal('post-unknown', { post: to.post, area: live.area(to.area)?.name ?? to.area });
  const today = localDate(tx.now);
  const assignments = await readAssignmentsAt(tx, context.tenant, [row.area, to.area]);
  const isHeld = (position: PostAt): boolean =>
    assignments.some((held) => positionKey(held) === positionKey(position) && holdsOn(held, today));
  if (isHeld(row)) throw new Refusal('user-task-held');
  if (!isHeld(to)) throw new Refusal('position-unheld', { post: post.title });
  const { id: task, scope } = row;
  const by = { person: actor.person };
  const command = { type: 'reassign-user-task', task, scope, to, because: 'given', by } as const;
  const advanced = await advanceInstance(context, tx, row.instance, command);
  if (advanced.kind === 'refused') throw staleOrHeld(advanced.code);
  return (await nameBook(context, tx, null, [to.area])).position(to);
}
