import type { Instant, JsonObject } from '../kernel/json.ts';
import type { Transaction } from './transaction.ts';

/** A job as a worker leased it. */
export interface LeasedJob {
  readonly tenant: string;
  readonly instance: string;
  readonly element: number;
  readonly scope: number;
  readonly job: number;
  readonly jobType: string;
  readonly headers: JsonObject;
  readonly retries: number;
  /** Counted before the job runs, so that one that kills its process is not tried for ever. */
  readonly attempts: number;
  /** What it came of, for the log. */
  readonly cause: string | null;
}

/** A job that may be leased. */
export interface DueJob {
  readonly tenant: string;
  readonly instance: string;
  readonly element: number;
}

/** Jobs the program or its plugins do that are due and not leased, oldest first, read without a lock; claiming decides who gets them (law 10). */
export function dueJobs(tx: Transaction, now: Instant, most: number): Promise<readonly DueJob[]> {
  return tx.query<DueJob>(
    `select tenant_id as tenant, instance_id as instance, element from job
     where run_at <= $1 and (leased_until is null or leased_until < $1) and job_type like '%:%' order by run_at limit $2`,
    [now, most],
  );
}

/** Jobs of the program itself that are due; those of plugins wait in lanes of their own, however long they take. */
export function dueBuiltInJobs(tx: Transaction, most: number): Promise<readonly DueJob[]> {
  return tx.query<DueJob>(
    `select tenant_id as tenant, instance_id as instance, element from job
     where run_at <= $1 and (leased_until is null or leased_until < $1) and job_type like 'grid:%'
     order by run_at limit $2`,
    [tx.now, most],
  );
}

/** Jobs of plugins that are due, but not of those that are busy. */
export function duePluginJobs(
  tx: Transaction,
  most: number,
  busy: readonly string[],
): Promise<readonly (DueJob & { readonly plugin: string })[]> {
  return tx.query(
    `select tenant_id as tenant, instance_id as instance, element, split_part(job_type, ':', 1) as plugin from job
     where run_at <= $1 and (leased_until is null or leased_until < $1) and job_type like '%:%' and job_type not like 'grid:%'
       and split_part(job_type, ':', 1) <> all($3::text[]) order by run_at limit $2`,
    [tx.now, most, busy],
  );
}

/**
 * Leases a due job: a conditional update, so of several workers exactly one gets it.
 *
 * @param lease fencing token: a completion with another one is stale
 * @returns null when somebody else was faster or it is gone
 */
export async function leaseJob(
  tx: Transaction,
  due: DueJob,
  lease: string,
  now: Instant,
  until: Instant,
): Promise<LeasedJob | null> {
  const [job] = await tx.query<LeasedJob>(
    `update job set lease = $4, leased_until = $6, attempts = attempts + 1
     where tenant_id = $1 and instance_id = $2 and element = $3 and run_at <= $5 and (leased_until is null or leased_until < $5)
     returning tenant_id as tenant, instance_id as instance, element, scope, job, job_type as "jobType", headers, retries, attempts, cause`,
    [due.tenant, due.instance, due.element, lease, now, until],
  );
  return job ?? null;
}

/** True while the lease is still ours; read inside the transaction that completes the job, after its instance was locked. */
export async function holdsLease(tx: Transaction, job: LeasedJob, lease: string): Promise<boolean> {
  const rows = await tx.query(
    'select 1 from job where tenant_id = $1 and instance_id = $2 and element = $3 and job = $4 and lease = $5',
    [job.tenant, job.instance, job.element, job.job, lease],
  );
  return rows.length > 0;
}

/** Gives a failed job back, to be tried again later. */
export async function postponeJob(
  tx: Transaction,
  job: LeasedJob,
  lease: string,
  runAt: Instant,
  error: string,
): Promise<void> {
  await tx.query(
    `update job set lease = null, leased_until = null, run_at = $6, last_error = $7
     where tenant_id = $1 and instance_id = $2 and element = $3 and job = $4 and lease = $5`,
    [job.tenant, job.instance, job.element, job.job, lease, runAt, error.slice(0, 500)],
  );
}

/** Gives a job back that could not be ended now, through no fault of its own: the attempt does not count. */
export async function giveBackJob(tx: Transaction, job: LeasedJob, lease: string, runAt: Instant): Promise<void> {
  await tx.query(
    `update job set lease = null, leased_until = null, run_at = $6, attempts = attempts - 1
     where tenant_id = $1 and instance_id = $2 and element = $3 and job = $4 and lease = $5`,
    [job.tenant, job.instance, job.element, job.job, lease, runAt],
  );
}

/** Takes a job out of the queue whose attempts are used up; its element carries the incident. */
export async function dropJob(tx: Transaction, job: LeasedJob): Promise<void> {
  await tx.query('delete from job where tenant_id = $1 and instance_id = $2 and element = $3 and job = $4', [
    job.tenant,
    job.instance,
    job.element,
    job.job,
  ]);
}
