import type { Instant } from '../kernel/json.ts';
import type { Transaction } from './transaction.ts';

/** A system of another department that does jobs over HTTP, or sends messages to processes. */
export interface ExternalWorker {
  readonly id: string;
  readonly name: string;
  /** The types of jobs it may do. */
  readonly jobTypes: readonly string[];
  /** Names of the messages it may send to processes. */
  readonly messages: readonly string[];
  readonly createdAt: Instant;
  readonly lastSeenAt: Instant | null;
}

const columns = 'id, name, job_types as "jobTypes", messages, created_at as "createdAt", last_seen_at as "lastSeenAt"';

/** The worker a token belongs to; null when there is none (any more). */
export async function workerOfToken(
  tx: Transaction,
  tenant: string,
  tokenHash: string,
): Promise<ExternalWorker | null> {
  const [worker] = await tx.query<ExternalWorker>(
    `select ${columns} from external_worker where tenant_id = $1 and token_hash = $2 and revoked_at is null`,
    [tenant, tokenHash],
  );
  return worker ?? null;
}

/** Notes that a worker was there. */
export async function noteWorker(tx: Transaction, tenant: string, worker: string): Promise<void> {
  await tx.query('update external_worker set last_seen_at = $3 where tenant_id = $1 and id = $2', [
    tenant,
    worker,
    tx.now,
  ]);
}

/** The workers that may come, by name. */
export function listWorkers(tx: Transaction, tenant: string): Promise<readonly ExternalWorker[]> {
  return tx.query<ExternalWorker>(
    `select ${columns} from external_worker where tenant_id = $1 and revoked_at is null order by name`,
    [tenant],
  );
}

/**
 * Lets a worker in.
 *
 * @returns false when another one has that name
 */
export async function insertWorker(
  tx: Transaction,
  tenant: string,
  worker: Pick<ExternalWorker, 'id' | 'name' | 'jobTypes' | 'messages'> & {
    readonly tokenHash: string;
    readonly createdBy: string | null;
  },
): Promise<boolean> {
  const { id, name, jobTypes, messages, tokenHash, createdBy } = worker;
  const rows = await tx.query(
    `insert into external_worker (tenant_id, id, name, job_types, messages, token_hash, created_by, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (tenant_id, name) where revoked_at is null do nothing returning id`,
    [tenant, id, name, jobTypes, messages, tokenHash, createdBy, tx.now],
  );
  return rows.length > 0;
}

/**
 * Lets a worker in no more.
 *
 * @returns false when there is none of that id
 */
export async function revokeWorker(tx: Transaction, tenant: string, id: string): Promise<boolean> {
  const rows = await tx.query(
    'update external_worker set revoked_at = $3 where tenant_id = $1 and id = $2 and revoked_at is null returning id',
    [tenant, id, tx.now],
  );
  return rows.length > 0;
}
