import { Type } from 'typebox';
import { externalJobType } from '../../kernel/jobs/external-job-type.ts';
import { MessageName } from './messages.ts';
import { operation } from './operation.ts';
import { WorkerId } from './parameters.ts';
import { Done, Instant, Uuid } from './values.ts';

export const ExternalJobType = Type.String({
  pattern: externalJobType,
  description:
    'A type of job for systems outside, as the models have it; one with a colon is done by the program or a plugin.',
});

const JobTypes = Type.Array(ExternalJobType, {
  maxItems: 50,
  description: 'Types of job it may do, at most 50; absent: none.',
});
const MessageNames = Type.Array(MessageName, {
  maxItems: 50,
  description: 'Names of the messages it may send to processes, at most 50; absent: none.',
});

/** A system of another department that does jobs or sends messages. Its token is not in here: it was shown once. */
export const ExternalWorkerView = Type.Object({
  id: Uuid,
  name: Type.String(),
  jobTypes: Type.Array(ExternalJobType),
  messages: Type.Array(MessageName),
  createdAt: Instant,
  lastSeenAt: Type.Union([Instant, Type.Null()]),
});

export const listExternalWorkers = operation({
  id: 'listExternalWorkers',
  method: 'GET',
  path: '/api/external-workers',
  group: 'external-workers',
  access: 'signed-in',
  summary: 'The systems that may do jobs, for administrators of the root area',
  refuses: ['not-permitted'],
  answer: Type.Object({ workers: Type.Array(ExternalWorkerView) }),
});

export const addExternalWorker = operation({
  id: 'addExternalWorker',
  method: 'POST',
  path: '/api/external-workers',
  group: 'external-workers',
  access: 'signed-in',
  summary: 'Lets a system do jobs of some types and send messages of some names; its token is told this once',
  body: Type.Object(
    {
      name: Type.String({
        minLength: 1,
        maxLength: 100,
        pattern: '\\S',
        description: 'What people call the system, at most 100 characters.',
      }),
      jobTypes: Type.Optional(JobTypes),
      messages: Type.Optional(MessageNames),
    },
    { additionalProperties: false },
  ),
  refuses: ['not-permitted', 'worker-may-nothing', 'worker-name-taken'],
  answer: Type.Object({ id: Uuid, token: Type.String() }),
});

export const revokeExternalWorker = operation({
  id: 'revokeExternalWorker',
  method: 'POST',
  path: '/api/external-workers/:worker/revoke',
  group: 'external-workers',
  access: 'signed-in',
  summary: 'Lets a system do jobs no more, from now on; what it holds is done by others once its leases end',
  idempotent: true,
  params: Type.Object({ worker: WorkerId }),
  refuses: ['not-permitted', 'worker-unknown'],
  answer: Done,
});
