import {
  bulkItems,
  latestBulkRepairs,
  readBulkRepair,
  type BulkCounts,
  type BulkRepair,
} from '../../database/bulk-repairs.ts';
import { readPersonNames } from '../../database/person-names.ts';
import type { Transaction } from '../../database/transaction.ts';
import { textIn } from '../../kernel/json.ts';
import type { Context } from '../context.ts';
import { Refusal } from '../refusal.ts';
import { mayDo, type Operator } from './operator.ts';

const shown = 50;

/** The latest repairs of many instances within the operator's areas, with how far each has come. */
export async function listBulkRepairs(context: Context, tx: Transaction, operator: Operator) {
  const all = await latestBulkRepairs(tx, context.tenant, 4 * shown);
  const seen = all.filter(({ area }) => operator.mayView(area)).slice(0, shown);
  const names = await namesOf(context, tx, seen);
  return { asOf: tx.now, repairs: seen.map((bulk) => view(bulk, names)) };
}

/**
 * One repair of many with what came of each item: what was not done first.
 *
 * @throws Refusal `bulk-unknown`
 */
export async function readBulk(
  context: Context,
  tx: Transaction,
  operator: Operator,
  id: string,
  page: { readonly offset?: number | undefined; readonly limit?: number | undefined },
) {
  const bulk = await readBulkRepair(tx, context.tenant, id);
  if (!bulk || !operator.mayView(bulk.area)) throw new Refusal('bulk-unknown');
  const names = await namesOf(context, tx, [bulk]);
  const items = await bulkItems(tx, context.tenant, id, page.offset ?? 0, page.limit ?? 100);
  return {
    asOf: tx.now,
    ...view(bulk, names),
    items,
    may: { stop: bulk.state === 'running' && mayDo(operator, bulk.repair, bulk.area) },
  };
}

function namesOf(context: Context, tx: Transaction, bulks: readonly BulkRepair[]) {
  const people = bulks.flatMap(({ createdBy, stoppedBy }) => [createdBy, stoppedBy].filter((id) => id !== null));
  return readPersonNames(tx, context.tenant, [...new Set(people)]);
}

function view(bulk: BulkRepair & BulkCounts, names: ReadonlyMap<string, string>) {
  const { id, repair, reason, state, total, createdAt, endedAt, createdBy, stoppedBy } = bulk;
  const { waiting, done, refused, failed, stopped } = bulk;
  const person = (who: string | null) => (who === null ? null : { id: who, name: names.get(who) ?? '' });
  return {
    id,
    do: textIn(repair['do']),
    reason,
    state,
    total,
    counts: { waiting, done, refused, failed, stopped },
    createdAt,
    endedAt,
    by: person(createdBy),
    stoppedBy: person(stoppedBy),
  };
}
