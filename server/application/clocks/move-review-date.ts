import type { ClockStage } from '../../kernel/calendar/time-limit.ts';
import { localDate } from '../../kernel/local-time.ts';
import { movePauseReview } from '../../database/clock-requests.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Context } from '../context.ts';
import type { Actor } from '../policy/actor.ts';
import { mayDecideClock } from '../policy/policy.ts';
import { Refusal } from '../refusal.ts';
import type { UserTaskAddress } from '../user-tasks/complete-user-task.ts';
import { checkReview } from './ask-pause.ts';
import { askedClock } from './asked-clock.ts';
import { moveClock } from './move-clock.ts';
import { tellHolder } from './tell-of-clock.ts';

/**
 * 改复核日: a clock that stands still goes on standing still, and is looked at again on another day. For whoever decides about
 * its pauses; whoever has the work is told.
 *
 * @param reviewOn local date: after today, and no later than the limit allows from today on
 * @throws Refusal `user-task-unknown`, `user-task-stale`, `clock-unknown`, `not-paused`, `not-yours-to-decide`,
 *   `review-date-wrong`
 */
export async function moveReviewDate(
  context: Context,
  tx: Transaction,
  actor: Actor,
  address: UserTaskAddress,
  how: { readonly stage?: ClockStage | undefined; readonly reviewOn: string; readonly reason: string },
): Promise<void> {
  const asked = await askedClock(context, tx, actor, address, how.stage);
  const { row, terms, mine } = asked;
  const { clock, pause } = terms;
  if (!clock.paused) throw new Refusal('not-paused');
  // Whoever has the work asks for a pause; how long it lasts is not theirs to say.
  if (mine || !pause?.decides || !mayDecideClock(actor, pause.decides, '')) throw new Refusal('not-yours-to-decide');
  checkReview(how.reviewOn, localDate(tx.now), pause.longestDays);
  const { reviewOn, reason: because } = how;
  await moveClock(context, tx, asked, { type: 'move-clock-review', stage: clock.stage, reviewOn, because }, actor);
  await movePauseReview(tx, context.tenant, row.instance, row.id, clock.stage, reviewOn);
  await tellHolder(context, tx, row, 'review-moved', `${reviewOn} · ${because}`);
}
