import type { Instant } from '../kernel/json.ts';
import type { Transaction } from './transaction.ts';

/** A timer that is due; the instance decides whether it still waits for it. */
export interface DueTimer {
  readonly tenant: string;
  readonly instance: string;
  readonly element: number;
  readonly scope: number;
  readonly key: string;
  readonly generation: number;
}

/** Due timers, earliest first, read without a lock. */
export function dueTimers(tx: Transaction, now: Instant, most: number): Promise<readonly DueTimer[]> {
  return tx.query<DueTimer>(
    `select tenant_id as tenant, instance_id as instance, element, scope, key, generation from timer
     where due_at <= $1 order by due_at, instance_id, element limit $2`,
    [now, most],
  );
}

/** Removes a timer its instance does not wait for. */
export async function dropTimer(tx: Transaction, timer: DueTimer): Promise<void> {
  await tx.query(
    'delete from timer where tenant_id = $1 and instance_id = $2 and element = $3 and key = $4 and generation = $5',
    [timer.tenant, timer.instance, timer.element, timer.key, timer.generation],
  );
}

/** A timer whose command failed as a bug waits longer each time, so that it does not block the ones behind it. */
export async function postponeTimer(tx: Transaction, timer: DueTimer, now: Instant): Promise<void> {
  await tx.query(
    `update timer set attempts = attempts + 1, due_at = $6::timestamptz + least(power(2, attempts), 3600) * interval '1 second'
     where tenant_id = $1 and instance_id = $2 and element = $3 and key = $4 and generation = $5`,
    [timer.tenant, timer.instance, timer.element, timer.key, timer.generation, now],
  );
}

/** When the next timer is due, or null when none is armed. */
export async function nextTimerAt(tx: Transaction): Promise<Instant | null> {
  const [row] = await tx.query<{ at: Instant | null }>('select min(due_at) as at from timer');
  return row?.at ?? null;
}

/** Element of the incident of an instance whose timers fail as a bug; no element instance has a negative id. */
export const timerIncident = -2;

/** Lets the timers of an instance that were given up fire again. */
export async function retryTimers(
  tx: Transaction,
  { tenant, instance }: { readonly tenant: string; readonly instance: string },
): Promise<void> {
  await tx.query(
    'update timer set attempts = 0, due_at = $3 where tenant_id = $1 and instance_id = $2 and attempts > 0',
    [tenant, instance, tx.now],
  );
}
