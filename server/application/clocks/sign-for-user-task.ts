import type { ClockStage } from '../../kernel/calendar/time-limit.ts';
import { clocksOfRow } from '../../database/stored-clock.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { UserTaskRow } from '../../database/user-tasks.ts';
import type { Context } from '../context.ts';
import type { Actor } from '../policy/actor.ts';
import { mayDo } from '../policy/policy.ts';
import { Refusal } from '../refusal.ts';
import { askedByName } from '../user-tasks/asked-by-name.ts';
import { findUserTask, type UserTaskAddress } from '../user-tasks/complete-user-task.ts';
import { moveClock, type ClockMove } from './move-clock.ts';

/**
 * 签收: whoever has a user task says that they have received it. Who and when is in the story; the clock for it stops.
 *
 * @throws Refusal `user-task-unknown`, `user-task-stale`, `nothing-to-sign`
 */
export function signForUserTask(
  context: Context,
  tx: Transaction,
  actor: Actor,
  address: UserTaskAddress,
): Promise<void> {
  return stopOwnClock(context, tx, actor, address, 'sign-for', { type: 'sign-for-user-task' });
}

/**
 * 首次响应: whoever has a user task says that the person concerned was answered a first time.
 *
 * @throws Refusal `user-task-unknown`, `user-task-stale`, `nothing-to-sign`
 */
export function recordFirstResponse(
  context: Context,
  tx: Transaction,
  actor: Actor,
  address: UserTaskAddress,
): Promise<void> {
  return stopOwnClock(context, tx, actor, address, 'first-response', { type: 'record-first-response' });
}

async function stopOwnClock(
  context: Context,
  tx: Transaction,
  actor: Actor,
  address: UserTaskAddress,
  stage: ClockStage,
  move: ClockMove,
): Promise<void> {
  const { instance, row } = await findUserTask(context, tx, address);
  if (!row || !instance) throw new Refusal('user-task-unknown');
  const named = await askedByName(context, tx, [row]);
  if (!mayDo(actor, row, named(row))) throw new Refusal('user-task-unknown');
  if (row.state !== 'open') throw new Refusal('user-task-stale');
  if (!waitsFor(row, stage)) throw new Refusal('nothing-to-sign');
  await moveClock(context, tx, { row, instance }, move, actor);
}

/** Whether a clock of this stage runs for a user task, so that there is something to say. */
export function waitsFor(row: UserTaskRow, stage: ClockStage): boolean {
  return clocksOfRow(row).some((clock) => clock.stage === stage);
}
