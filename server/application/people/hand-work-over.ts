import type { Transaction } from '../../database/transaction.ts';
import type { Context } from '../context.ts';
import { Refusal } from '../refusal.ts';
import { assignPost } from './assign-post.ts';
import type { AccountChange } from './managed-person.ts';
import { rerouteUserTasks } from './reroute-user-tasks.ts';
import type { WorkLeft } from './work-left.ts';

/** To whom the open user tasks of somebody who leaves a post go. */
export type HandOver =
  /** They stay with the others who hold the post. */
  | { readonly to: 'post' }
  /** They go to the post that stands in while this one is vacant. */
  | { readonly to: 'fallback' }
  /** A named person takes the post. */
  | { readonly to: 'person'; readonly person: string }
  /** A named person covers the post until a local date, the first day no longer covered. */
  | { readonly to: 'cover'; readonly person: string; readonly until: string };

/**
 * Checks, before somebody leaves a post, that it is said what becomes of its open user tasks: nothing goes anywhere silently.
 *
 * @throws Refusal `work-undecided`, `work-stays-nowhere`, `no-fallback`
 */
export function requireHandOver(left: WorkLeft, over: HandOver | undefined): void {
  if (left.userTasks.length === 0) return;
  if (over === undefined) throw new Refusal('work-undecided', { count: left.userTasks.length });
  if (over.to === 'post' && left.others.length === 0) throw new Refusal('work-stays-nowhere');
  if (over.to === 'fallback' && left.others.length > 0) throw new Refusal('user-task-held');
  if (over.to === 'fallback' && left.fallback === null) throw new Refusal('no-fallback');
}

/**
 * Does what was said, after the person has left the post: whoever is put on it has its work with that; what nobody holds
 * goes on to the fallback.
 *
 * @throws Refusal as `assignPost`
 */
export async function handWorkOver(
  context: Context,
  tx: Transaction,
  { actor }: AccountChange,
  { position }: WorkLeft,
  over: HandOver | undefined,
): Promise<void> {
  if (over?.to === 'person') await assignPost(context, tx, actor, over.person, { ...position, kind: 'formal' });
  if (over?.to === 'cover')
    await assignPost(context, tx, actor, over.person, { ...position, kind: 'cover', to: over.until });
  await rerouteUserTasks(context, tx, [position], { person: actor.person });
}
