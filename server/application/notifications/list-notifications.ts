import { notificationsFor } from '../../database/notifications.ts';
import type { Instant } from '../../kernel/json.ts';
import type { Context } from '../context.ts';
import type { Actor } from '../policy/actor.ts';

const mostShown = 100;

export interface NotificationList {
  readonly unread: number;
  readonly notifications: readonly {
    readonly id: string;
    readonly at: Instant;
    readonly title: string;
    readonly text: string;
    readonly case: string | null;
    readonly meeting: string | null;
    readonly read: boolean;
  }[];
}

/** What a person was told, themselves or through a post they hold now, the latest first. */
export async function listNotifications(context: Context, actor: Actor): Promise<NotificationList> {
  const { unread, notifications } = await context.database.read((tx) =>
    notificationsFor(tx, context.tenant, actor, mostShown),
  );
  return {
    unread,
    notifications: notifications.map(({ subjectKind, subjectId, ...told }) => ({
      ...told,
      case: subjectKind === 'case' ? subjectId : null,
      meeting: subjectKind === 'meeting' ? subjectId : null,
    })),
  };
}
