import type { ProcessInstance } from '../../kernel/bpmn/process-instance.ts';
import { holdWork, releaseWork } from '../../database/held-work.ts';
import { incidentsOf, readInstanceDetails, type OpenIncident } from '../../database/instance-details.ts';
import { lockInstance } from '../../database/process-instances.ts';
import type { Transaction } from '../../database/transaction.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Context } from '../context.ts';
import { isParked, retryParked } from '../incidents/park-instance.ts';
import { advanceInstance } from '../process-instances/advance-instance.ts';
import { Refusal } from '../refusal.ts';
import { rebaseInstance } from '../calendars/rebase-instance.ts';
import { migrateInstance } from './migrate-instance.ts';
import { operatedInstance } from './operated-instance.ts';
import { mayDo, type Operator } from './operator.ts';
import { armedTimers } from './armed-timers.ts';
import { repairCommands, type PlainRepair } from './repair-commands.ts';
import type { Rebase, Repair } from './repair.ts';

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
  repair: Repair | Rebase,
  reason: string,
): Promise<void> {
  await lockForRepair(context, tx, operator, instance, repair);
  if (repair.do === 'rebase') {
    const operated = await operatedInstance(context, tx, operator, instance);
    await rebaseInstance(context, tx, operator, operated, repair, reason);
  } else if (repair.do === 'migrate') {
    const operated = await operatedInstance(context, tx, operator, instance);
    await migrateInstance(context, tx, operator, operated, repair, reason);
  } else await repairPlainly(context, tx, operator, instance, repair, reason);
  await recordAudit(tx, context.tenant, {
    action: `instance-${repair.do}`,
    person: operator.person,
    subject: { kind: 'instance', id: instance },
    reason,
  });
}

/** The instance first, as every command does; then whether it is this operator's. */
async function lockForRepair(
  context: Context,
  tx: Transaction,
  operator: Operator,
  instance: string,
  repair: Repair | Rebase,
): Promise<void> {
  const locked = await lockInstance(tx, context.tenant, instance);
  const details = locked && (await readInstanceDetails(tx, context.tenant, instance));
  if (!details || !operator.mayView(details.area)) throw new Refusal('instance-unknown');
  if (!mayDo(operator, repair, details.area))
    throw new Refusal('not-permitted', { permission: repair.do === 'rebase' ? 'administration' : 'operations.repair' });
}

async function repairPlainly(
  context: Context,
  tx: Transaction,
  operator: Operator,
  id: string,
  repair: PlainRepair,
  reason: string,
): Promise<void> {
  const all = await incidentsOf(tx, context.tenant, id);
  const stuck = all.filter(({ element }) => !isParked(element));
  if (await resolveParked(context, tx, id, repair, all)) return;
  for (const command of repairCommands(repair, stuck, operator, reason)) {
    const advanced = await advanceInstance(context, tx, id, command);
    if (advanced.kind === 'refused') throw new Refusal(advanced.code);
  }
  if (repair.do === 'suspend') await holdWork(tx, context.tenant, id);
  if (repair.do === 'resume') await releaseWork(tx, context.tenant, id, await timersNow(context, tx, operator, id));
}

/**
 * What an instance is parked for is at no element, so the engine knows nothing of it: it is tried again here. When it is
 * ended its incident goes too.
 *
 * @returns true when nothing else was meant
 */
async function resolveParked(
  context: Context,
  tx: Transaction,
  id: string,
  repair: PlainRepair,
  stuck: readonly OpenIncident[],
): Promise<boolean> {
  if (repair.do !== 'retry' && repair.do !== 'cancel') return false;
  const asked = repair.do === 'retry' ? repair.incident?.element : undefined;
  const parked = stuck.filter(({ element }) => asked === undefined || element === asked);
  for (const { element } of parked) if (isParked(element)) await retryParked(context, tx, id, element);
  return repair.do === 'retry' && parked.length > 0 && parked.every(({ element }) => isParked(element));
}

async function timersNow(context: Context, tx: Transaction, operator: Operator, id: string) {
  const { instance }: { readonly instance: ProcessInstance } = await operatedInstance(context, tx, operator, id);
  return armedTimers(instance);
}
