import { Type } from 'typebox';
import { operation } from './operation.ts';
import { AreaCode, described, FreeObject, Instant, Uuid } from './values.ts';

export const MessageName = Type.String({
  minLength: 1,
  maxLength: 200,
  description: 'Name of the message or the signal, as the models have it.',
});

const MessageId = Type.String({
  minLength: 1,
  maxLength: 200,
  description:
    'The sender’s own number of it: the same again within its life is the same message and gets the same answer.',
  examples: ['12345-2026-11-28-0042'],
});

const SentVariables = described(FreeObject, 'Values by name that whoever is reached gets; must hold no personal data.');

const message = {
  name: MessageName,
  correlation: Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: 200,
      description: 'The value by which it finds its instance; absent: whoever waits for its name.',
    }),
  ),
  variables: Type.Optional(SentVariables),
  area: Type.Optional(
    described(AreaCode, 'Only what goes on within this area is reached, and what begins runs on its release.'),
  ),
  timeToLive: Type.Optional(
    Type.Integer({
      minimum: 0,
      maximum: 2_592_000,
      description: 'Seconds for which it is kept for somebody who begins to wait; absent: 3600.',
      examples: [3600],
    }),
  ),
};

const MessageAnswer = Type.Object({
  id: described(Uuid, 'Id of the message, the same for one that is sent again.'),
  outcome: described(
    Type.Enum(['reached', 'started', 'gathered', 'buffered', 'undelivered', 'pending']),
    '`reached`: an instance that waited has it; `started`: a process began by it; `gathered`: one begins by it when the others it needs have come; `buffered`: kept until somebody waits; `undelivered`: nobody waited and it is not kept; `pending`: the program goes on with it.',
  ),
  instances: Type.Array(Uuid, { description: 'Ids of the instances it reached or began.' }),
  expiresAt: described(Instant, 'Until when it is kept.'),
});

export const publishMessage = operation({
  id: 'publishMessage',
  method: 'POST',
  path: '/api/messages',
  group: 'messages',
  access: 'signed-in',
  summary: 'Publishes a message: it reaches who has waited longest for it, begins a process, or is kept for a while',
  idempotent: true,
  body: Type.Object(
    {
      ...message,
      messageId: Type.Optional(MessageId),
    },
    { additionalProperties: false },
  ),
  refuses: ['area-unknown', 'message-unknown', 'not-permitted', 'variables-personal'],
  answer: MessageAnswer,
});

export const publishExternalMessage = operation({
  id: 'publishExternalMessage',
  method: 'POST',
  path: '/api/external-messages',
  group: 'messages',
  access: 'worker',
  summary: 'The same for another system, of the names it was let in for; the answer says what the message came to',
  body: Type.Object(
    {
      ...message,
      messageId: MessageId,
    },
    { additionalProperties: false },
  ),
  refuses: ['area-unknown', 'message-id-reused', 'message-not-yours', 'message-unknown', 'variables-personal'],
  answer: MessageAnswer,
});

export const sendSignal = operation({
  id: 'sendSignal',
  method: 'POST',
  path: '/api/signals',
  group: 'messages',
  access: 'signed-in',
  summary: 'Sends a signal to everybody who waits for it now, and begins what begins by it',
  idempotent: true,
  body: Type.Object(
    {
      name: MessageName,
      variables: Type.Optional(SentVariables),
      area: Type.Optional(
        described(AreaCode, 'Only what goes on within this area hears it, and what begins runs on its release.'),
      ),
    },
    { additionalProperties: false },
  ),
  refuses: ['area-unknown', 'message-unknown', 'not-permitted', 'variables-personal'],
  answer: Type.Object({ id: Uuid, waiting: Type.Integer({ minimum: 0 }) }),
});
