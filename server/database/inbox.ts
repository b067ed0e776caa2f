import type { Instant, JsonObject } from '../kernel/json.ts';
import type { Transaction } from './transaction.ts';

/** An instance with commands waiting for it. */
export interface Addressed {
  readonly tenant: string;
  readonly instance: string;
}

/** A command in the inbox. */
export interface Letter {
  readonly id: string;
  readonly command: JsonObject;
  readonly attempts: number;
  readonly runAt: Instant;
  /** The instance that sent it; null: none did. */
  readonly sender: string | null;
  /** What it came of, for the log. */
  readonly cause: string | null;
}

/** Element of the incident of an instance whose commands could not be delivered; no element instance has a negative id. */
export const inboxIncident = -1;

/** So many letters are looked at to find out who has some: a broadcast may have left a hundred thousand. */
const lookedAt = 1000;

/** Instances with commands waiting, longest waiting first, read without a lock; those that are parked are left out. */
export function waitingInboxes(tx: Transaction, now: Instant, most: number): Promise<readonly Addressed[]> {
  return tx.query<Addressed>(
    `select tenant_id as tenant, instance_id as instance
     from (select tenant_id, instance_id, created_at from inbox where run_at <= $1 order by run_at limit ${lookedAt}) as due
     where not exists (select from incident i where i.tenant_id = due.tenant_id and i.instance_id = due.instance_id and i.element = ${inboxIncident})
     group by tenant_id, instance_id order by min(created_at) limit $2`,
    [now, most],
  );
}

/**
 * Locks the instance commands are waiting for, so that of several workers one delivers and order is kept.
 *
 * @returns false when there is no such instance yet
 */
export async function lockAddressed(tx: Transaction, { tenant, instance }: Addressed): Promise<boolean> {
  const rows = await tx.query('select from process_instance where tenant_id = $1 and id = $2 for update', [
    tenant,
    instance,
  ]);
  return rows.length > 0;
}

/**
 * The commands waiting for an instance, in the order in which each sender sent them; what goes on with a step that was
 * cut comes first, because nothing else gets in before it.
 */
export function waitingLetters(
  tx: Transaction,
  { tenant, instance }: Addressed,
  most: number,
): Promise<readonly Letter[]> {
  return tx.query<Letter>(
    `select id, command, attempts, run_at as "runAt", sender, cause from inbox where tenant_id = $1 and instance_id = $2
     order by (command ->> 'type' = 'continue') desc, created_at, seq, id limit $3`,
    [tenant, instance, most],
  );
}

/** Locks the command that creates an instance; false when another worker has it. */
export async function claimLetter(tx: Transaction, { tenant, instance }: Addressed, id: string): Promise<boolean> {
  const rows = await tx.query(
    'select from inbox where tenant_id = $1 and instance_id = $2 and id = $3 for update skip locked',
    [tenant, instance, id],
  );
  return rows.length > 0;
}

/** Locks commands that begin iterations of one sender, many at a time; those that another worker has are left to it. */
export function claimNewIterations(
  tx: Transaction,
  tenant: string,
  sender: string,
  most: number,
): Promise<readonly (Letter & { readonly instance: string })[]> {
  return tx.query(
    `select instance_id as instance, id, command, attempts, run_at as "runAt", sender, cause from inbox
     where tenant_id = $1 and sender = $2 and (command -> 'iteration') is not null limit $3 for update skip locked`,
    [tenant, sender, most],
  );
}

/** Removes the commands that have begun iterations. */
export async function dropNewIterations(
  tx: Transaction,
  tenant: string,
  letters: readonly { readonly instance: string; readonly id: string }[],
): Promise<void> {
  const [instances, ids] = [letters.map(({ instance }) => instance), letters.map(({ id }) => id)];
  await tx.query(
    'delete from inbox where tenant_id = $1 and (instance_id, id) in (select * from unnest($2::uuid[], $3::uuid[]))',
    [tenant, instances, ids],
  );
}

/** Removes delivered commands. */
export async function dropLetters(
  tx: Transaction,
  { tenant, instance }: Addressed,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  await tx.query('delete from inbox where tenant_id = $1 and instance_id = $2 and id = any($3)', [
    tenant,
    instance,
    ids,
  ]);
}

/** Nothing gets in now: all that waits for an instance waits until then. */
export async function postponeLetters(tx: Transaction, { tenant, instance }: Addressed, until: Instant): Promise<void> {
  await tx.query('update inbox set run_at = greatest(run_at, $3) where tenant_id = $1 and instance_id = $2', [
    tenant,
    instance,
    until,
  ]);
}

/**
 * Notes that delivering the oldest command failed as a bug; it waits longer each time.
 *
 * @returns how often it has failed
 */
export async function noteFailure(
  tx: Transaction,
  { tenant, instance }: Addressed,
  id: string,
  error: string,
): Promise<number> {
  const [row] = await tx.query<{ attempts: number }>(
    `update inbox set attempts = attempts + 1, last_error = $5, run_at = $4::timestamptz + least(power(2, attempts), 3600) * interval '1 second'
     where tenant_id = $1 and instance_id = $2 and id = $3 returning attempts`,
    [tenant, instance, id, tx.now, error.slice(0, 500)],
  );
  return row?.attempts ?? 0;
}

/** What the oldest command for an instance failed by; null when it did not. */
export async function lastLetterError(tx: Transaction, { tenant, instance }: Addressed): Promise<string | null> {
  const [row] = await tx.query<{ error: string | null }>(
    'select last_error as error from inbox where tenant_id = $1 and instance_id = $2 and last_error is not null order by id limit 1',
    [tenant, instance],
  );
  return row?.error ?? null;
}

/** Lets what waits for an instance be delivered again from the first attempt. */
export async function retryLetters(tx: Transaction, { tenant, instance }: Addressed): Promise<void> {
  await tx.query('update inbox set attempts = 0, run_at = $3 where tenant_id = $1 and instance_id = $2', [
    tenant,
    instance,
    tx.now,
  ]);
}

/** Puts a command into the inbox of an instance. `id` is a UUIDv7, which keeps the order. */
export async function postLetter(
  tx: Transaction,
  tenant: string,
  instance: string,
  id: string,
  command: object,
  cause: string | null,
): Promise<void> {
  await tx.query(
    'insert into inbox (tenant_id, instance_id, id, command, created_at, run_at, attempts, cause) values ($1, $2, $3, $4::jsonb, $5, $5, 0, $6)',
    [tenant, instance, id, JSON.stringify(command), tx.now, cause],
  );
}

/** Records a command that came too late. */
export async function recordUndelivered(
  tx: Transaction,
  { tenant, instance }: Addressed,
  late: { readonly id: string; readonly command: string; readonly code: string },
): Promise<void> {
  await tx.query(
    'insert into undelivered (tenant_id, id, instance_id, command, code, at) values ($1, $2, $3, $4, $5, $6) on conflict do nothing',
    [tenant, late.id, instance, late.command, late.code, tx.now],
  );
}
