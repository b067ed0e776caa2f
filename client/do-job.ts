import { setTimeout as sleep } from 'node:timers/promises';
import type { activateExternalJobs } from '../server/http/contract/external-jobs.ts';
import type { AnswerOf } from '../server/http/contract/operation.ts';
import { askDoor, DoorProblem, type Door } from './ask-door.ts';
import { backOff } from './back-off.ts';

/** A job as the server gives it. `key` is the same for every attempt: what is told to others should carry it. */
export type Job = AnswerOf<typeof activateExternalJobs>['jobs'][number];

/** How a job ended. */
export type Outcome =
  | { readonly outcome: 'completed'; readonly variables?: Readonly<Record<string, unknown>> }
  | {
      readonly outcome: 'failed';
      /** What operators read. Must hold no personal data. */
      readonly message: string;
      /** False: trying again is of no use. */
      readonly retry?: boolean;
      /** Not tried again before; absent: as the model says. */
      readonly waitSeconds?: number;
    }
  | {
      /** An error the model provides for: it says what follows. */
      readonly outcome: 'bpmn-error';
      readonly code: string;
      readonly variables?: Readonly<Record<string, unknown>>;
    };

/**
 * Does a job. It may run more than once for one job (a program may die before its answer arrives), so what it does
 * elsewhere must bear that. When it throws, the job has failed and is tried again as the model says.
 *
 * @param signal aborted when the job is somebody else's by now, or the worker has to end
 */
export type JobHandler = (job: Job, signal: AbortSignal) => Outcome | Promise<Outcome>;

/** What doing a job needs. */
export interface Doing {
  readonly door: Door;
  readonly handle: JobHandler;
  readonly leaseSeconds: number;
  /** The worker has to end now. */
  readonly end: AbortSignal;
}

/**
 * Does a job under a heartbeat and gives the answer, again and again until it was taken or comes too late.
 *
 * @throws DoorProblem when the job was lost, or the server does not take the answer
 */
export async function doJob(job: Job, { door, handle, leaseSeconds, end }: Doing): Promise<void> {
  const lost = new AbortController();
  const over = AbortSignal.any([lost.signal, end]);
  const done = new AbortController();
  let answering = false;
  const beating = beat(job, door, leaseSeconds, AbortSignal.any([over, done.signal]), (problem) => {
    // An answer that was taken and whose receipt was lost has no lease any more: then the answer finds out.
    if (!answering) lost.abort(problem);
  });
  try {
    const outcome = await outcomeOf(job, handle, over);
    over.throwIfAborted();
    answering = true;
    await giveAnswer(job, door, outcome, over);
  } catch (error) {
    throw lost.signal.aborted ? (lost.signal.reason as unknown) : error;
  } finally {
    done.abort();
    await beating;
  }
}

async function outcomeOf(job: Job, handle: JobHandler, signal: AbortSignal): Promise<Outcome> {
  try {
    return await handle(job, signal);
  } catch (error) {
    return { outcome: 'failed', message: (error instanceof Error ? error.message : String(error)).slice(0, 500) };
  }
}

/** Extends the lease three times before it ends, so that two lost beats cost nothing. */
async function beat(
  { key, lease }: Job,
  door: Door,
  leaseSeconds: number,
  over: AbortSignal,
  lost: (problem: DoorProblem) => void,
): Promise<void> {
  for (;;) {
    await sleep((leaseSeconds * 1000) / 3, undefined, { signal: over }).catch(() => undefined);
    if (over.aborted) return;
    try {
      await askDoor(door, `${key}/extend`, { lease, leaseSeconds }, over);
    } catch (error) {
      if (error instanceof DoorProblem && !error.passes) lost(error);
    }
  }
}

async function giveAnswer({ key, lease }: Job, door: Door, outcome: Outcome, over: AbortSignal): Promise<void> {
  const [path, body] = answerFor(outcome);
  for (let failed = 1; ; failed += 1) {
    try {
      await askDoor(door, `${key}/${path}`, { lease, ...body }, over);
      return;
    } catch (error) {
      if (over.aborted || !(error instanceof DoorProblem) || !error.passes) throw error;
      // The same answer again is taken once, whether or not the server has it already.
      await backOff(error, failed, over);
    }
  }
}

function answerFor(outcome: Outcome): readonly [path: string, body: object] {
  switch (outcome.outcome) {
    case 'completed':
      return ['complete', { variables: outcome.variables ?? {} }];
    case 'bpmn-error':
      return ['throw-error', { code: outcome.code, variables: outcome.variables ?? {} }];
    case 'failed': {
      const { outcome: _, ...failure } = outcome;
      return ['fail', failure];
    }
  }
}
