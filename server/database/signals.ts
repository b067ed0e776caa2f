import type { Instant, JsonObject } from '../kernel/json.ts';
import type { Transaction } from './transaction.ts';

/** A signal on its way, and how far it has come. */
export interface SignalRow {
  readonly id: string;
  readonly name: string;
  readonly variables: JsonObject;
  /** Where it begins something; from outside also within which it is heard. */
  readonly area: string | null;
  readonly sender: string | null;
  readonly at: Instant;
  readonly afterInstance: string | null;
  readonly afterElement: number | null;
  readonly afterKey: string | null;
  readonly attempts: number;
}

/** Somebody who waited for a signal when it was thrown. */
export interface SignalListener {
  readonly instance: string;
  readonly element: number;
  readonly scope: number;
  readonly key: string;
  readonly generation: number;
}

/** Stores a signal that comes from outside. */
export async function insertSignal(
  tx: Transaction,
  tenant: string,
  signal: Pick<SignalRow, 'id' | 'name' | 'variables' | 'area'>,
): Promise<void> {
  await tx.query(
    'insert into signal (tenant_id, id, name, variables, area, at, run_at) values ($1, $2, $3, $4::jsonb, $5, $6, $6)',
    [tenant, signal.id, signal.name, JSON.stringify(signal.variables), signal.area, tx.now],
  );
}

/** Signals on their way, oldest first, read without a lock. */
export function dueSignals(
  tx: Transaction,
  most: number,
): Promise<readonly { readonly tenant: string; readonly id: string }[]> {
  return tx.query('select tenant_id as tenant, id from signal where run_at <= $1 order by run_at, id limit $2', [
    tx.now,
    most,
  ]);
}

/** Locks a signal to carry it on; null when somebody else has done it. */
export async function lockSignal(tx: Transaction, tenant: string, id: string): Promise<SignalRow | null> {
  const [row] = await tx.query<SignalRow>(
    `select id, name, variables, area, sender, at, after_instance as "afterInstance", after_element as "afterElement",
       after_key as "afterKey", attempts from signal where tenant_id = $1 and id = $2 for update skip locked`,
    [tenant, id],
  );
  return row ?? null;
}

const heardBy = `from subscription s join process_instance i on i.tenant_id = s.tenant_id and i.id = s.instance_id
  where s.tenant_id = $1 and s.kind = 'signal' and s.name = $2 and s.opened_at <= $3
    and ($4::uuid is null or s.instance_id <> $4)
    and ($5::text is null or exists (select from area_ancestor n where n.tenant_id = $1 and n.area = i.area and n.ancestor = $5))`;

function heardParams(tenant: string, { name, at, sender, area }: Omit<SignalRow, 'id'>): readonly unknown[] {
  return [tenant, name, at, sender, sender === null ? area : null];
}

/** The next of those who waited when the signal was thrown: it has no memory. Within its sender it has arrived already. */
export function nextListeners(
  tx: Transaction,
  tenant: string,
  signal: SignalRow,
  most: number,
): Promise<readonly SignalListener[]> {
  const { afterInstance, afterElement, afterKey } = signal;
  return tx.query<SignalListener>(
    `select s.instance_id as instance, s.element, s.scope, s.key, s.generation ${heardBy}
       and ($6::uuid is null or (s.instance_id, s.element, s.key) > ($6::uuid, $7::int, $8::text))
     order by s.instance_id, s.element, s.key limit $9`,
    [...heardParams(tenant, signal), afterInstance, afterElement, afterKey, most],
  );
}

/** How many wait for a signal now. */
export async function countListeners(
  tx: Transaction,
  tenant: string,
  signal: Pick<SignalRow, 'name' | 'area'>,
): Promise<number> {
  const [row] = await tx.query<{ count: number }>(`select count(*)::int as count ${heardBy}`, [
    tenant,
    signal.name,
    tx.now,
    null,
    signal.area,
  ]);
  return row?.count ?? 0;
}

/** Puts a command into many inboxes at once. */
export async function postLetters(
  tx: Transaction,
  tenant: string,
  sender: string | null,
  letters: readonly { readonly instance: string; readonly id: string; readonly command: object }[],
): Promise<void> {
  await tx.query(
    `insert into inbox (tenant_id, instance_id, id, command, created_at, run_at, attempts, sender)
     select $1, l.instance, l.id, l.command, $3, $3, 0, $4 from jsonb_to_recordset($2::jsonb) as l(instance uuid, id uuid, command jsonb)`,
    [tenant, JSON.stringify(letters), tx.now, sender],
  );
}

/** Notes up to whom a signal has come. */
export async function advanceSignal(
  tx: Transaction,
  tenant: string,
  id: string,
  { instance, element, key }: SignalListener,
): Promise<void> {
  await tx.query(
    'update signal set after_instance = $3, after_element = $4, after_key = $5 where tenant_id = $1 and id = $2',
    [tenant, id, instance, element, key],
  );
}

/** Removes a signal that everybody has. */
export async function dropSignal(tx: Transaction, tenant: string, id: string): Promise<void> {
  await tx.query('delete from signal where tenant_id = $1 and id = $2', [tenant, id]);
}

/** A signal that failed as a bug waits longer each time. */
export async function postponeSignal(tx: Transaction, tenant: string, id: string, error: string): Promise<void> {
  await tx.query(
    `update signal set attempts = attempts + 1, last_error = $4, run_at = $3::timestamptz + least(power(2, attempts), 3600) * interval '1 second'
     where tenant_id = $1 and id = $2`,
    [tenant, id, tx.now, error.slice(0, 500)],
  );
}
