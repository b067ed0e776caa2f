import type { Instant } from '../kernel/json.ts';
import type { Transaction } from './transaction.ts';

/** The time of a process's beginning, by its key. */
export interface StartTimerName {
  /** Area whose process it is. */
  readonly area: string;
  readonly process: string;
  /** The event at which it begins. */
  readonly place: string;
  /** Number of the part, of an event that has several. */
  readonly part: number;
}

/** As it is armed. */
export interface StartTimerRow extends StartTimerName {
  /** What it was armed by. */
  readonly definition: string;
  /** Null: it comes no more. */
  readonly due: Instant | null;
  readonly generation: number;
  readonly cycle: string | null;
}

/** One whose time has come. */
export interface DueStart extends StartTimerRow {
  readonly due: Instant;
}

const columns = 'area, process, place, part, definition, due_at as due, generation, cycle';
const named = 'tenant_id = $1 and area = $2 and process = $3 and place = $4 and part = $5';

function keyOf(tenant: string, { area, process, place, part }: StartTimerName): readonly unknown[] {
  return [tenant, area, process, place, part];
}

/** Everything that is armed, and what comes no more. */
export function armedStarts(tx: Transaction, tenant: string): Promise<readonly StartTimerRow[]> {
  return tx.query<StartTimerRow>(`select ${columns} from start_timer where tenant_id = $1`, [tenant]);
}

/** One as operators see it: with how often it was tried in vain. */
export interface WatchedStart extends StartTimerRow {
  readonly attempts: number;
  /** When it is looked at; later than it is due after it could not begin. Null: never. */
  readonly runAt: Instant | null;
  readonly lastError: string | null;
}

/** Everything that is armed, with how it went so far. */
export function watchedStarts(tx: Transaction, tenant: string): Promise<readonly WatchedStart[]> {
  return tx.query<WatchedStart>(
    `select ${columns}, attempts, run_at as "runAt", last_error as "lastError" from start_timer where tenant_id = $1`,
    [tenant],
  );
}

/** Arms one, in the place of what was armed there before. */
export function armStart(tx: Transaction, tenant: string, timer: StartTimerRow, fault: string | null): void {
  const { definition, due, generation, cycle } = timer;
  tx.write(
    `insert into start_timer (tenant_id, area, process, place, part, definition, due_at, run_at, generation, cycle, last_error)
     values ($1, $2, $3, $4, $5, $6, $7, $7, $8, $9, $10)
     on conflict (tenant_id, area, process, place, part) do update set definition = excluded.definition, due_at = excluded.due_at,
       run_at = excluded.run_at, generation = excluded.generation, cycle = excluded.cycle, attempts = 0, last_error = excluded.last_error`,
    [...keyOf(tenant, timer), definition, due, generation, cycle, fault],
  );
}

/** No release speaks of it any more. */
export function disarmStart(tx: Transaction, tenant: string, timer: StartTimerName): void {
  tx.write(`delete from start_timer where ${named}`, keyOf(tenant, timer));
}

/** Those whose time has come, the oldest first; read without a lock. */
export function dueStarts(tx: Transaction, tenant: string, most: number): Promise<readonly DueStart[]> {
  return tx.query<DueStart>(
    `select ${columns} from start_timer where tenant_id = $1 and run_at <= $2 order by run_at limit ${most}`,
    [tenant, tx.now],
  );
}

/** When the next one is to be looked at, or null when none is armed. */
export async function nextStartAt(tx: Transaction, tenant: string): Promise<Instant | null> {
  const [row] = await tx.query<{ at: Instant | null }>(
    'select min(run_at) as at from start_timer where tenant_id = $1 and run_at is not null',
    [tenant],
  );
  return row?.at ?? null;
}

/**
 * Takes a beat: of several nodes that have read it one has it, and it is armed for the next one.
 *
 * @param next when it comes again; null: never
 * @returns false when somebody else had it, or it was armed anew meanwhile
 */
export async function claimStart(
  tx: Transaction,
  tenant: string,
  timer: DueStart,
  next: Instant | null,
): Promise<boolean> {
  const rows = await tx.query(
    `update start_timer set due_at = $6, run_at = $6, generation = generation + 1, attempts = 0, last_error = null
     where ${named} and due_at = $7 and generation = $8 and definition = $9 returning part`,
    [...keyOf(tenant, timer), next, timer.due, timer.generation, timer.definition],
  );
  return rows.length > 0;
}

/** Notes that a process could not begin: it is tried again, each time later, at most an hour. */
export async function noteStartFailure(tx: Transaction, tenant: string, timer: DueStart, error: string): Promise<void> {
  await tx.query(
    `update start_timer set attempts = attempts + 1, last_error = $6,
       run_at = $7::timestamptz + least(power(2, least(attempts, 12)), 3600) * interval '1 second'
     where ${named} and due_at = $8 and generation = $9`,
    [...keyOf(tenant, timer), error, tx.now, timer.due, timer.generation],
  );
}
