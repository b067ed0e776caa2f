import type { Instant, JsonObject } from '../kernel/json.ts';
import type { Transaction } from './transaction.ts';

/** A repair of many instances. */
export interface BulkRepair {
  readonly id: string;
  readonly repair: JsonObject;
  readonly reason: string;
  readonly area: string | null;
  readonly state: 'running' | 'done' | 'stopped';
  readonly total: number;
  readonly createdAt: Instant;
  /** Person id; null: at the terminal. */
  readonly createdBy: string | null;
  readonly stoppedBy: string | null;
  readonly endedAt: Instant | null;
}

/** How its items stand. */
export interface BulkCounts {
  readonly waiting: number;
  readonly done: number;
  readonly refused: number;
  readonly failed: number;
  readonly stopped: number;
}

/** An item that waits to be worked off. */
export interface WaitingItem {
  readonly tenant: string;
  readonly bulk: string;
  readonly instance: string;
}

/** An item and what came of it. */
export interface BulkItem {
  readonly instance: string;
  readonly state: keyof BulkCounts;
  readonly code: string | null;
  readonly details: JsonObject | null;
  readonly endedAt: Instant | null;
  readonly number: string | null;
  readonly title: string | null;
}

/** Writes a repair with its items; nothing of it is done yet. */
export async function insertBulkRepair(
  tx: Transaction,
  tenant: string,
  bulk: Pick<BulkRepair, 'id' | 'repair' | 'reason' | 'area' | 'createdBy'>,
  instances: readonly string[],
): Promise<void> {
  await tx.query(
    `insert into bulk_repair (tenant_id, id, repair, reason, area, state, total, created_at, created_by)
     values ($1, $2, $3::jsonb, $4, $5, 'running', $6, $7, $8)`,
    [tenant, bulk.id, JSON.stringify(bulk.repair), bulk.reason, bulk.area, instances.length, tx.now, bulk.createdBy],
  );
  await tx.query(
    `insert into bulk_repair_item (tenant_id, bulk_id, instance_id, state) select $1, $2, i.id, 'waiting' from unnest($3::uuid[]) as i(id)`,
    [tenant, bulk.id, instances],
  );
}

const columns = `b.id, b.repair, b.reason, b.area, b.state, b.total, b.created_at as "createdAt", b.created_by as "createdBy",
  b.stopped_by as "stoppedBy", b.ended_at as "endedAt"`;

const countColumns = (['waiting', 'done', 'refused', 'failed', 'stopped'] as const)
  .map((state) => `count(*) filter (where i.state = '${state}')::int as ${state}`)
  .join(', ');

/** A repair with its items counted; null when there is none. */
export async function readBulkRepair(
  tx: Transaction,
  tenant: string,
  id: string,
): Promise<(BulkRepair & BulkCounts) | null> {
  const [row] = await tx.query<BulkRepair & BulkCounts>(
    `select ${columns}, c.* from bulk_repair b cross join lateral (
       select ${countColumns} from bulk_repair_item i where i.tenant_id = $1 and i.bulk_id = b.id) c
     where b.tenant_id = $1 and b.id = $2`,
    [tenant, id],
  );
  return row ?? null;
}

/** The latest repairs, with their items counted. */
export function latestBulkRepairs(
  tx: Transaction,
  tenant: string,
  most: number,
): Promise<readonly (BulkRepair & BulkCounts)[]> {
  return tx.query(
    `select ${columns}, c.* from (select * from bulk_repair where tenant_id = $1 order by created_at desc, id limit $2) b
     cross join lateral (select ${countColumns} from bulk_repair_item i where i.tenant_id = $1 and i.bulk_id = b.id) c
     order by b.created_at desc, b.id`,
    [tenant, most],
  );
}

/** Items with what came of them: those that were not done first, then in the order of their instances. */
export function bulkItems(
  tx: Transaction,
  tenant: string,
  bulk: string,
  offset: number,
  limit: number,
): Promise<readonly BulkItem[]> {
  return tx.query<BulkItem>(
    `select i.instance_id as instance, i.state, i.code, i.details, i.ended_at as "endedAt", k.number,
       coalesce(k.title, (select m.title from meeting m where m.tenant_id = $1 and m.id = p.subject_id),
         (select a.title from action_item a where a.tenant_id = $1 and a.id = p.subject_id)) as title
     from bulk_repair_item i left join process_instance p on p.tenant_id = $1 and p.id = i.instance_id
       left join case_record k on k.tenant_id = $1 and k.id = p.subject_id
     where i.tenant_id = $1 and i.bulk_id = $2
     order by array_position(array['failed', 'refused', 'stopped', 'waiting', 'done'], i.state), i.instance_id offset $3 limit $4`,
    [tenant, bulk, offset, limit],
  );
}

/** Items that wait and nobody is at, the oldest repair's first, read without a lock (law 10). */
export function waitingBulkItems(tx: Transaction, most: number): Promise<readonly WaitingItem[]> {
  return tx.query<WaitingItem>(
    `select tenant_id as tenant, bulk_id as bulk, instance_id as instance from bulk_repair_item
     where state = 'waiting' and (leased_until is null or leased_until < $1) order by bulk_id, instance_id limit $2`,
    [tx.now, most],
  );
}

/**
 * Claims an item by a conditional update; the attempt is counted before it is made.
 *
 * @returns the repair and how often it was attempted, this time included; null when somebody else has it or it was stopped
 */
export async function claimBulkItem(
  tx: Transaction,
  { tenant, bulk, instance }: WaitingItem,
  until: Instant,
): Promise<(Pick<BulkRepair, 'repair' | 'reason' | 'createdBy'> & { readonly attempts: number }) | null> {
  const [row] = await tx.query<Pick<BulkRepair, 'repair' | 'reason' | 'createdBy'> & { attempts: number }>(
    `update bulk_repair_item i set attempts = i.attempts + 1, leased_until = $5 from bulk_repair b
     where i.tenant_id = $1 and i.bulk_id = $2 and i.instance_id = $3 and i.state = 'waiting' and (i.leased_until is null or i.leased_until < $4)
       and b.tenant_id = $1 and b.id = $2
     returning b.repair, b.reason, b.created_by as "createdBy", i.attempts`,
    [tenant, bulk, instance, tx.now, until],
  );
  return row ?? null;
}

/** Notes what came of an item; false when it was stopped meanwhile, and then nothing may have come of it. */
export async function endBulkItem(
  tx: Transaction,
  { tenant, bulk, instance }: WaitingItem,
  end: {
    readonly state: 'done' | 'refused' | 'failed';
    readonly code: string | null;
    readonly details: JsonObject | null;
  },
): Promise<boolean> {
  const rows = await tx.query(
    `update bulk_repair_item set state = $4, code = $5, details = $6::jsonb, ended_at = $7, leased_until = null
     where tenant_id = $1 and bulk_id = $2 and instance_id = $3 and state = 'waiting' returning state`,
    [tenant, bulk, instance, end.state, end.code, end.details && JSON.stringify(end.details), tx.now],
  );
  return rows.length > 0;
}

/** Closes a repair when none of its items waits any more. */
export async function closeBulkRepair(tx: Transaction, tenant: string, bulk: string): Promise<void> {
  await tx.query(
    `update bulk_repair set state = 'done', ended_at = $3 where tenant_id = $1 and id = $2 and state = 'running'
       and not exists (select from bulk_repair_item i where i.tenant_id = $1 and i.bulk_id = $2 and i.state = 'waiting')`,
    [tenant, bulk, tx.now],
  );
}

/** Stops a repair: what waits is not done any more. False when it had ended already. */
export async function stopBulkRepair(
  tx: Transaction,
  tenant: string,
  bulk: string,
  person: string | null,
): Promise<boolean> {
  const rows = await tx.query(
    `update bulk_repair set state = 'stopped', ended_at = $3, stopped_by = $4 where tenant_id = $1 and id = $2 and state = 'running' returning id`,
    [tenant, bulk, tx.now, person],
  );
  if (rows.length === 0) return false;
  await tx.query(
    `update bulk_repair_item set state = 'stopped', ended_at = $3, leased_until = null where tenant_id = $1 and bulk_id = $2 and state = 'waiting'`,
    [tenant, bulk, tx.now],
  );
  return true;
}
