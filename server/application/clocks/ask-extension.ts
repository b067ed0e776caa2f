import type { ClockStage } from '../../kernel/calendar/time-limit.ts';
import type { PostAt } from '../../kernel/organization/holders.ts';
import { insertClockRequest } from '../../database/clock-requests.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Context } from '../context.ts';
import type { Actor } from '../policy/actor.ts';
import { mayDecideClock } from '../policy/policy.ts';
import { Refusal } from '../refusal.ts';
import type { UserTaskAddress } from '../user-tasks/complete-user-task.ts';
import { uuidv7 } from '../uuid.ts';
import { askedClock, refuseSecondQuestion, type AskedClock } from './asked-clock.ts';
import { moveClock } from './move-clock.ts';
import { tellDecider, tellHolder } from './tell-of-clock.ts';

/** Whether it took effect at once, and who decides or has decided. */
export interface AskedOutcome {
  readonly granted: boolean;
  readonly decides: PostAt;
}

/**
 * 延期: asks for more time for a user task. Whoever has it asks the post that its limit names for this extension; who
 * holds that post may grant it without being asked.
 *
 * @param amount in the unit of the limit's next extension
 * @throws Refusal `user-task-unknown`, `user-task-stale`, `clock-unknown`, `extension-used-up`, `extension-too-long`,
 *   `nobody-decides`, `clock-asked-already`
 */
export async function askExtension(
  context: Context,
  tx: Transaction,
  actor: Actor,
  address: UserTaskAddress,
  {
    stage,
    amount,
    reason,
  }: { readonly stage?: ClockStage | undefined; readonly amount: number; readonly reason: string },
): Promise<AskedOutcome> {
  const asked = await askedClock(context, tx, actor, address, stage);
  const { row, terms, mine } = asked;
  const { decides, nth, unit } = extensionOf(asked, amount);
  const grants = !mine && mayDecideClock(actor, decides, '');
  if (!mine && !grants) throw new Refusal('not-yours-to-decide');
  await refuseSecondQuestion(context, tx, asked, 'extension');
  const written = await insertClockRequest(tx, context.tenant, {
    kind: 'extension',
    nth,
    amount,
    unit,
    id: uuidv7(),
    instance: row.instance,
    userTask: row.id,
    stage: terms.clock.stage,
    reason,
    ...decides,
    askedBy: actor.person,
    state: grants ? 'granted' : 'open',
  });
  if (!written) throw new Refusal('clock-asked-already');
  if (!grants) {
    await tellDecider(context, tx, row, decides, { kind: 'extension', reason });
    return { granted: false, decides };
  }
  const { stage: meant } = terms.clock;
  await moveClock(context, tx, asked, { type: 'extend-clock', stage: meant, amount, unit, reason }, actor);
  await tellHolder(context, tx, row, 'extension-granted', reason);
  return { granted: true, decides };
}

function extensionOf({ terms }: AskedClock, amount: number) {
  const { extension, clock } = terms;
  if (!extension) throw new Refusal('extension-used-up', { extended: clock.extended });
  const { nth, most, decides } = extension;
  if (amount > most.amount) throw new Refusal('extension-too-long', { nth, most: most.amount });
  if (!decides) throw new Refusal('nobody-decides');
  return { nth, unit: most.unit, decides };
}
