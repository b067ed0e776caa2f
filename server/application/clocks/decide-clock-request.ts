import { localDate } from '../../kernel/local-time.ts';
import {
  closeClockRequest,
  readClockRequest,
  type ClockRequestRow,
  type RequestOutcome,
} from '../../database/clock-requests.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Context } from '../context.ts';
import type { Actor } from '../policy/actor.ts';
import { holds, mayDecideClock } from '../policy/policy.ts';
import { Refusal } from '../refusal.ts';
import { findUserTask } from '../user-tasks/complete-user-task.ts';
import { moveAsked } from './ask-of-clock.ts';
import { checkReview } from './ask-pause.ts';
import { clockTerms, ofStage } from './clock-terms.ts';
import { moveClock } from './move-clock.ts';
import { tellOfClock } from './tell-of-clock.ts';

/**
 * Grants what somebody asked of a clock; the clock changes in the same commit, and whoever asked is told.
 *
 * @param amount of an extension, in the unit that was asked for: less than was asked for; absent: all of it
 * @throws Refusal `clock-request-unknown`, `own-question`, `clock-request-decided`, `user-task-stale`,
 *   `clock-moved-meanwhile` when it was extended since, `extension-more-than-asked`, `review-date-past`
 */
export async function grantClockRequest(
  context: Context,
  tx: Transaction,
  actor: Actor,
  id: string,
  amount?: number,
): Promise<void> {
  const { request, row, instance } = await decidable(context, tx, actor, id);
  if (!instance) throw new Refusal('user-task-stale');
  const release = await context.releases.byHash(tx, instance.manifestHash);
  const terms = ofStage(await clockTerms(context, tx, release, row), request.stage);
  if (request.kind === 'extension' && terms?.extension?.nth !== request.nth) throw new Refusal('clock-moved-meanwhile');
  if (request.reviewOn !== null) checkReview(request.reviewOn, localDate(tx.now), null);
  const granted = grantedOf(request, amount);
  await close(context, tx, request, { state: 'granted', grantedAmount: granted.amount }, actor);
  await moveClock(context, tx, { row, instance }, moveAsked(granted), actor);
  await tellOfClock(context, tx, row, { person: request.askedBy }, `${request.kind}-granted`, request.reason);
}

/**
 * Refuses it; whoever asked is told why.
 *
 * @throws Refusal as for granting
 */
export async function refuseClockRequest(
  context: Context,
  tx: Transaction,
  actor: Actor,
  id: string,
  reason: string,
): Promise<void> {
  const { request, row } = await decidable(context, tx, actor, id);
  await close(context, tx, request, { state: 'refused', answer: reason }, actor);
  await tellOfClock(context, tx, row, { person: request.askedBy }, `${request.kind}-refused`, reason);
}

/**
 * Takes back what one has asked for oneself.
 *
 * @throws Refusal `clock-request-unknown`, `clock-request-decided`
 */
export async function withdrawClockRequest(context: Context, tx: Transaction, actor: Actor, id: string): Promise<void> {
  const request = await readClockRequest(tx, context.tenant, id);
  if (request?.askedBy !== actor.person) throw new Refusal('clock-request-unknown');
  await close(context, tx, request, { state: 'withdrawn' }, actor);
}

async function decidable(context: Context, tx: Transaction, actor: Actor, id: string) {
  const request = await readClockRequest(tx, context.tenant, id);
  if (!request || !holds(actor, request)) throw new Refusal('clock-request-unknown');
  if (request.state !== 'open') throw new Refusal('clock-request-decided');
  if (!mayDecideClock(actor, request, request.askedBy)) throw new Refusal('own-question');
  const { instance, row } = await findUserTask(context, tx, { instance: request.instance, id: request.userTask });
  if (!row) throw new Refusal('clock-request-unknown');
  if (row.state !== 'open') throw new Refusal('user-task-stale');
  return { request, row, instance };
}

async function close(
  context: Context,
  tx: Transaction,
  { id }: ClockRequestRow,
  outcome: RequestOutcome,
  actor: Actor,
): Promise<void> {
  const first = await closeClockRequest(tx, context.tenant, id, outcome, actor.person);
  if (!first) throw new Refusal('clock-request-decided');
}

/** What is granted of a request: as much as was asked for, or less. */
function grantedOf(request: ClockRequestRow, amount: number | undefined): ClockRequestRow {
  if (amount === undefined || amount === request.amount) return request;
  if (request.amount === null || amount > request.amount)
    throw new Refusal('extension-more-than-asked', { asked: request.amount ?? 0 });
  return { ...request, amount };
}
