import { builtInHandlers } from '../../kernel/jobs/register.ts';
import { pluginName } from '../../kernel/release/plugin-manifest.ts';
import { dropJob, holdsLease, leaseJob, postponeJob, type DueJob, type LeasedJob } from '../../database/jobs.ts';
import { lockInstance, readInstance, type InstanceView } from '../../database/process-instances.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Context } from '../context.ts';
import { insertDeliveries } from '../../database/plugin-deliveries.ts';
import { runPluginJob } from '../plugins/run-plugin-job.ts';
import { advanceInstance } from '../process-instances/advance-instance.ts';
import { loadInstance } from '../process-instances/stored-state.ts';
import { uuidv7 } from '../uuid.ts';
import { carryOutRequests } from './carry-out-requests.ts';
import { readJobFacts } from './job-facts.ts';
import type { Prepared, RunOutcome } from './prepared-job.ts';

const leaseSeconds = 60;

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
  const outcome = await attempt(context, job);
  if (outcome.ok) await complete(context, job, lease, outcome);
  else await fail(context, job, lease, outcome);
  return true;
}

async function attempt(context: Context, job: LeasedJob): Promise<RunOutcome> {
  try {
    const prepared = await context.database.read((tx) => prepare(context, tx, job));
    if (!prepared) return { ok: true, variables: {}, requests: [] };
    if (pluginName(job.jobType)) return await runPluginJob(context, job, prepared);
    const handler = builtInHandlers.get(job.jobType);
    if (!handler) return unknownType(job.jobType);
    return handler(
      { jobType: job.jobType, headers: job.headers, variables: prepared.variables, now: prepared.now },
      prepared.facts,
    );
  } catch (error) {
    context.log.error({ instance: job.instance, jobType: job.jobType, error: String(error) }, 'a job failed');
    return {
      ok: false,
      code: 'job-failed',
      zh: `自动步骤出错：${String(error)}`,
      en: `The job failed: ${String(error)}`,
    };
  }
}

function unknownType(type: string): RunOutcome {
  return {
    ok: false,
    code: 'job-type-unknown',
    zh: `没有谁会做「${type}」。`,
    en: `Nothing here does jobs of type "${type}".`,
  };
}

async function prepare(context: Context, tx: Transaction, job: LeasedJob): Promise<Prepared | null> {
  const instance = await readInstance(tx, context.tenant, job.instance);
  if (!instance) return null;
  const release = await context.releases.byHash(tx, instance.manifestHash);
  const scope = loadInstance(instance.state, []).scopes[job.scope];
  const local = scope?.elements.find((element) => element.id === job.element)?.variables;
  return {
    instance,
    facts: await readJobFacts(context, tx, release, instance),
    variables: { ...scope?.variables, ...local },
    local: local ?? {},
    now: tx.now,
  };
}

async function complete(
  context: Context,
  job: LeasedJob,
  lease: string,
  outcome: Extract<RunOutcome, { ok: true }>,
): Promise<void> {
  await context.database.transaction(async (tx) => {
    const instance = await lockedWithLease(context, tx, job, lease);
    if (!instance) return;
    const { element, scope, job: number } = job;
    const advanced = await advanceInstance(context, tx, job.instance, {
      type: 'complete-job',
      element,
      scope,
      job: number,
      variables: outcome.variables,
    });
    if (advanced.kind === 'refused') await dropJob(tx, job);
    else {
      await carryOutRequests(context, tx, advanced.release, instance, outcome.requests);
      await insertDeliveries(tx, context.tenant, outcome.deliveries ?? []);
    }
  });
}

async function fail(
  context: Context,
  job: LeasedJob,
  lease: string,
  outcome: Extract<RunOutcome, { ok: false }>,
): Promise<void> {
  await context.database.transaction(async (tx) => {
    if (!(await lockedWithLease(context, tx, job, lease))) return;
    if (job.attempts < job.retries && outcome.hopeless !== true) {
      await postponeJob(tx, job, lease, later(tx.now, 2 ** job.attempts), outcome.en);
      return;
    }
    const { element, scope, job: number } = job;
    const { code, zh, en } = outcome;
    await advanceInstance(context, tx, job.instance, { type: 'fail-job', element, scope, job: number, code, zh, en });
    await dropJob(tx, job);
  });
}

/** The instance first, then the lease: whoever lost it must not act. */
async function lockedWithLease(
  context: Context,
  tx: Transaction,
  job: LeasedJob,
  lease: string,
): Promise<InstanceView | null> {
  const locked = await lockInstance(tx, context.tenant, job.instance);
  return locked && (await holdsLease(tx, job, lease)) ? { ...locked, id: job.instance } : null;
}

function later(now: string, seconds: number): string {
  return new Date(Date.parse(now) + seconds * 1000).toISOString();
}
