import type { ClockStage } from '../../kernel/calendar/time-limit.ts';
import type { Instant } from '../../kernel/json.ts';
import type { PostAt } from '../../kernel/organization/holders.ts';
import { localDate } from '../../kernel/local-time.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Context } from '../context.ts';
import type { Actor } from '../policy/actor.ts';
import { Refusal } from '../refusal.ts';
import type { UserTaskAddress } from '../user-tasks/complete-user-task.ts';
import { askOfClock, type AskedOutcome } from './ask-of-clock.ts';
import { askedClock, type AskedClock } from './asked-clock.ts';

const dayMs = 86_400_000;

/**
 * 挂起: asks that the clock of a user task stand still, until somebody lets it go on. Whoever has it asks the post that
 * its limit names; who holds that post may pause it without being asked. On the review date they are reminded; the clock
 * never goes on by itself.
 *
 * @param reviewOn 复核日, local date: after today, and no later than the limit allows
 * @throws Refusal `user-task-unknown`, `user-task-stale`, `clock-unknown`, `pause-not-allowed`, `paused-already`, `clock-overdue`,
 *   `review-date-wrong`, `nobody-decides`, `not-yours-to-decide`, `clock-asked-already`
 */
export async function askPause(
  context: Context,
  tx: Transaction,
  actor: Actor,
  address: UserTaskAddress,
  {
    stage,
    reason,
    reviewOn,
  }: { readonly stage?: ClockStage | undefined; readonly reason: string; readonly reviewOn: string },
): Promise<AskedOutcome> {
  const asked = await askedClock(context, tx, actor, address, stage);
  const decides = pauseOf(asked, reviewOn, tx.now);
  return askOfClock(context, tx, actor, asked, decides, { kind: 'pause', reviewOn, reason });
}

function pauseOf({ terms }: AskedClock, reviewOn: string, now: Instant): PostAt {
  const { pause, clock } = terms;
  if (!pause) throw new Refusal('pause-not-allowed');
  if (clock.paused) throw new Refusal('paused-already');
  // What is late stays late: a pause must not hide it.
  if (clock.dueAt !== null && clock.dueAt <= now) throw new Refusal('clock-overdue');
  if (!pause.decides) throw new Refusal('nobody-decides');
  checkReview(reviewOn, localDate(now), pause.longestDays);
  return pause.decides;
}

/** @throws Refusal `review-date-wrong` for a date that has come already, or lies further away than the limit allows */
export function checkReview(reviewOn: string, today: string, longestDays: number | null): void {
  const days = (Date.parse(reviewOn) - Date.parse(today)) / dayMs;
  if (days >= 1 && (longestDays === null || days <= longestDays)) return;
  throw new Refusal(longestDays === null ? 'review-date-past' : 'review-date-wrong', { most: longestDays });
}
