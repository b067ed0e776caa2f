import { Type } from 'typebox';
import { ExternalJobType } from './external-workers.ts';
import { operation } from './operation.ts';
import { Done, FreeObject, Instant, Uuid } from './values.ts';

/** `<instance>.<element>.<job>`: the same for every attempt of a job, unlike that of any other. */
export const JobKey = Type.String({ pattern: '^[0-9a-f-]{36}\\.[0-9]{1,9}\\.[0-9]{1,9}$' });

const key = Type.Object({ key: JobKey });
const Lease = Uuid;
const LeaseSeconds = Type.Integer({ minimum: 1, maximum: 3600 });

/** A job as the system that does it sees it. */
export const ExternalJobView = Type.Object({
  key: JobKey,
  type: ExternalJobType,
  /** Shown with every answer: one with another lease comes too late. */
  lease: Lease,
  leasedUntil: Instant,
  /** Counts from 1. */
  attempt: Type.Integer({ minimum: 1 }),
  retries: Type.Integer({ minimum: 1 }),
  /** Task headers of the model. */
  headers: FreeObject,
  /** What the step's input mappings give; where it has none, all that it sees. */
  variables: FreeObject,
  instance: Uuid,
  process: Type.String(),
  /** BPMN id of the step. */
  element: Type.String(),
});

export const activateExternalJobs = operation({
  id: 'activateExternalJobs',
  method: 'POST',
  path: '/api/external-jobs/activate',
  group: 'external-jobs',
  access: 'worker',
  summary: 'Takes jobs under a lease, the oldest first; waits for the first one for as long as asked',
  body: Type.Object(
    {
      /** Of the types the worker may do; absent: all of them. */
      types: Type.Optional(Type.Array(ExternalJobType, { minItems: 1, maxItems: 50 })),
      most: Type.Integer({ minimum: 1, maximum: 100 }),
      /** For so long nobody else gets them, unless the lease is extended. */
      leaseSeconds: LeaseSeconds,
      waitSeconds: Type.Integer({ minimum: 0, maximum: 60 }),
    },
    { additionalProperties: false },
  ),
  answer: Type.Object({ jobs: Type.Array(ExternalJobView) }),
});

export const extendExternalJob = operation({
  id: 'extendExternalJob',
  method: 'POST',
  path: '/api/external-jobs/:key/extend',
  group: 'external-jobs',
  access: 'worker',
  summary: 'The heartbeat of a worker that is still at it: the lease ends so many seconds from now',
  params: key,
  body: Type.Object({ lease: Lease, leaseSeconds: LeaseSeconds }, { additionalProperties: false }),
  answer: Type.Object({ leasedUntil: Instant }),
});

export const completeExternalJob = operation({
  id: 'completeExternalJob',
  method: 'POST',
  path: '/api/external-jobs/:key/complete',
  group: 'external-jobs',
  access: 'worker',
  summary: 'The job is done; the same answer given again is taken once',
  params: key,
  body: Type.Object(
    {
      lease: Lease,
      /** At most 64 KB as JSON. Must hold no personal data. */
      variables: Type.Optional(FreeObject),
    },
    { additionalProperties: false },
  ),
  answer: Done,
});

export const failExternalJob = operation({
  id: 'failExternalJob',
  method: 'POST',
  path: '/api/external-jobs/:key/fail',
  group: 'external-jobs',
  access: 'worker',
  summary: 'The job could not be done: it is tried again while attempts are left, then an operator has to look',
  params: key,
  body: Type.Object(
    {
      lease: Lease,
      /** What operators read. Must hold no personal data. */
      message: Type.String({ minLength: 1, maxLength: 500 }),
      /** False: trying again is of no use. */
      retry: Type.Optional(Type.Boolean()),
      /** Not tried again before; absent: as the model says. */
      waitSeconds: Type.Optional(Type.Integer({ minimum: 0, maximum: 3600 })),
    },
    { additionalProperties: false },
  ),
  answer: Done,
});

export const throwExternalError = operation({
  id: 'throwExternalError',
  method: 'POST',
  path: '/api/external-jobs/:key/throw-error',
  group: 'external-jobs',
  access: 'worker',
  summary: 'The job ends with an error that the model provides for',
  params: key,
  body: Type.Object(
    {
      lease: Lease,
      code: Type.String({ minLength: 1, maxLength: 100 }),
      /** At most 64 KB as JSON. Must hold no personal data. */
      variables: Type.Optional(FreeObject),
    },
    { additionalProperties: false },
  ),
  answer: Done,
});
