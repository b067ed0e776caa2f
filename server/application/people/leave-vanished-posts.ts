import { endAssignmentsAt, heldPositions } from '../../database/post-assignments.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Actor as CommandActor } from '../../kernel/bpmn/commands.ts';
import { localDate } from '../../kernel/local-time.ts';
import { areaHasPost } from '../../kernel/organization/holders.ts';
import type { Context } from '../context.ts';
import { rerouteUserTasks, reroutings } from './reroute-user-tasks.ts';

/**
 * Takes people off posts that their area no longer has, and sends the open work there to the fallback, as when a post is
 * vacated. Where the work could go to nobody else they stay until it is done: nothing is left without hands.
 *
 * @returns how many positions were left
 */
export async function leaveVanishedPosts(context: Context, tx: Transaction, by: CommandActor): Promise<number> {
  const live = await context.releases.inForce(tx);
  const today = localDate(tx.now);
  const vanished = (await heldPositions(tx, context.tenant, today)).filter((position) => {
    if (live.successions.has(position.area)) return false; // its change says what becomes of it
    const [area, post] = [live.area(position.area), live.post(position)];
    return area === undefined || post === undefined || !areaHasPost(area, post);
  });
  let left = 0;
  for (const position of vanished) {
    const open = await reroutings(context, tx, [position], vanished);
    if (open.some(({ to }) => to === null)) continue;
    await endAssignmentsAt(tx, context.tenant, position, today);
    await rerouteUserTasks(context, tx, [position], by);
    left += 1;
  }
  return left;
}
