import type { JsonObject } from '../../kernel/json.ts';
import { insertBulkRepair } from '../../database/bulk-repairs.ts';
import { searchInstances, type SearchPlace } from '../../database/instance-search.ts';
import type { Transaction } from '../../database/transaction.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Context } from '../context.ts';
import { Refusal } from '../refusal.ts';
import { uuidv7 } from '../uuid.ts';
import { searchFor, type InstanceQuery } from './find-instances.ts';
import type { Operator } from './operator.ts';
import type { Repair } from './repair.ts';

/** So many instances are repaired at once at most; whoever has more does it again. */
const mostAtOnce = 5000;

/** What is repaired: instances that were chosen, or all that a search finds now. */
export interface BulkTarget {
  readonly instances?: readonly string[] | undefined;
  readonly search?: InstanceQuery | undefined;
}

/**
 * Begins a repair of many instances: a row with its items, which a worker does one by one afterwards. Each is checked when
 * its turn comes, as if it were repaired alone.
 *
 * @throws Refusal `not-permitted`, `bulk-empty`, `bulk-too-many`, `area-unknown`
 */
export async function beginBulkRepair(
  context: Context,
  tx: Transaction,
  operator: Operator,
  target: BulkTarget,
  repair: Repair,
  reason: string,
): Promise<{ readonly id: string; readonly total: number }> {
  const areas = operator.repairs;
  if (areas !== null && areas.length === 0) throw new Refusal('not-permitted', { permission: 'operations.repair' });
  const chosen = target.instances ?? (await foundBy(context, tx, operator, target.search ?? {}));
  const instances = [...new Set(chosen)];
  if (instances.length === 0) throw new Refusal('bulk-empty');
  if (instances.length > mostAtOnce) throw new Refusal('bulk-too-many', { most: mostAtOnce });
  const id = uuidv7();
  const bulk = {
    id,
    repair: repair as unknown as JsonObject,
    reason,
    area: areas?.[0] ?? null,
    createdBy: operator.person,
  };
  await insertBulkRepair(tx, context.tenant, bulk, instances);
  const subject = { kind: 'bulk-repair', id };
  await recordAudit(tx, context.tenant, { action: 'bulk-repair-begun', person: operator.person, subject, reason });
  tx.afterCommit(context.wake);
  return { id, total: instances.length };
}

async function foundBy(
  context: Context,
  tx: Transaction,
  operator: Operator,
  query: InstanceQuery,
): Promise<readonly string[]> {
  const search = await searchFor(context, tx, operator, query);
  const ids: string[] = [];
  let after: SearchPlace | null = null;
  do {
    const page = await searchInstances(tx, context.tenant, search, after, 1000);
    ids.push(...page.found.map(({ id }) => id));
    after = page.next;
  } while (after !== null && ids.length <= mostAtOnce);
  return ids;
}
