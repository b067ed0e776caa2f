import { Type } from 'typebox';
import { ExternalJobType } from './external-workers.ts';
import { operation } from './operation.ts';
import { described, Done, FreeObject, Instant, Uuid } from './values.ts';

export const JobKey = Type.String({
  pattern: '^[0-9a-f-]{36}\\.[0-9]{1,9}\\.[0-9]{1,9}$',
  description: 'Key of a job, `<instance>.<element>.<job>`: the same for every attempt, unlike that of any other job.',
  examples: ['019ac5a0-7c1e-7d3a-9b52-3f6f0f7a1c11.7.1'],
});

const key = Type.Object({ key: JobKey });
const Lease = described(Uuid, 'The lease under which the job was taken; refused when it has passed to somebody else.');
const LeaseSeconds = Type.Integer({
  minimum: 1,
  maximum: 3600,
  description: 'Seconds from now for which nobody else gets the job, unless the lease is extended.',
  examples: [60],
});
const Results = described(
  FreeObject,
  'Values by name that the process gets, at most 64 KB as JSON; must hold no personal data.',
);

/** A job as the system that does it sees it. */
export const ExternalJobView = Type.Object({
  key: JobKey,
  type: ExternalJobType,
  lease: described(Uuid, 'Shown with every answer: one with another lease comes too late.'),
  leasedUntil: described(Instant, 'Until when nobody else gets it.'),
  attempt: Type.Integer({ minimum: 1, description: 'Which attempt this is, counted from 1.' }),
  retries: Type.Integer({ minimum: 1, description: 'How many attempts there are in all, as the model says.' }),
  headers: described(FreeObject, 'Task headers of the model, texts by name.'),
  variables: described(FreeObject, 'What the step’s input mappings give; where it has none, all that it sees.'),
  instance: described(Uuid, 'Id of the process instance it belongs to.'),
  process: Type.String({ description: 'BPMN id of the process.' }),
  element: Type.String({ description: 'BPMN id of the step.' }),
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
      types: Type.Optional(
        Type.Array(ExternalJobType, {
          minItems: 1,
          maxItems: 50,
          description: 'Only jobs of these types, at most 50; absent: all that the worker may do.',
        }),
      ),
      most: Type.Integer({ minimum: 1, maximum: 100, description: 'How many jobs are taken at most.', examples: [10] }),
      leaseSeconds: LeaseSeconds,
      waitSeconds: Type.Integer({
        minimum: 0,
        maximum: 60,
        description: 'Seconds to wait for a first job when there is none; 0: answer at once.',
        examples: [30],
      }),
    },
    { additionalProperties: false },
  ),
  answer: Type.Object({
    jobs: Type.Array(ExternalJobView, { description: 'Jobs that are the caller’s now; none: there were none to do.' }),
  }),
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
  refuses: ['job-lost'],
  answer: Type.Object({ leasedUntil: described(Instant, 'Until when nobody else gets it now.') }),
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
      variables: Type.Optional(Results),
    },
    { additionalProperties: false },
  ),
  refuses: ['job-held', 'job-lost', 'job-variables-too-large'],
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
      message: Type.String({
        minLength: 1,
        maxLength: 500,
        description: 'Why, as operators read it, at most 500 characters; must hold no personal data.',
      }),
      retry: Type.Optional(
        Type.Boolean({ description: 'False: trying again is of no use, an operator has to look; absent: true.' }),
      ),
      waitSeconds: Type.Optional(
        Type.Integer({
          minimum: 0,
          maximum: 3600,
          description: 'Seconds before it is tried again; absent: as the model says.',
        }),
      ),
    },
    { additionalProperties: false },
  ),
  refuses: ['job-held', 'job-lost'],
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
      code: Type.String({
        minLength: 1,
        maxLength: 100,
        description: 'Code of the BPMN error that an event of the model catches.',
      }),
      variables: Type.Optional(Results),
    },
    { additionalProperties: false },
  ),
  refuses: ['job-held', 'job-lost', 'job-variables-too-large'],
  answer: Done,
});
