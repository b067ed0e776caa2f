import type { JsonObject } from '../../kernel/json.ts';
import { insertDeliveries } from '../../database/plugin-deliveries.ts';
import { dropJob, holdsLease, postponeJob, type LeasedJob } from '../../database/jobs.ts';
import { lockInstance, type InstanceView } from '../../database/process-instances.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Context } from '../context.ts';
import { advanceInstance } from '../process-instances/advance-instance.ts';
import { carryOutRequests } from './carry-out-requests.ts';
import type { RunOutcome } from './prepared-job.ts';
import { nextAttemptAt } from './next-attempt.ts';

/**
 * What became of an answer: taken; too late, because the lease was lost or the work is no longer wanted; or not now,
 * because the instance is held, and to be given again.
 */
export type Ended = 'taken' | 'stale' | 'held';

type Failure = Extract<RunOutcome, { ok: false }> & {
  /** Not tried again before so many milliseconds; absent: as the model says. */
  readonly waitMs?: number;
};

/** Completes a job and carries out what its handler asked for, once or not at all. */
export function completeJob(
  context: Context,
  job: LeasedJob,
  lease: string,
  outcome: Extract<RunOutcome, { ok: true }>,
): Promise<Ended> {
  return context.database.transaction((tx) => completeJobIn(context, tx, job, lease, outcome));
}

/** The same inside a transaction that is open already. */
export async function completeJobIn(
  context: Context,
  tx: Transaction,
  job: LeasedJob,
  lease: string,
  outcome: Extract<RunOutcome, { ok: true }>,
): Promise<Ended> {
  const instance = await lockedWithLease(context, tx, job, lease);
  if (!instance) return 'stale';
  const { element, scope, job: number } = job;
  const { variables } = outcome;
  const command = { type: 'complete-job', element, scope, job: number, variables } as const;
  const advanced = await advanceInstance(context, tx, job.instance, command);
  if (advanced.kind === 'refused') return refused(tx, job, advanced.code);
  await carryOutRequests(context, tx, advanced.release, instance, outcome.requests);
  await insertDeliveries(tx, context.tenant, outcome.deliveries ?? []);
  return 'taken';
}

/** Fails a job: later again while attempts are left, then as one incident. */
export function failJob(context: Context, job: LeasedJob, lease: string, failure: Failure): Promise<Ended> {
  return context.database.transaction((tx) => failJobIn(context, tx, job, lease, failure));
}

/** The same inside a transaction that is open already. */
export async function failJobIn(
  context: Context,
  tx: Transaction,
  job: LeasedJob,
  lease: string,
  failure: Failure,
): Promise<Ended> {
  if (!(await lockedWithLease(context, tx, job, lease))) return 'stale';
  tx.reached('after-lock', 'fail-job');
  if (job.attempts < job.retries && failure.hopeless !== true) {
    await postponeJob(tx, job, lease, nextAttemptAt(tx.now, job, failure.waitMs), failure.detail ?? failure.en);
    return 'taken';
  }
  const { element, scope, job: number } = job;
  const { code, zh, en, detail } = failure;
  const said = { code, zh, en, ...(detail === undefined ? {} : { detail }) };
  const command = { type: 'fail-job', element, scope, job: number, ...said } as const;
  const advanced = await advanceInstance(context, tx, job.instance, command);
  if (advanced.kind === 'refused') return refused(tx, job, advanced.code);
  await dropJob(tx, job);
  return 'taken';
}

/** Ends a job with a BPMN error, in a transaction of its own. */
export function throwError(
  context: Context,
  job: LeasedJob,
  lease: string,
  error: { readonly code: string; readonly variables: JsonObject },
): Promise<Ended> {
  return context.database.transaction((tx) => throwErrorIn(context, tx, job, lease, error));
}

/** Ends a job with a BPMN error: the model says what follows, and where it says nothing an operator has to. */
export async function throwErrorIn(
  context: Context,
  tx: Transaction,
  job: LeasedJob,
  lease: string,
  error: { readonly code: string; readonly variables: JsonObject },
): Promise<Ended> {
  if (!(await lockedWithLease(context, tx, job, lease))) return 'stale';
  const { element, scope, job: number } = job;
  const command = { type: 'throw-error', element, scope, job: number, ...error } as const;
  const advanced = await advanceInstance(context, tx, job.instance, command);
  if (advanced.kind === 'refused') return refused(tx, job, advanced.code);
  // Where nobody catches it the element is stuck with its job; the incident stands for it from here on.
  await dropJob(tx, job);
  return 'taken';
}

/** An instance that is held now keeps the job for later; any other refusal means that the work is wanted no more. */
async function refused(tx: Transaction, job: LeasedJob, code: string): Promise<Ended> {
  if (code === 'instance-suspended' || code === 'agenda-pending') return 'held';
  await dropJob(tx, job);
  return 'stale';
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
