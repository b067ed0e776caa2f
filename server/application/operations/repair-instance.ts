import type { Command } from '../../kernel/bpmn/commands.ts';
import { incidentsOf, readInstanceDetails } from '../../database/instance-details.ts';
import { lockInstance } from '../../database/process-instances.ts';
import type { Transaction } from '../../database/transaction.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Context } from '../context.ts';
import { advanceInstance } from '../process-instances/advance-instance.ts';
import { Refusal } from '../refusal.ts';
import type { Operator } from './operator.ts';
import type { Repair } from './repair.ts';

/**
 * Repairs one instance, as one transaction: lock it, check that this operator may, give it its commands, note it in the
 * audit. The reason stands in the audit and in the instance's own story.
 *
 * @throws Refusal `instance-unknown` (also for one outside the operator's areas), `not-permitted`, or what the engine
 *   refuses: `no-incident`, `instance-ended`, `cannot-skip` …
 */
export async function repairInstance(
  context: Context,
  tx: Transaction,
  operator: Operator,
  instance: string,
  repair: Repair,
  reason: string,
): Promise<void> {
  await lockForRepair(context, tx, operator, instance);
  const commands = await commandsFor(context, tx, operator, instance, repair, reason);
  for (const command of commands) {
    const advanced = await advanceInstance(context, tx, instance, command);
    if (advanced.kind === 'refused') throw new Refusal(advanced.code);
  }
  await recordAudit(tx, context.tenant, {
    action: `instance-${repair.do}`,
    person: operator.person,
    subject: { kind: 'instance', id: instance },
    reason,
  });
}

/** The instance first, as every command does; then whether it is this operator's. */
async function lockForRepair(context: Context, tx: Transaction, operator: Operator, instance: string): Promise<void> {
  const locked = await lockInstance(tx, context.tenant, instance);
  const details = locked && (await readInstanceDetails(tx, context.tenant, instance));
  if (!details || !operator.mayView(details.area)) throw new Refusal('instance-unknown');
  if (!operator.mayRepair(details.area)) throw new Refusal('not-permitted', { permission: 'operations.repair' });
}

async function commandsFor(
  context: Context,
  tx: Transaction,
  { by }: Operator,
  instance: string,
  repair: Repair,
  because: string,
): Promise<readonly Command[]> {
  switch (repair.do) {
    case 'retry':
    case 'skip': {
      const stuck = await incidentsOf(tx, context.tenant, instance);
      const meant = repair.incident ? [repair.incident] : stuck;
      if (meant.length === 0) throw new Refusal('no-incident');
      const { variables } = repair;
      const set = variables === undefined || Object.keys(variables).length === 0 ? {} : { variables };
      const skip = repair.do === 'skip' ? ({ skip: true } as const) : {};
      return meant.map(({ element, scope }) => ({
        type: 'resolve-incident',
        element,
        scope,
        ...set,
        ...skip,
        because,
        by,
      }));
    }
    case 'cancel':
      return [{ type: 'cancel-instance', because, by }];
    default:
      throw new Refusal('not-built');
  }
}
