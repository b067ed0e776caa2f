import { readBulkRepair, stopBulkRepair } from '../../database/bulk-repairs.ts';
import type { Transaction } from '../../database/transaction.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Context } from '../context.ts';
import { Refusal } from '../refusal.ts';
import { mayDo, type Operator } from './operator.ts';

/**
 * Stops a repair of many: what was done stays done, what waits is not done, and an item that is under way either ends with
 * its result or leaves nothing.
 *
 * @throws Refusal `bulk-unknown`, `not-permitted`, `bulk-ended`
 */
export async function stopBulk(context: Context, tx: Transaction, operator: Operator, id: string): Promise<void> {
  const bulk = await readBulkRepair(tx, context.tenant, id);
  if (!bulk || !operator.mayView(bulk.area)) throw new Refusal('bulk-unknown');
  if (!mayDo(operator, bulk.repair, bulk.area)) throw new Refusal('not-permitted', { permission: 'operations.repair' });
  if (!(await stopBulkRepair(tx, context.tenant, id, operator.person))) throw new Refusal('bulk-ended');
  const subject = { kind: 'bulk-repair', id };
  await recordAudit(tx, context.tenant, { action: 'bulk-repair-stopped', person: operator.person, subject });
}
