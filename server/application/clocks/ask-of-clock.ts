import type { PostAt } from '../../kernel/organization/holders.ts';
import {
  clockRequestsOf,
  insertClockRequest,
  type AskedOfClock,
  type ClockRequestRow,
} from '../../database/clock-requests.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Context } from '../context.ts';
import type { Actor } from '../policy/actor.ts';
import { mayDecideClock } from '../policy/policy.ts';
import { Refusal } from '../refusal.ts';
import { uuidv7 } from '../uuid.ts';
import type { AskedClock } from './asked-clock.ts';
import { moveClock, type ClockMove } from './move-clock.ts';
import { tellDecider, tellHolder } from './tell-of-clock.ts';

/** Whether it took effect at once, and who decides or has decided. */
export interface AskedOutcome {
  readonly granted: boolean;
  readonly decides: PostAt;
}

/**
 * Asks something of a clock, once the limit is known to allow it: the request is written down and whoever decides is told.
 * Somebody who decides about it themselves is not asked: it takes effect in the same commit, and whoever has the work is
 * told.
 *
 * @param decides the position that the limit names for it
 * @throws Refusal `not-yours-to-decide` for somebody who neither has the work nor decides, `clock-asked-already` while a
 *   question of this kind waits for an answer
 */
export async function askOfClock(
  context: Context,
  tx: Transaction,
  actor: Actor,
  asked: AskedClock,
  decides: PostAt,
  question: AskedOfClock & { readonly reason: string },
): Promise<AskedOutcome> {
  const { row, mine } = asked;
  const { kind, reason } = question;
  const { stage } = asked.terms.clock;
  const grants = !mine && mayDecideClock(actor, decides, '');
  if (!mine && !grants) throw new Refusal('not-yours-to-decide');
  await refuseSecondQuestion(context, tx, asked, kind);
  const written = await insertClockRequest(tx, context.tenant, {
    ...question,
    id: uuidv7(),
    instance: row.instance,
    userTask: row.id,
    stage,
    ...decides,
    askedBy: actor.person,
    state: grants ? 'granted' : 'open',
  });
  if (!written) throw new Refusal('clock-asked-already');
  if (!grants) {
    await tellDecider(context, tx, row, decides, { kind, reason });
    return { granted: false, decides };
  }
  await moveClock(context, tx, asked, moveAsked({ ...nothingElse, ...question, stage }), actor);
  await tellHolder(context, tx, row, `${kind}-granted`, reason);
  return { granted: true, decides };
}

/** What is asked of one kind says nothing of the other. */
const nothingElse = { amount: null, unit: null, reviewOn: null };

/** How a clock moves when what was asked of it is granted. */
export function moveAsked({
  kind,
  stage,
  amount,
  unit,
  reviewOn,
  reason,
}: Pick<ClockRequestRow, 'kind' | 'stage' | 'amount' | 'unit' | 'reviewOn' | 'reason'>): ClockMove {
  if (kind === 'extension' && amount !== null && unit !== null)
    return { type: 'extend-clock', stage, amount, unit, reason };
  return { type: 'pause-clock', stage, reason, ...(reviewOn === null ? {} : { reviewOn }) };
}

/** That one is to be decided first. */
async function refuseSecondQuestion(
  context: Context,
  tx: Transaction,
  { row, terms }: AskedClock,
  kind: ClockRequestRow['kind'],
): Promise<void> {
  const asked = await clockRequestsOf(tx, context.tenant, row.instance);
  const isSame = asked.some(
    (request) =>
      request.state === 'open' &&
      request.userTask === row.id &&
      request.kind === kind &&
      request.stage === terms.clock.stage,
  );
  if (isSame) throw new Refusal('clock-asked-already');
}
