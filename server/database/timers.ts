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

/** Element of the incident of an instance whose timers fail as a bug; no element instance has a negative id. */
export const timerIncident = -2;

/** When a timer is due that is given up until an operator says so. */
const givenUp = '9999-12-31T00:00:00.000Z';

/** Due timers, earliest first, read without a lock. */
export function dueTimers(tx: Transaction, now: Instant, most: number): Promise<readonly DueTimer[]> {
  return tx.query<DueTimer>(
    `select tenant_id as tenant, instance_id as instance, element, scope, key, generation from timer
     where due_at <= $1 order by due_at, instance_id, element limit $2`,
    [now, most],
  );
}

const named = `jsonb_to_recordset($2::jsonb) as d(instance uuid, element int, key text, generation int)
  where t.tenant_id = $1 and t.instance_id = d.instance and t.element = d.element and t.key = d.key and t.generation = d.generation`;

/** Removes timers their instances do not wait for. */
export async function dropTimers(tx: Transaction, tenant: string, timers: readonly DueTimer[]): Promise<void> {
  if (timers.length > 0) await tx.query(`delete from timer t using ${named}`, [tenant, JSON.stringify(timers)]);
}

/** Looks at timers again later; when they were due is kept by the instance. */
export async function postponeTimers(
  tx: Transaction,
  tenant: string,
  timers: readonly DueTimer[],
  until: Instant,
): Promise<void> {
  if (timers.length > 0)
    await tx.query(`update timer t set due_at = $3 from ${named}`, [tenant, JSON.stringify(timers), until]);
}

/**
 * Notes that a timer failed as a bug: it waits longer each time, and is given up after so many.
 *
 * @returns how often it has failed
 */
export async function noteTimerFailure(tx: Transaction, timer: DueTimer, now: Instant, most: number): Promise<number> {
  const [row] = await tx.query<{ attempts: number }>(
    `update timer set attempts = attempts + 1, due_at = case when attempts + 1 >= $7 then $8::timestamptz
       else $6::timestamptz + least(power(2, attempts), 3600) * interval '1 second' end
     where tenant_id = $1 and instance_id = $2 and element = $3 and key = $4 and generation = $5 returning attempts`,
    [timer.tenant, timer.instance, timer.element, timer.key, timer.generation, now, most, givenUp],
  );
  return row?.attempts ?? 0;
}

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

/** When the next timer is due, or null when none is armed. */
export async function nextTimerAt(tx: Transaction): Promise<Instant | null> {
  const [row] = await tx.query<{ at: Instant | null }>('select min(due_at) as at from timer');
  return row?.at ?? null;
}
