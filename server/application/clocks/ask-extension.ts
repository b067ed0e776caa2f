import type { ClockStage } from '../../kernel/calendar/time-limit.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Context } from '../context.ts';
import type { Actor } from '../policy/actor.ts';
import { Refusal } from '../refusal.ts';
import type { UserTaskAddress } from '../user-tasks/complete-user-task.ts';
import { askOfClock, type AskedOutcome } from './ask-of-clock.ts';
import { askedClock, type AskedClock } from './asked-clock.ts';

/**
 * 延期: asks for more time for a user task. Whoever has it asks the post that its limit names for this extension; who
 * holds that post may grant it without being asked.
 *
 * @param amount in the unit of the limit's next extension
 * @throws Refusal `user-task-unknown`, `user-task-stale`, `clock-unknown`, `extension-used-up`, `extension-too-long`,
 *   `nobody-decides`, `not-yours-to-decide`, `clock-asked-already`
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
  const { decides, nth, unit } = extensionOf(asked, amount);
  return askOfClock(context, tx, actor, asked, decides, { kind: 'extension', nth, amount, unit, reason });
}

function extensionOf({ terms }: AskedClock, amount: number) {
  const { extension, clock } = terms;
  if (!extension) throw new Refusal('extension-used-up', { extended: clock.extended });
  const { nth, most, decides } = extension;
  if (amount > most.amount) throw new Refusal('extension-too-long', { nth, most: most.amount });
  if (!decides) throw new Refusal('nobody-decides');
  return { nth, unit: most.unit, decides };
}
