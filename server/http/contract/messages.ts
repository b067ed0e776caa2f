import { Type } from 'typebox';
import { operation } from './operation.ts';
import { AreaCode, FreeObject, Instant, Uuid } from './values.ts';

/** Name of a message or a signal, as the models have it. */
export const MessageName = Type.String({ minLength: 1, maxLength: 200 });

const message = {
  name: MessageName,
  /** Value by which it finds its instance; absent: whoever waits for its name. */
  correlation: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
  /** Must hold no personal data. */
  variables: Type.Optional(FreeObject),
  /** Only what goes on within this area is reached, and what begins runs on its release. */
  area: Type.Optional(AreaCode),
  /** Seconds for which it is kept for somebody who begins to wait; an hour when absent. */
  timeToLive: Type.Optional(Type.Integer({ minimum: 0, maximum: 2_592_000 })),
};

const MessageAnswer = Type.Object({
  id: Uuid,
  /** `gathered`: a process begins by it when the others it needs have come; `pending`: a worker goes on with it. */
  outcome: Type.Enum(['reached', 'started', 'gathered', 'buffered', 'undelivered', 'pending']),
  instances: Type.Array(Uuid),
  expiresAt: Instant,
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
      /** The same again within its life is the same message and gets the same answer. */
      messageId: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
    },
    { additionalProperties: false },
  ),
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
      /** One of each message, chosen by its sender: the same again is taken once and gets the same answer. */
      messageId: Type.String({ minLength: 1, maxLength: 200 }),
    },
    { additionalProperties: false },
  ),
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
      /** Must hold no personal data. */
      variables: Type.Optional(FreeObject),
      /** Only what goes on within this area hears it, and what begins runs on its release. */
      area: Type.Optional(AreaCode),
    },
    { additionalProperties: false },
  ),
  answer: Type.Object({ id: Uuid, waiting: Type.Integer({ minimum: 0 }) }),
});
