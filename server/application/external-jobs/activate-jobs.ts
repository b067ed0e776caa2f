import { leaseExternalJobs, returnJobs } from '../../database/external-jobs.ts';
import { noteWorker, type ExternalWorker } from '../../database/external-workers.ts';
import type { LeasedJob } from '../../database/jobs.ts';
import { readInstance } from '../../database/process-instances.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Context } from '../context.ts';
import { variablesOf } from '../jobs/variables-of.ts';
import { uuidv7 } from '../uuid.ts';
import { keyOf, type ExternalJob } from './external-job.ts';

/** What a worker asks for. */
export interface Activation {
  /** Of the types it may do; absent: all of them. */
  readonly types?: readonly string[];
  readonly most: number;
  readonly leaseSeconds: number;
  /** How long it is willing to wait for the first one. */
  readonly waitSeconds: number;
}

/** What ends the waiting of a worker. */
export interface Waiting {
  /** It is no longer there to take an answer: what it was given is given back, as if it had not been taken. */
  readonly gone: AbortSignal;
  /** It is gone, or this program ends. */
  readonly enough: AbortSignal;
}

/**
 * Gives a worker jobs of its types under a lease: for so long nobody else gets them. Where there is none it waits, and
 * answers with none when the time is over, whoever asked has gone or the program ends.
 */
export async function activateJobs(
  context: Context,
  worker: ExternalWorker,
  wanted: Activation,
  { gone, enough }: Waiting,
): Promise<readonly ExternalJob[]> {
  const may = worker.jobTypes.filter((type) => wanted.types === undefined || wanted.types.includes(type));
  const lease = async (types: readonly string[], most: number): Promise<readonly ExternalJob[]> => {
    const jobs = types.length === 0 ? [] : await leaseJobs(context, worker, types, { ...wanted, most });
    const [first] = jobs;
    if (!first || !gone.aborted) return jobs;
    await context.database.transaction((tx) => returnJobs(tx, context.tenant, jobs, first.lease));
    return [];
  };
  const waitMs = wanted.waitSeconds * 1000;
  // Where others wait already, it takes its place behind them.
  const found = waitMs === 0 || context.waitingWorkers.isEmpty() ? await lease(may, wanted.most) : [];
  if (found.length > 0 || waitMs === 0 || enough.aborted) return found;
  return context.waitingWorkers.wait({ types: may, most: wanted.most, waitMs, enough, lease });
}

function leaseJobs(
  context: Context,
  worker: ExternalWorker,
  types: readonly string[],
  { most, leaseSeconds }: Activation,
): Promise<readonly ExternalJob[]> {
  return context.database.transaction(async (tx) => {
    const until = new Date(Date.parse(tx.now) + leaseSeconds * 1000).toISOString();
    const lease = { token: uuidv7(), worker: worker.id, until };
    const jobs = await leaseExternalJobs(tx, context.tenant, types, most, lease);
    if (jobs.length > 0) {
      tx.reached('after-lock', 'activate-jobs');
      await noteWorker(tx, context.tenant, worker.id);
    }
    const told: ExternalJob[] = [];
    for (const job of jobs) told.push(await jobFor(context, tx, job, lease));
    return told;
  });
}

async function jobFor(
  context: Context,
  tx: Transaction,
  job: LeasedJob,
  lease: { readonly token: string; readonly until: string },
): Promise<ExternalJob> {
  const instance = await readInstance(tx, context.tenant, job.instance);
  if (!instance) throw new Error(`job of instance ${job.instance}, which does not exist`);
  const { visible, local, element } = await variablesOf(tx, context.tenant, instance, job);
  const { jobType: type, attempts: attempt, retries, headers } = job;
  return {
    key: keyOf(job),
    type,
    lease: lease.token,
    leasedUntil: lease.until,
    attempt,
    retries,
    headers,
    variables: Object.keys(local).length > 0 ? local : visible,
    instance: job.instance,
    process: instance.process,
    element,
  };
}
