import type { ClockStage } from '../../kernel/calendar/time-limit.ts';
import { endPause } from '../../database/clock-requests.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Context } from '../context.ts';
import type { Actor } from '../policy/actor.ts';
import { mayResumeClock } from '../policy/policy.ts';
import { Refusal } from '../refusal.ts';
import type { UserTaskAddress } from '../user-tasks/complete-user-task.ts';
import { askedClock } from './asked-clock.ts';
import { moveClock } from './move-clock.ts';
import { tellHolder, tellOfClock } from './tell-of-clock.ts';

/**
 * 恢复计时: lets a clock go on that stands still; what was left then is left now. For whoever has the work and whoever
 * decides about its pauses; the other side is told.
 *
 * @throws Refusal `user-task-unknown`, `user-task-stale`, `clock-unknown`, `not-paused`, `not-yours-to-decide`
 */
export async function resumeClock(
  context: Context,
  tx: Transaction,
  actor: Actor,
  address: UserTaskAddress,
  stage: ClockStage | undefined,
): Promise<void> {
  const asked = await askedClock(context, tx, actor, address, stage);
  const { row, terms, mine } = asked;
  const { clock, pause } = terms;
  const decides = pause?.decides ?? null;
  if (!clock.paused) throw new Refusal('not-paused');
  if (!mayResumeClock(actor, mine, decides)) throw new Refusal('not-yours-to-decide');
  await moveClock(context, tx, asked, { type: 'resume-clock', stage: clock.stage }, actor);
  await endPause(tx, context.tenant, row.instance, row.id, clock.stage);
  if (!mine) await tellHolder(context, tx, row, 'resumed', '');
  else if (decides) await tellOfClock(context, tx, row, { position: decides }, 'resumed', '');
}
