import { markRead } from '../../database/notifications.ts';
import type { Context } from '../context.ts';
import type { Actor } from '../policy/actor.ts';

/** Marks notices as read by this person; ids of others' notices are passed over in silence. */
export async function markNotificationsRead(context: Context, actor: Actor, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await context.database.transaction((tx) => markRead(tx, context.tenant, actor, ids));
}
