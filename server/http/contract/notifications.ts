import { Type } from 'typebox';
import { operation } from './operation.ts';
import { Done, Instant, Uuid } from './values.ts';

export const listNotifications = operation({
  id: 'listNotifications',
  method: 'GET',
  path: '/api/notifications',
  group: 'notifications',
  access: 'signed-in',
  summary: 'What the caller was told, newest first',
  answer: Type.Object({
    unread: Type.Integer(),
    notifications: Type.Array(
      Type.Object({
        id: Uuid,
        at: Instant,
        title: Type.String(),
        text: Type.String(),
        case: Type.Union([Uuid, Type.Null()]),
        meeting: Type.Union([Uuid, Type.Null()]),
        read: Type.Boolean(),
      }),
    ),
  }),
});

export const markNotificationsRead = operation({
  id: 'markNotificationsRead',
  method: 'POST',
  path: '/api/notifications/read',
  group: 'notifications',
  access: 'signed-in',
  summary: 'Marks notifications as read',
  body: Type.Object(
    {
      ids: Type.Array(Uuid, {
        maxItems: 200,
        description: 'Ids of notifications, as `listNotifications` answers them; at most 200.',
      }),
    },
    { additionalProperties: false },
  ),
  answer: Done,
});
