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
  /** What it came of, for the log. */
  readonly correlation: string | null;
}

/** Instances with commands waiting, longest waiting first, read without a lock; those that failed wait longer each time. */
export function waitingInboxes(tx: Transaction, now: Instant, most: number): Promise<readonly Addressed[]> {
  return tx.query<Addressed>(
    `select tenant_id as tenant, instance_id as instance from inbox
     group by tenant_id, instance_id
     having min(created_at + case when attempts = 0 then interval '0' else least(power(2, attempts), 3600) * interval '1 second' end) <= $1
     order by min(created_at) limit $2`,
    [now, most],
  );
}

/** The oldest command waiting for an instance, locked: of several workers one gets it, and order is kept. */
export async function nextLetter(tx: Transaction, { tenant, instance }: Addressed): Promise<Letter | null> {
  const [letter] = await tx.query<Letter>(
    `select id, command, correlation from inbox where tenant_id = $1 and instance_id = $2
       and id = (select min(id::text)::uuid from inbox where tenant_id = $1 and instance_id = $2) for update skip locked`,
    [tenant, instance],
  );
  return letter ?? null;
}

/** Removes a delivered command. */
export async function dropLetter(tx: Transaction, { tenant, instance }: Addressed, id: string): Promise<void> {
  await tx.query('delete from inbox where tenant_id = $1 and instance_id = $2 and id = $3', [tenant, instance, id]);
}

/** Notes that delivering to an instance failed as a bug. */
export async function noteFailure(tx: Transaction, { tenant, instance }: Addressed, error: string): Promise<void> {
  await tx.query(
    'update inbox set attempts = attempts + 1, last_error = $3 where tenant_id = $1 and instance_id = $2',
    [tenant, instance, error.slice(0, 500)],
  );
}

/** Puts a command into the inbox of an instance. `id` is a UUIDv7, which keeps the order. */
export async function postLetter(
  tx: Transaction,
  tenant: string,
  instance: string,
  id: string,
  command: object,
  correlation: string | null,
): Promise<void> {
  await tx.query(
    'insert into inbox (tenant_id, instance_id, id, command, created_at, attempts, correlation) values ($1, $2, $3, $4::jsonb, $5, 0, $6)',
    [tenant, instance, id, JSON.stringify(command), tx.now, correlation],
  );
}
