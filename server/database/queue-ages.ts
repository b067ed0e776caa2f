import type { Instant } from '../kernel/json.ts';
import type { Transaction } from './transaction.ts';

/** How much of a queue is due, and since when its oldest piece waits. */
export interface QueueAge {
  readonly queue: string;
  /** Counted up to `mostCounted`: a queue that is far behind must not make looking at it dear. */
  readonly due: number;
  readonly oldest: Instant | null;
}

const mostCounted = 10_000;

const free = '(leased_until is null or leased_until < $2)';
/** By queue: since when a row is due, its table, and which rows count. */
const queues: readonly (readonly [queue: string, since: string, table: string, only: string])[] = [
  ['jobs', 'run_at', 'job', free],
  ['timers', 'due_at', 'timer', 'true'],
  ['starts', 'run_at', 'start_timer', 'run_at is not null'],
  ['inbox', 'run_at', 'inbox', 'true'],
  ['messages', 'run_at', 'message', `state = 'published'`],
  ['signals', 'run_at', 'signal', 'true'],
  ['deliveries', 'run_at', 'plugin_delivery', `state = 'waiting' and ${free}`],
  ['assignment-choices', 'run_at', 'assignment_choice', 'run_at is not null'],
];

const sqlOf = ([queue, since, table, only]: (typeof queues)[number]): string => `
  select '${queue}' as queue, count(*) as due, min(since) as oldest from (
    select ${since} as since from ${table} where tenant_id = $1 and ${since} <= $2 and ${only} order by ${since} limit ${mostCounted}) due`;

/** The queues of a tenant, as of the transaction's time. */
export async function queueAges(tx: Transaction, tenant: string): Promise<readonly QueueAge[]> {
  const rows = await Promise.all(queues.map((queue) => tx.query<QueueAge>(sqlOf(queue), [tenant, tx.now])));
  return rows.flat();
}

/** Incidents that wait for an operator. */
export async function openIncidents(tx: Transaction, tenant: string): Promise<number> {
  const [row] = await tx.query<{ count: number }>('select count(*) as count from incident where tenant_id = $1', [
    tenant,
  ]);
  return row?.count ?? 0;
}
