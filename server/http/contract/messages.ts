import { Type } from 'typebox';
import { operation } from './operation.ts';
import { AreaCode, FreeObject, Instant, Uuid } from './values.ts';

const Name = Type.String({ minLength: 1, maxLength: 200 });

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
      name: Name,
      /** Value by which it finds its instance; absent: whoever waits for its name. */
      correlation: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
      /** Must hold no personal data. */
      variables: Type.Optional(FreeObject),
      /** Only what goes on within this area is reached, and what begins runs on its release. */
      area: Type.Optional(AreaCode),
      /** Seconds for which it is kept for somebody who begins to wait; an hour when absent. */
      timeToLive: Type.Optional(Type.Integer({ minimum: 0, maximum: 2_592_000 })),
      /** The same again within its life is the same message and gets the same answer. */
      messageId: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
    },
    { additionalProperties: false },
  ),
  answer: Type.Object({
    id: Uuid,
    /** `gathered`: a process begins by it when the others it needs have come; `pending`: a worker goes on with it. */
    outcome: Type.Enum(['reached', 'started', 'gathered', 'buffered', 'undelivered', 'pending']),
    instances: Type.Array(Uuid),
    expiresAt: Instant,
  }),
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
      name: Name,
      /** Must hold no personal data. */
      variables: Type.Optional(FreeObject),
      /** Only what goes on within this area hears it, and what begins runs on its release. */
      area: Type.Optional(AreaCode),
    },
    { additionalProperties: false },
  ),
  answer: Type.Object({ id: Uuid, waiting: Type.Integer({ minimum: 0 }) }),
});
