import { listNotifications } from '../../application/notifications/list-notifications.ts';
import { markNotificationsRead } from '../../application/notifications/mark-notifications-read.ts';
import * as contract from '../contract/notifications.ts';
import { type Door, route } from '../route.ts';

/** What people were told. */
export function notificationRoutes(door: Door): void {
  const { context } = door;
  route(door, contract.listNotifications, ({ actor }) => listNotifications(context, actor));
  route(door, contract.markNotificationsRead, async ({ actor, body }) => {
    await markNotificationsRead(context, actor, body.ids);
    return { done: true as const };
  });
}
