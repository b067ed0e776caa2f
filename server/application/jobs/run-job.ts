import { jobFailed, unknownJobType } from '../../kernel/jobs/failed-job.ts';
import { builtInHandlers } from '../../kernel/jobs/register.ts';
import { pluginName } from '../../kernel/release/plugin-manifest.ts';
import { giveBackJob, leaseJob, type DueJob, type LeasedJob } from '../../database/jobs.ts';
import { readInstance } from '../../database/process-instances.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Context } from '../context.ts';
import { withCorrelation } from '../observing/correlation.ts';
import { runPluginJob } from '../plugins/run-plugin-job.ts';
import { uuidv7 } from '../uuid.ts';
import { completeJob, failJob, throwError, type Ended } from './end-job.ts';
import { readJobFacts } from './job-facts.ts';
import { noAnswer } from './no-answer.ts';
import type { Prepared, RunOutcome } from './prepared-job.ts';
import { errorWords } from '../observing/error-words.ts';
import { variablesOf } from './variables-of.ts';

const leaseSeconds = 60;
/** The jobs of a suspended instance lie still; it is asked again so much later whether it goes on. */
const heldSeconds = 10;

/**
 * Leases a due job, runs its handler outside of any transaction, and completes it, or fails it: later again while
 * retries are left, then as one incident. At least once: a worker that dies leaves the lease to run out.
 *
 * @returns false when another worker had it
 */
export async function runJob(context: Context, due: DueJob): Promise<boolean> {
  const lease = uuidv7();
  const job = await context.database.transaction((tx) => {
    tx.reached('after-lock', 'lease-job');
    return leaseJob(tx, due, lease, tx.now, later(tx.now, leaseSeconds));
  });
  if (!job) return false;
  return withCorrelation(job.cause ?? lease, async () => {
    const ended = await end(context, job, lease, await attempt(context, job));
    if (ended === 'held')
      await context.database.transaction((tx) => giveBackJob(tx, job, lease, later(tx.now, heldSeconds)));
    return true;
  });
}

function end(context: Context, job: LeasedJob, lease: string, outcome: RunOutcome | 'held'): Promise<Ended> {
  if (outcome === 'held') return Promise.resolve(outcome);
  if (outcome.ok) return completeJob(context, job, lease, outcome);
  if (outcome.error) return throwError(context, job, lease, { code: outcome.error, variables: {} });
  return failJob(context, job, lease, outcome);
}

async function attempt(context: Context, job: LeasedJob): Promise<RunOutcome | 'held'> {
  // Whoever had it before never answered: a job that kills its process does so only as often as it may.
  if (job.attempts > Math.max(job.retries, 1)) return { ...noAnswer(job.jobType), hopeless: true };
  try {
    const prepared = await context.database.read((tx) => prepare(context, tx, job));
    if (!prepared) return { ok: true, variables: {}, requests: [] };
    if (prepared === 'held') return prepared;
    if (pluginName(job.jobType)) return await runPluginJob(context, job, prepared);
    const handler = builtInHandlers.get(job.jobType);
    if (!handler) return unknownJobType(job.jobType);
    return handler(
      { jobType: job.jobType, headers: job.headers, variables: prepared.variables, now: prepared.now },
      prepared.facts,
    );
  } catch (error) {
    const said = errorWords(error);
    context.log.error({ instance: job.instance, jobType: job.jobType, error: said }, 'a job failed');
    return jobFailed(job.jobType, said);
  }
}

async function prepare(context: Context, tx: Transaction, job: LeasedJob): Promise<Prepared | 'held' | null> {
  const instance = await readInstance(tx, context.tenant, job.instance);
  if (!instance) return null;
  if ('suspendedAt' in instance.state) return 'held';
  const release = await context.releases.byHash(tx, instance.manifestHash);
  const { visible, local } = await variablesOf(tx, context.tenant, instance, job);
  return {
    instance,
    facts: await readJobFacts(context, tx, release, instance),
    variables: visible,
    local,
    now: tx.now,
  };
}

function later(now: string, seconds: number): string {
  return new Date(Date.parse(now) + seconds * 1000).toISOString();
}
