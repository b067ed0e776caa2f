import type { Scope } from '../kernel/bpmn/process-instance.ts';
import type { Instant, JsonObject } from '../kernel/json.ts';
import { stepStatement } from './step-statement.ts';
import type { Transaction } from './transaction.ts';

/** What an instance is for and which definitions it is pinned to; fixed for its life. */
interface InstancePins {
  readonly process: string;
  readonly manifestHash: string;
  readonly bucket: string;
  readonly subjectKind: SubjectKind | null;
  readonly subjectId: string | null;
  /** Of a companion: the user task it goes with. */
  readonly hostInstance: string | null;
  readonly hostTask: number | null;
  readonly hostScope: number | null;
  /** Of a called process: the call activity that waits for it. */
  readonly caller?: Caller | null;
  /** What the pools of one collaboration share; absent: its own id, until somebody speaks to it along a message flow. */
  readonly conversation?: string | null;
}

/** A call activity that waits, by its instance and element instance. */
interface Caller {
  readonly instance: string;
  readonly element: number;
  readonly scope: number;
}

/** An instance that a step has just begun. */
export interface NewInstance extends InstancePins {
  readonly area: string | null;
}

/** An instance as the lock found it, with the case it belongs to and the companions that go with it. */
export interface LockedInstance extends NewInstance {
  readonly now: Instant;
  readonly startedAt: Instant;
  readonly status: 'running' | 'completed' | 'cancelled';
  readonly state: JsonObject;
  readonly historySeq: number;
  readonly companions: readonly { readonly id: string; readonly task: number }[];
  readonly progress: ProgressColumns | null;
}

export type SubjectKind = 'case' | 'meeting' | 'action-item';

/** The columns of a case that its process moves. */
export interface ProgressColumns {
  readonly status: 'open' | 'closed' | 'cancelled';
  readonly stage: string;
  readonly visited: readonly string[];
  readonly passed: readonly string[];
  readonly everOverdue: boolean;
  readonly onTheSpot: boolean;
  readonly duties: JsonObject;
}

/**
 * Locks an instance for a command: the first statement of every transaction that changes one. One round trip brings the
 * time (when the lock was had, not when the transaction began, so that the history never runs backwards), the state, and what the step's rows need.
 *
 * @returns null when the tenant has no such instance
 */
export async function lockInstance(tx: Transaction, tenant: string, instance: string): Promise<LockedInstance | null> {
  // What is read with the lock would be as it was before the wait: only the locked row itself is read anew. So the lock
  // is a statement of its own, and both are one round trip.
  tx.write(lockSql, [tenant, instance]);
  const [row] = await tx.query<LockRow>(lockedSql, [tenant, instance]);
  return row ? lockedOf(tx, row) : null;
}

/**
 * Locks many instances at once, in the order of their ids, for a worker whose transaction carries a command for each.
 * Those that somebody else holds are skipped.
 */
export async function lockInstances(
  tx: Transaction,
  tenant: string,
  instances: readonly string[],
): Promise<ReadonlyMap<string, LockedInstance>> {
  const held = await tx.query<{ readonly id: string }>(lockManySql, [tenant, instances]);
  const ids = held.map(({ id }) => id);
  // Read when they are held, as with one: what is read together with the lock may be older than the lock.
  const rows = await tx.query<LockRow & { readonly id: string }>(lockedManySql, [tenant, ids]);
  return new Map(rows.map(({ id, ...row }) => [id, lockedOf(tx, row)]));
}

type LockRow = Omit<LockedInstance, 'now'> & { readonly waited: number };

function lockedOf(tx: Transaction, { waited, ...locked }: LockRow): LockedInstance {
  return { ...locked, now: new Date(Date.parse(tx.now) + waited).toISOString() };
}

const lockedColumns = `ceil(extract(epoch from clock_timestamp() - now()) * 1000)::int as waited, i.process, i.manifest_hash as "manifestHash", i.status, i.state, i.bucket, i.history_seq as "historySeq",
    i.subject_kind as "subjectKind", i.subject_id as "subjectId", i.host_instance as "hostInstance", i.host_task as "hostTask",
    i.host_scope as "hostScope", i.area, i.created_at as "startedAt", i.conversation,
    case when i.caller_instance is not null then json_build_object('instance', i.caller_instance, 'element', i.caller_element, 'scope', i.caller_scope) end as caller,
    (select coalesce(json_agg(json_build_object('id', p.id, 'task', p.host_task)), '[]') from process_instance p
      where p.tenant_id = i.tenant_id and p.host_instance = i.id and p.ended_at is null) as companions,
    (select json_build_object('status', c.status, 'stage', c.stage, 'visited', c.visited_stages, 'passed', c.passed_stages,
        'everOverdue', c.ever_overdue, 'onTheSpot', c.on_the_spot, 'duties', c.duties) from case_record c
      where i.subject_kind = 'case' and c.tenant_id = i.tenant_id and c.id = i.subject_id) as progress`;

const lockSql = 'select from process_instance where tenant_id = $1 and id = $2 for update';

const lockedSql = `select ${lockedColumns} from process_instance i where i.tenant_id = $1 and i.id = $2`;

const lockManySql =
  'select id from process_instance where tenant_id = $1 and id = any($2) order by id for update skip locked';

const lockedManySql = `select i.id, ${lockedColumns} from process_instance i where i.tenant_id = $1 and i.id = any($2)`;

/** What a step leaves to be written, besides the rows around it. */
export interface SavedStep {
  readonly state: JsonObject;
  readonly status: string;
  readonly historySeq: number;
  readonly endedAt: Instant | null;
  readonly now: Instant;
  readonly bucket: string;
  /** What happened, up to `historySeq`. */
  readonly events: readonly unknown[];
  /** Net row changes and outgoing commands; see `application/process-instances/row-changes.ts`. */
  readonly rows: object;
  /** New values of the case's row, or null when there is none. */
  readonly progress: object | null;
}

/**
 * Writes everything a step has done in one statement: instance, history, the rows of its effects, outgoing commands and
 * the case's columns. It leaves with the commit: no round trip of its own.
 *
 * @param created the new instance's columns when the step created it, null when it was locked before
 */
export function saveStep(
  tx: Transaction,
  tenant: string,
  instance: string,
  step: SavedStep,
  created: NewInstance | null,
): void {
  const params: unknown[] = [
    tenant,
    instance,
    JSON.stringify(step.state),
    step.status,
    step.historySeq,
    step.endedAt,
    step.now,
    step.bucket,
    step.events.length === 0 ? null : JSON.stringify(step.events),
    JSON.stringify(step.rows),
    step.progress === null ? null : JSON.stringify(step.progress),
  ];
  const sql = stepStatement(step.rows, step.progress, created !== null);
  if (created === null) tx.write(sql, params);
  else {
    tx.write(sql, [
      ...params,
      created.process,
      created.manifestHash,
      created.subjectKind,
      created.subjectId,
      created.hostInstance,
      created.hostTask,
      created.hostScope,
      created.area,
      created.caller?.instance ?? null,
      created.caller?.element ?? null,
      created.caller?.scope ?? null,
      created.conversation ?? null,
    ]);
  }
}

/** Scopes of an instance that a step asked for; one that does not exist is missing from the answer. */
export async function readScopes(
  tx: Transaction,
  tenant: string,
  instance: string,
  scopes: readonly number[],
): Promise<readonly Scope[]> {
  const rows = await tx.query<{ state: Scope }>(
    'select state from process_scope where tenant_id = $1 and instance_id = $2 and scope = any($3)',
    [tenant, instance, scopes],
  );
  return rows.map((row) => row.state);
}

/** All scopes of an instance but its root. */
export async function readEveryScope(tx: Transaction, tenant: string, instance: string): Promise<readonly Scope[]> {
  const rows = await tx.query<{ state: Scope }>(
    'select state from process_scope where tenant_id = $1 and instance_id = $2 order by scope',
    [tenant, instance],
  );
  return rows.map((row) => row.state);
}

/** What reading screens and jobs need of an instance, without a lock. */
export interface InstanceView extends InstancePins {
  readonly id: string;
  readonly status: string;
  readonly state: JsonObject;
  /** Code of the area it is for; of one that is about something, that has the area. */
  readonly area?: string | null;
}

const viewColumns = `id, process, manifest_hash as "manifestHash", status, state, bucket, area, subject_kind as "subjectKind", subject_id as "subjectId",
  host_instance as "hostInstance", host_task as "hostTask", host_scope as "hostScope", conversation`;

/** Which of the given instances there are at all, whoever holds them. */
export async function existingInstances(
  tx: Transaction,
  tenant: string,
  instances: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await tx.query<{ id: string }>('select id from process_instance where tenant_id = $1 and id = any($2)', [
    tenant,
    instances,
  ]);
  return new Set(rows.map(({ id }) => id));
}

/** Reads an instance without locking it. */
export async function readInstance(tx: Transaction, tenant: string, instance: string): Promise<InstanceView | null> {
  const [row] = await tx.query<InstanceView>(
    `select ${viewColumns} from process_instance where tenant_id = $1 and id = $2`,
    [tenant, instance],
  );
  return row ?? null;
}

/** Running instances that are about the same as this one, itself among them, the oldest first. */
export async function runningAbout(
  tx: Transaction,
  tenant: string,
  { id, subjectKind, subjectId }: Pick<InstanceView, 'id' | 'subjectKind' | 'subjectId'>,
): Promise<readonly InstanceView[]> {
  if (subjectKind === null || subjectId === null)
    return tx.query<InstanceView>(
      `select ${viewColumns} from process_instance where tenant_id = $1 and id = $2 and status = 'running'`,
      [tenant, id],
    );
  return tx.query<InstanceView>(
    `select ${viewColumns} from process_instance where tenant_id = $1 and subject_kind = $2 and subject_id = $3 and status = 'running' order by created_at, id limit 100`,
    [tenant, subjectKind, subjectId],
  );
}

/** An event of an instance's history. */
export interface HistoryRow {
  readonly seq: number;
  readonly at: Instant;
  readonly event: JsonObject;
}

/** The whole history of an instance, in order. */
export function readHistory(
  tx: Transaction,
  tenant: string,
  bucket: string,
  instance: string,
): Promise<readonly HistoryRow[]> {
  return tx.query<HistoryRow>(
    'select seq, at, event from history where tenant_id = $1 and bucket = $2 and instance_id = $3 order by seq',
    [tenant, bucket, instance],
  );
}

/** The release an instance is pinned to, by the hash of its manifest; null when there is no such instance. */
export async function pinnedManifest(tx: Transaction, tenant: string, instance: string): Promise<string | null> {
  const [row] = await tx.query<{ hash: string }>(
    'select manifest_hash as hash from process_instance where tenant_id = $1 and id = $2',
    [tenant, instance],
  );
  return row?.hash ?? null;
}
