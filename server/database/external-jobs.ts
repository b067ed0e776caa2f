import type { Instant } from '../kernel/json.ts';
import type { DueJob, LeasedJob } from './jobs.ts';
import type { Transaction } from './transaction.ts';

/** A lease on jobs: whose, under which fencing token, and how long. */
export interface Lease {
  readonly token: string;
  readonly worker: string;
  readonly until: Instant;
}

/** What is suspended keeps its jobs: nobody is given one whose answer could not be taken. */
const goesOn = `exists (select from process_instance i
  where i.tenant_id = job.tenant_id and i.id = job.instance_id and not (i.state ? 'suspendedAt'))`;

/**
 * Leases due jobs of some types, oldest first: of several workers each gets others. A job whose attempts are used up is
 * left to become an incident, and a worker that is let in no more gets none.
 *
 * @returns the jobs, with this attempt counted
 */
export async function leaseExternalJobs(
  tx: Transaction,
  tenant: string,
  types: readonly string[],
  most: number,
  lease: Lease,
): Promise<readonly LeasedJob[]> {
  const jobs = await tx.query<LeasedJob & { readonly runAt: Instant }>(
    `update job j set lease = $5, worker = $6, leased_until = $7, attempts = attempts + 1
     from (select instance_id, element from job
       where tenant_id = $1 and job_type = any($2) and run_at <= $4 and (leased_until is null or leased_until < $4) and attempts < greatest(retries, 1)
         and ${goesOn} and exists (select from external_worker w where w.tenant_id = $1 and w.id = $6 and w.revoked_at is null)
       order by run_at limit $3 for update of job skip locked) as due
     where j.tenant_id = $1 and j.instance_id = due.instance_id and j.element = due.element
     returning j.tenant_id as tenant, j.instance_id as instance, j.element, j.scope, j.job, j.job_type as "jobType", j.headers, j.retries, j.attempts,
       j.run_at as "runAt"`,
    [tenant, types, most, tx.now, lease.token, lease.worker, lease.until],
  );
  return jobs.toSorted((one, other) => (one.runAt < other.runAt ? -1 : 1));
}

/** Types of the jobs that workers may lease now, one for each job, oldest first; read without a lock. */
export async function dueExternalTypes(
  tx: Transaction,
  tenant: string,
  types: readonly string[],
  most: number,
): Promise<readonly string[]> {
  const rows = await tx.query<{ readonly type: string }>(
    `select job_type as type from job
     where tenant_id = $1 and job_type = any($2) and run_at <= $3 and (leased_until is null or leased_until < $3) and attempts < greatest(retries, 1)
       and ${goesOn} order by run_at limit $4`,
    [tenant, types, tx.now, most],
  );
  return rows.map(({ type }) => type);
}

/** Takes back a lease that nobody heard of: the attempt does not count. */
export async function returnJobs(
  tx: Transaction,
  tenant: string,
  jobs: readonly { readonly instance: string }[],
  lease: string,
): Promise<void> {
  await tx.query(
    `update job set lease = null, worker = null, leased_until = null, attempts = attempts - 1
     where tenant_id = $1 and instance_id = any($2) and lease = $3`,
    [tenant, [...new Set(jobs.map(({ instance }) => instance))], lease],
  );
}

/** Names a job for those outside: the same for every attempt, unlike that of any other. */
export interface JobName {
  readonly instance: string;
  readonly element: number;
  readonly job: number;
}

/** A job as long as this worker holds it; null when it has lost it, or the job is gone. */
export async function heldJob(
  tx: Transaction,
  tenant: string,
  { instance, element, job }: JobName,
  lease: string,
  worker: string,
): Promise<LeasedJob | null> {
  const [held] = await tx.query<LeasedJob>(
    `select tenant_id as tenant, instance_id as instance, element, scope, job, job_type as "jobType", headers, retries, attempts from job
     where tenant_id = $1 and instance_id = $2 and element = $3 and job = $4 and lease = $5 and worker = $6`,
    [tenant, instance, element, job, lease, worker],
  );
  return held ?? null;
}

/**
 * The heartbeat of a worker that is still at it.
 *
 * @returns false when it has lost the job
 */
export async function extendLease(
  tx: Transaction,
  tenant: string,
  { instance, element, job }: JobName,
  { token, worker, until }: Lease,
): Promise<boolean> {
  const rows = await tx.query(
    `update job set leased_until = $7 where tenant_id = $1 and instance_id = $2 and element = $3 and job = $4 and lease = $5 and worker = $6
     returning job`,
    [tenant, instance, element, job, token, worker, until],
  );
  return rows.length > 0;
}

/** Jobs whose worker never answered and whose attempts are used up, of whatever kind; read without a lock. */
export function spentJobs(tx: Transaction, tenant: string, most: number): Promise<readonly DueJob[]> {
  return tx.query<DueJob>(
    `select tenant_id as tenant, instance_id as instance, element from job
     where tenant_id = $1 and leased_until < $2 and attempts >= greatest(retries, 1) and ${goesOn} order by leased_until limit $3`,
    [tenant, tx.now, most],
  );
}

/** A job whose attempts are used up, read again once its instance is locked; null when somebody has answered meanwhile. */
export async function spentJob(tx: Transaction, { tenant, instance, element }: DueJob): Promise<LeasedJob | null> {
  const [job] = await tx.query<LeasedJob>(
    `select tenant_id as tenant, instance_id as instance, element, scope, job, job_type as "jobType", headers, retries, attempts from job
     where tenant_id = $1 and instance_id = $2 and element = $3 and leased_until < $4 and attempts >= greatest(retries, 1)`,
    [tenant, instance, element, tx.now],
  );
  return job ?? null;
}
