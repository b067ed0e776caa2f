import type { Instant, JsonObject } from '../kernel/json.ts';
import type { Transaction } from './transaction.ts';

/** A running or ended instance with every row that stands beside it, as the doctor compares them. */
export interface ExaminedInstance {
  readonly id: string;
  readonly process: string;
  readonly manifestHash: string;
  readonly status: string;
  readonly format: number;
  readonly bucket: string;
  readonly state: JsonObject;
  readonly historySeq: number;
  readonly endedAt: Instant | null;
  readonly scopes: readonly JsonObject[];
  readonly timers: readonly {
    readonly element: number;
    readonly key: string;
    readonly generation: number;
    readonly attempts: number;
  }[];
  readonly jobs: readonly {
    readonly element: number;
    readonly job: number;
    readonly attempts: number;
    readonly retries: number;
  }[];
  readonly userTasks: readonly {
    readonly id: number;
    readonly post: string;
    readonly area: string;
    readonly dueAt: string | null;
    readonly light: string | null;
  }[];
  readonly subscriptions: readonly { readonly element: number; readonly key: string; readonly generation: number }[];
  readonly incidents: readonly { readonly element: number; readonly code: string }[];
  readonly history: { readonly count: number; readonly first: number | null; readonly last: number | null };
}

function beside(columns: string, table: string, only = ''): string {
  return `(select coalesce(json_agg(json_build_object(${columns})), '[]') from ${table} r
    where r.tenant_id = i.tenant_id and r.instance_id = i.id${only})`;
}

const pageSql = `
  select i.id, i.process, i.manifest_hash as "manifestHash", i.status, i.format, i.bucket, i.state, i.history_seq as "historySeq", i.ended_at as "endedAt",
    (select coalesce(json_agg(r.state), '[]') from process_scope r where r.tenant_id = i.tenant_id and r.instance_id = i.id) as scopes,
    ${beside(`'element', r.element, 'key', r.key, 'generation', r.generation, 'attempts', r.attempts`, 'timer')} as timers,
    ${beside(`'element', r.element, 'job', r.job, 'attempts', r.attempts, 'retries', r.retries`, 'job')} as jobs,
    ${beside(`'id', r.id, 'post', r.post, 'area', r.area, 'dueAt', r.due_at, 'light', r.light`, 'user_task', ` and r.state = 'open'`)} as "userTasks",
    ${beside(`'element', r.element, 'key', r.key, 'generation', r.generation`, 'subscription')} as subscriptions,
    ${beside(`'element', r.element, 'code', r.code`, 'incident', ' and r.element >= 0')} as incidents,
    (select json_build_object('count', count(*), 'first', min(h.seq), 'last', max(h.seq)) from history h
      where h.tenant_id = i.tenant_id and h.bucket = i.bucket and h.instance_id = i.id) as history
  from process_instance i where i.tenant_id = $1 and i.id > $2 order by i.id limit $3`;

/** The next instances after an id, in order of their ids, with their rows. */
export function examinedPage(
  tx: Transaction,
  tenant: string,
  after: string,
  most: number,
): Promise<readonly ExaminedInstance[]> {
  return tx.query<ExaminedInstance>(pageSql, [tenant, after, most]);
}

/** How many instances there are. */
export async function countInstances(tx: Transaction, tenant: string): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    'select count(*) as count from process_instance where tenant_id = $1',
    [tenant],
  );
  return row?.count ?? 0;
}

/** What one step did, as a row of the history. */
export interface HistoryStep {
  /** Number of its last event. */
  readonly seq: number;
  readonly at: Instant;
  readonly events: readonly JsonObject[];
}

/** Some steps of an instance's history, after the event of a number. */
export function historySteps(
  tx: Transaction,
  tenant: string,
  bucket: string,
  instance: string,
  after: number,
  most: number,
): Promise<readonly HistoryStep[]> {
  return tx.query(
    `select seq, at, events from history_step where tenant_id = $1 and bucket = $2 and instance_id = $3 and seq > $4 order by seq limit $5`,
    [tenant, bucket, instance, after, most],
  );
}

/** Tables whose rows belong to an instance and must not be there without it. */
const belongings = [
  'process_scope',
  'timer',
  'job',
  'user_task',
  'subscription',
  'called_process',
  'assignment_choice',
] as const;

/** A row that points to something its tenant does not have. */
export interface StrayRow {
  readonly table: string;
  readonly what: string;
}

/** Rows of a tenant that point to nothing of that tenant: deleted, or another tenant's. At most so many per table. */
export async function strayRows(tx: Transaction, tenant: string, most: number): Promise<readonly StrayRow[]> {
  const stray: StrayRow[] = [];
  for (const [table, sql] of strayQueries) {
    const rows = await tx.query<{ what: string }>(sql, [tenant, most]);
    stray.push(...rows.map(({ what }) => ({ table, what })));
  }
  return stray;
}

const strayQueries: readonly (readonly [string, string])[] = [
  ...belongings.map((table) => [table, strayOf(table, 'instance_id', 'process_instance')] as const),
  // Whose letters could not be delivered at all is parked under a negative element, before it exists.
  ['instance_mark', strayOf('instance_mark', 'instance_id', 'process_instance', 'id')],
  ['bulk_repair_item', strayOf('bulk_repair_item', 'bulk_id', 'bulk_repair', 'id')],
  ['incident', strayOf('incident', 'instance_id', 'process_instance', 'id', 't.element >= 0')],
  ['process_instance', strayOf('process_instance', 'manifest_hash', 'manifest', 'hash')],
  ['submission', strayOf('submission', 'form_hash', 'definition', 'hash')],
  ['case_record', strayOf('case_record', 'instance_id', 'process_instance')],
];

function strayOf(table: string, column: string, target: string, key = 'id', only = 'true'): string {
  return `select distinct t.${column}::text as what from ${table} t where t.tenant_id = $1 and ${only}
    and not exists (select from ${target} o where o.tenant_id = t.tenant_id and o.${key} = t.${column}) limit $2`;
}
