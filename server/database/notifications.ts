import type { Instant } from '../kernel/json.ts';
import type { Transaction } from './transaction.ts';

/** What somebody was told. */
export interface NotificationRow {
  readonly id: string;
  readonly at: Instant;
  readonly title: string;
  readonly text: string;
  readonly subjectKind: string | null;
  readonly subjectId: string | null;
  readonly read: boolean;
}

/** To whom notices come: the person, and the positions they hold now. */
export interface Addressee {
  readonly person: string;
  readonly held: readonly { readonly post: string; readonly area: string }[];
}

/** Parameters: tenant, person, held positions as JSON. */
const toThem = `n.tenant_id = $1 and (n.person_id = $2
  or exists (select from jsonb_to_recordset($3::jsonb) as h(post text, area text) where h.post = n.post and h.area = n.area))`;

const isRead = `exists (select from notification_read r
  where r.tenant_id = $1 and r.notification_id = n.id and r.person_id = $2)`;

/** The latest notices to somebody, and how many of all they have not read. */
export async function notificationsFor(
  tx: Transaction,
  tenant: string,
  { person, held }: Addressee,
  most: number,
): Promise<{ readonly unread: number; readonly notifications: readonly NotificationRow[] }> {
  const params = [tenant, person, JSON.stringify(held)];
  const [counted, notifications] = await Promise.all([
    tx.query<{ unread: number }>(
      `select count(*) as unread from notification n where ${toThem} and not ${isRead}`,
      params,
    ),
    tx.query<NotificationRow>(
      `select n.id, n.at, n.title, n.text, n.subject_kind as "subjectKind", n.subject_id as "subjectId", ${isRead} as read
       from notification n where ${toThem} order by n.at desc, n.id desc limit $4`,
      [...params, most],
    ),
  ]);
  return { unread: counted[0]?.unread ?? 0, notifications };
}

/** Marks those of the notices that are somebody's as read; others are left alone. */
export async function markRead(
  tx: Transaction,
  tenant: string,
  { person, held }: Addressee,
  ids: readonly string[],
): Promise<void> {
  await tx.query(
    `insert into notification_read (tenant_id, notification_id, person_id, at)
     select $1, n.id, $2, $5 from notification n where n.id = any($4::uuid[]) and ${toThem} on conflict do nothing`,
    [tenant, person, JSON.stringify(held), ids, tx.now],
  );
}
