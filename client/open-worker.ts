import { setTimeout as sleep } from 'node:timers/promises';
import type { activateExternalJobs } from '../server/http/contract/external-jobs.ts';
import type { AnswerOf } from '../server/http/contract/operation.ts';
import { askDoor, DoorProblem, type Door } from './ask-door.ts';
import { backOff } from './back-off.ts';
import { doJob, type Job, type JobHandler } from './do-job.ts';

/** How a worker works. */
export interface WorkerOptions extends Door {
  /** Of the types its token is for; absent: all of them. */
  readonly types?: readonly string[];
  readonly handle: JobHandler;
  /** Jobs at once; 4 when absent. */
  readonly concurrency?: number;
  /** After so long without a heartbeat a job is given to another; 60 when absent. */
  readonly leaseSeconds?: number;
  /** How long the server may wait for a job before it answers that there is none; 30 when absent. */
  readonly waitSeconds?: number;
  /** How long jobs under way may take once the worker is to stop; 30 when absent. */
  readonly graceSeconds?: number;
  /** Stops the worker, like `stop`. */
  readonly signal?: AbortSignal;
  /** Told what went wrong, with the job's key where it was about one; nothing when absent. */
  readonly onProblem?: (problem: unknown, key: string | null) => void;
}

/** A worker that is at it. */
export interface OpenWorker {
  /** Takes no more jobs and ends when those under way are done, at the latest after the grace. */
  readonly stop: () => Promise<void>;
  /**
   * Resolves when it has ended.
   *
   * @throws DoorProblem when the server will have nothing to do with it: the token is wrong or revoked
   */
  readonly ended: Promise<void>;
}

/**
 * Takes jobs from the server and does them, until it is stopped. Begins at once and bears a server that is away.
 *
 * ```ts
 * const worker = openWorker({ url, token, types: ['water-bill.check'], handle: async (job) => ({ outcome: 'completed' }) });
 * process.once('SIGTERM', () => void worker.stop());
 * await worker.ended;
 * ```
 */
export function openWorker(options: WorkerOptions): OpenWorker {
  const { graceSeconds = 30, signal } = options;
  const stopping = new AbortController();
  const ending = new AbortController();
  if (signal?.aborted === true) stopping.abort();
  signal?.addEventListener('abort', () => stopping.abort(), { once: true });
  const ended = work(options, stopping.signal, ending);
  // Whoever never asks how it ended is not to be ended by it.
  ended.catch(() => undefined);
  stopping.signal.addEventListener('abort', () => {
    const timer = setTimeout(() => ending.abort(), graceSeconds * 1000);
    const settled = (): void => clearTimeout(timer);
    ended.then(settled, settled);
  });
  return {
    ended,
    stop: async () => {
      stopping.abort();
      await ended.catch(() => undefined);
    },
  };
}

async function work(options: WorkerOptions, stop: AbortSignal, ending: AbortController): Promise<void> {
  const { url, token, handle, concurrency = 4, leaseSeconds = 60, onProblem = () => undefined } = options;
  const door = { url, token };
  const underWay = new Set<Promise<void>>();
  let change = Promise.withResolvers<void>();
  stop.addEventListener('abort', () => change.resolve(), { once: true });
  const begin = (job: Job): void => {
    const done = doJob(job, { door, handle, leaseSeconds, end: ending.signal })
      .catch((error: unknown) => onProblem(error, job.key))
      .finally(() => {
        underWay.delete(done);
        change.resolve();
      });
    underWay.add(done);
  };
  let failed = 0;
  while (!stop.aborted) {
    if (underWay.size >= concurrency) {
      change = Promise.withResolvers<void>();
      await change.promise;
      continue;
    }
    try {
      for (const job of await takeJobs(options, concurrency - underWay.size, stop)) begin(job);
      failed = 0;
    } catch (error) {
      if (stop.aborted) break;
      onProblem(error, null);
      if (!(error instanceof DoorProblem) || !error.passes) {
        ending.abort();
        await Promise.all(underWay);
        throw error;
      }
      failed += 1;
      await backOff(error, failed, stop);
    }
  }
  await Promise.all(underWay);
}

/** An answer without jobs that came at once is one of a server that ends: it is not asked again at once. */
const breathMs = 250;

async function takeJobs(options: WorkerOptions, most: number, stop: AbortSignal): Promise<readonly Job[]> {
  const { types, leaseSeconds = 60, waitSeconds = 30 } = options;
  const body = { most: Math.min(most, 100), leaseSeconds, waitSeconds, ...(types === undefined ? {} : { types }) };
  const { jobs } = await askDoor<AnswerOf<typeof activateExternalJobs>>(
    options,
    'activate',
    body,
    stop,
    (waitSeconds + 15) * 1000,
  );
  if (jobs.length === 0) await sleep(breathMs, undefined, { signal: stop }).catch(() => undefined);
  return jobs;
}
