import { createHash } from 'node:crypto';
import type { JsonObject } from '../../kernel/json.ts';
import { extendLease, heldJob } from '../../database/external-jobs.ts';
import type { ExternalWorker } from '../../database/external-workers.ts';
import type { LeasedJob } from '../../database/jobs.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Context } from '../context.ts';
import { completeJobIn, failJobIn, throwErrorIn, type Ended } from '../jobs/end-job.ts';
import { Refusal } from '../refusal.ts';
import { withIdempotency } from '../with-idempotency.ts';
import { jobOfKey } from './external-job.ts';

/** An answer to a job: which, and under which lease. */
export interface Answering {
  readonly key: string;
  readonly lease: string;
}

interface JobFailure {
  readonly message: string;
  /** False: trying again is of no use. */
  readonly retry?: boolean;
  /** Not tried again before; absent: as the model says. */
  readonly waitSeconds?: number;
}

/**
 * A worker is still at it: nobody else gets the job for so long from now.
 *
 * @throws Refusal `job-lost` when it has lost the job
 */
export async function extendJob(
  context: Context,
  worker: ExternalWorker,
  { key, lease }: Answering,
  seconds: number,
): Promise<{ readonly leasedUntil: string }> {
  return context.database.transaction(async (tx) => {
    const leasedUntil = new Date(Date.parse(tx.now) + seconds * 1000).toISOString();
    const name = jobOfKey(key);
    const terms = { token: lease, worker: worker.id, until: leasedUntil };
    if (!name || !(await extendLease(tx, context.tenant, name, terms))) throw new Refusal('job-lost', { key });
    return { leasedUntil };
  });
}

/**
 * A worker has done its job; its variables are set as the step's output mappings say.
 *
 * @throws Refusal `job-lost`, `job-held`, `job-variables-too-large`
 */
export async function completeExternalJob(
  context: Context,
  worker: ExternalWorker,
  answering: Answering,
  variables: JsonObject,
): Promise<void> {
  refuseTooLarge(variables);
  await answer(context, worker, answering, ['complete', variables], (tx, job) =>
    completeJobIn(context, tx, job, answering.lease, { ok: true, variables, requests: [] }),
  );
}

/**
 * A worker could not do its job: it is tried again while attempts are left, else the step stands still as an incident.
 *
 * @throws Refusal `job-lost`, `job-held`
 */
export function failExternalJob(
  context: Context,
  worker: ExternalWorker,
  answering: Answering,
  { message, retry, waitSeconds }: JobFailure,
): Promise<void> {
  return answer(context, worker, answering, ['fail', message], (tx, job) =>
    failJobIn(context, tx, job, answering.lease, {
      ok: false,
      code: 'external-job-failed',
      zh: `「${worker.name}」没有办成这一步。请看技术信息里它说的原因，问清以后在“运维”里重试这一步。`,
      en: `"${worker.name}" could not do the step. Read what it says in the technical details, find out why, then retry the step under Operations.`,
      detail: message,
      hopeless: retry === false,
      ...(waitSeconds === undefined ? {} : { waitMs: waitSeconds * 1000 }),
    }),
  );
}

/**
 * A worker ends its job with a BPMN error: the model says what follows.
 *
 * @throws Refusal `job-lost`, `job-held`, `job-variables-too-large`
 */
export async function throwExternalError(
  context: Context,
  worker: ExternalWorker,
  answering: Answering,
  error: { readonly code: string; readonly variables: JsonObject },
): Promise<void> {
  refuseTooLarge(error.variables);
  await answer(context, worker, answering, ['throw', error], (tx, job) =>
    throwErrorIn(context, tx, job, answering.lease, error),
  );
}

/** @throws Refusal `job-variables-too-large` */
function refuseTooLarge(variables: JsonObject): void {
  const most = 64;
  if (Buffer.byteLength(JSON.stringify(variables)) > most * 1024)
    throw new Refusal('job-variables-too-large', { most });
}

/** An answer whose receipt was lost may be given again: the same one is taken once, another one comes too late. */
async function answer(
  context: Context,
  worker: ExternalWorker,
  { key, lease }: Answering,
  said: readonly [verb: string, what: unknown],
  end: (tx: Transaction, job: LeasedJob) => Promise<Ended>,
): Promise<void> {
  const bodyHash = createHash('sha256').update(JSON.stringify(said)).digest('hex');
  const command = { person: worker.id, key: `job ${key} ${lease}`, bodyHash };
  const work = async (tx: Transaction): Promise<null> => {
    const name = jobOfKey(key);
    const job = name && (await heldJob(tx, context.tenant, name, lease, worker.id));
    const ended = job ? await end(tx, job) : 'stale';
    if (ended === 'held') throw new Refusal('job-held', { key });
    if (ended === 'stale') throw new Refusal('job-lost', { key });
    return null;
  };
  const once = (tx: Transaction): Promise<null> => withIdempotency(tx, context.tenant, command, () => work(tx));
  try {
    await context.database.transaction(once, { idempotent: true });
  } catch (error) {
    const isOther = error instanceof Refusal && error.code === 'idempotency-key-reused';
    throw isOther ? new Refusal('job-lost', { key }) : error;
  }
}
