import type { FastifyReply } from 'fastify';
import type { JsonObject } from '../../kernel/json.ts';
import { activateJobs } from '../../application/external-jobs/activate-jobs.ts';
import {
  completeExternalJob,
  extendJob,
  failExternalJob,
  throwExternalError,
} from '../../application/external-jobs/answer-job.ts';
import * as contract from '../contract/external-jobs.ts';
import { type Door, workerRoute } from '../route.ts';

const done = { done: true } as const;

/** 64 KB of variables and what stands around them. */
const extras = { bodyLimit: 80_000 };

/** What systems of other departments ask for and say about the jobs they do. */
export function externalJobRoutes(door: Door): void {
  const { app, context } = door;
  const closing = new AbortController();
  // Whoever waits for jobs is answered at once when the program ends, instead of holding up its end.
  app.addHook('preClose', async () => closing.abort());
  workerRoute(
    door,
    contract.activateExternalJobs,
    async ({ actor, body, reply }) => {
      const gone = goneFrom(reply);
      const until = { gone, enough: AbortSignal.any([gone, closing.signal]) };
      return { jobs: await activateJobs(context, actor, body, until) };
    },
    extras,
  );
  workerRoute(
    door,
    contract.extendExternalJob,
    ({ actor, params: { key }, body: { lease, leaseSeconds } }) =>
      extendJob(context, actor, { key, lease }, leaseSeconds),
    extras,
  );
  workerRoute(
    door,
    contract.completeExternalJob,
    async ({ actor, params: { key }, body: { lease, variables = {} } }) => {
      await completeExternalJob(context, actor, { key, lease }, variables as JsonObject);
      return done;
    },
    extras,
  );
  workerRoute(
    door,
    contract.failExternalJob,
    async ({ actor, params: { key }, body: { lease, ...failure } }) => {
      await failExternalJob(context, actor, { key, lease }, failure);
      return done;
    },
    extras,
  );
  workerRoute(
    door,
    contract.throwExternalError,
    async ({ actor, params: { key }, body: { lease, code, variables = {} } }) => {
      const error = { code, variables: variables as JsonObject };
      await throwExternalError(context, actor, { key, lease }, error);
      return done;
    },
    extras,
  );
}

/** Aborted when whoever asked is no longer there to take the answer. */
function goneFrom({ raw }: FastifyReply): AbortSignal {
  const gone = new AbortController();
  raw.once('close', () => {
    if (!raw.writableEnded) gone.abort();
  });
  return gone.signal;
}
