import type { Instant, JsonObject } from '../kernel/json.ts';
import type { SubjectKind } from './process-instances.ts';
import type { Transaction } from './transaction.ts';

/** Something that is to leave the house through a plugin. */
export interface NewDelivery {
  readonly id: string;
  readonly plugin: string;
  readonly channel: string;
  readonly area: string;
  /** What it came from: a second one with the same cause is the same. */
  readonly cause: string;
  readonly content: JsonObject;
  readonly subjectKind: SubjectKind | null;
  readonly subjectId: string | null;
  readonly subjectTitle: string;
}

/** Puts deliveries on their way, each once per cause. */
export async function insertDeliveries(
  tx: Transaction,
  tenant: string,
  deliveries: readonly NewDelivery[],
): Promise<void> {
  if (deliveries.length === 0) return;
  await tx.query(
    `insert into plugin_delivery (tenant_id, id, plugin, channel, area, cause, content, subject_kind, subject_id, subject_title, state, run_at, created_at)
     select $1, d.id, d.plugin, d.channel, d.area, d.cause, d.content, d."subjectKind", d."subjectId", d."subjectTitle", 'waiting', $3, $3
     from jsonb_to_recordset($2::jsonb) as d(id uuid, plugin text, channel text, area text, cause text, content jsonb,
       "subjectKind" text, "subjectId" uuid, "subjectTitle" text)
     on conflict (tenant_id, plugin, channel, cause) do nothing`,
    [tenant, JSON.stringify(deliveries), tx.now],
  );
}

/** A delivery a worker leased. */
export interface LeasedDelivery {
  readonly tenant: string;
  readonly id: string;
  readonly plugin: string;
  readonly channel: string;
  readonly area: string;
  readonly content: JsonObject;
  readonly subjectKind: SubjectKind | null;
  readonly subjectId: string | null;
  /** This one included; counted before it is made. */
  readonly attempts: number;
}

/** A delivery that may be leased. */
export interface DueDelivery {
  readonly tenant: string;
  readonly id: string;
}

/**
 * Deliveries that are due and not leased, but not of plugins that are busy; read without a lock, claiming decides who
 * gets them (law 10).
 */
export function dueDeliveries(
  tx: Transaction,
  most: number,
  busy: readonly string[] = [],
): Promise<readonly (DueDelivery & { readonly plugin: string })[]> {
  return tx.query(
    `select tenant_id as tenant, id, plugin from plugin_delivery
     where state = 'waiting' and run_at <= $1 and (leased_until is null or leased_until < $1) and plugin <> all($3::text[])
     order by run_at limit $2`,
    [tx.now, most, busy],
  );
}

/** Leases a due delivery; null when somebody else was faster. */
export async function leaseDelivery(
  tx: Transaction,
  due: DueDelivery,
  lease: string,
  until: Instant,
): Promise<LeasedDelivery | null> {
  const [row] = await tx.query<LeasedDelivery>(
    `update plugin_delivery set lease = $3, leased_until = $5, attempts = attempts + 1
     where tenant_id = $1 and id = $2 and state = 'waiting' and run_at <= $4 and (leased_until is null or leased_until < $4)
     returning tenant_id as tenant, id, plugin, channel, area, content, subject_kind as "subjectKind", subject_id as "subjectId", attempts`,
    [due.tenant, due.id, lease, tx.now, until],
  );
  return row ?? null;
}

/** How an attempt ended: for good, or to be made again at `runAt`. */
export interface AttemptResult {
  readonly state: 'waiting' | 'sent' | 'failed';
  readonly runAt: Instant;
  readonly zh: string;
  readonly en: string;
}

/** Writes down how an attempt ended, unless the lease was lost meanwhile. */
export async function settleDelivery(
  tx: Transaction,
  { tenant, id }: DueDelivery,
  lease: string,
  { state, runAt, zh, en }: AttemptResult,
): Promise<void> {
  await tx.query(
    `update plugin_delivery set state = $4, run_at = $5, result_zh = $6, result_en = $7, lease = null, leased_until = null,
       ended_at = case when $4 = 'waiting' then null else $8::timestamptz end
     where tenant_id = $1 and id = $2 and lease = $3`,
    [tenant, id, lease, state, runAt, zh, en, tx.now],
  );
}

/** A delivery as a list shows it. */
export interface DeliveryRow {
  readonly id: string;
  readonly channel: string;
  readonly area: string;
  readonly kind: 'notice' | 'job' | 'test';
  readonly title: string;
  readonly state: 'waiting' | 'sent' | 'failed';
  readonly attempts: number;
  readonly runAt: Instant;
  readonly zh: string | null;
  readonly en: string | null;
  readonly createdAt: Instant;
  readonly endedAt: Instant | null;
}

/** A plugin's latest deliveries in an area and below it, newest first, with how many there are. */
export async function listDeliveries(
  tx: Transaction,
  tenant: string,
  plugin: string,
  area: string,
  most: number,
): Promise<{ readonly total: number; readonly deliveries: readonly DeliveryRow[] }> {
  const where = `d.tenant_id = $1 and d.plugin = $2
    and exists (select from area_ancestor n where n.tenant_id = $1 and n.area = d.area and n.ancestor = $3)`;
  const [counted, deliveries] = await Promise.all([
    tx.query<{ total: number }>(`select count(*)::int as total from plugin_delivery d where ${where}`, [
      tenant,
      plugin,
      area,
    ]),
    tx.query<DeliveryRow>(
      `select d.id, d.channel, d.area, d.content ->> 'kind' as kind, d.subject_title as title, d.state, d.attempts, d.run_at as "runAt",
         d.result_zh as zh, d.result_en as en, d.created_at as "createdAt", d.ended_at as "endedAt"
       from plugin_delivery d where ${where} order by d.created_at desc, d.id desc limit $4`,
      [tenant, plugin, area, most],
    ),
  ]);
  return { total: counted[0]?.total ?? 0, deliveries };
}

/** Where a delivery belongs; null when there is none. */
export async function deliveryArea(
  tx: Transaction,
  tenant: string,
  plugin: string,
  id: string,
): Promise<string | null> {
  const [row] = await tx.query<{ area: string }>(
    'select area from plugin_delivery where tenant_id = $1 and plugin = $2 and id = $3',
    [tenant, plugin, id],
  );
  return row?.area ?? null;
}

/** Puts a delivery that has ended on its way again, under its own id. False: it is under way already. */
export async function sendAgain(tx: Transaction, tenant: string, id: string): Promise<boolean> {
  const rows = await tx.query(
    `update plugin_delivery set state = 'waiting', attempts = 0, run_at = $3, ended_at = null
     where tenant_id = $1 and id = $2 and state <> 'waiting' returning id`,
    [tenant, id, tx.now],
  );
  return rows.length > 0;
}

/** Forgets deliveries that ended before an instant. */
export async function forgetDeliveries(tx: Transaction, tenant: string, before: Instant): Promise<void> {
  await tx.query(`delete from plugin_delivery where tenant_id = $1 and state <> 'waiting' and ended_at < $2`, [
    tenant,
    before,
  ]);
}
