import type { Instant } from '../kernel/json.ts';
import type { Transaction } from './transaction.ts';

/** A notice that was sent about a subject. */
export interface ToldRow {
  readonly at: Instant;
  readonly post: string | null;
  readonly area: string | null;
  readonly person: string | null;
  readonly notice: string;
  readonly title: string;
  readonly sentBy: string | null;
}

/** Everything that was told about a subject, oldest first. */
export function notificationsAbout(
  tx: Transaction,
  tenant: string,
  kind: string,
  subject: string,
): Promise<readonly ToldRow[]> {
  return tx.query<ToldRow>(
    `select at, post, area, person_id as person, notice, title, sent_by as "sentBy" from notification
     where tenant_id = $1 and subject_kind = $2 and subject_id = $3 order by at, id`,
    [tenant, kind, subject],
  );
}

/** When this person last urged about a case; null when never. */
export async function lastUrge(
  tx: Transaction,
  tenant: string,
  subject: string,
  person: string,
): Promise<Instant | null> {
  const [row] = await tx.query<{ at: Instant | null }>(
    `select max(at) as at from notification where tenant_id = $1 and subject_kind = 'case' and subject_id = $2 and sent_by = $3`,
    [tenant, subject, person],
  );
  return row?.at ?? null;
}

/** A notice that a rule sent to a position, with who has read it. */
export interface InformedRow {
  readonly id: string;
  readonly at: Instant;
  readonly post: string;
  readonly area: string;
  readonly title: string;
  /** In the order in which they read it. */
  readonly read: readonly { readonly person: string; readonly name: string; readonly at: Instant }[];
}

/** So many are shown of one subject, the latest first. */
const mostInformed = 100;

/** Whom rules have told about a subject (抄送): positions, and which of their holders have read it. */
export async function informedAbout(
  tx: Transaction,
  tenant: string,
  kind: string,
  subject: string,
): Promise<readonly InformedRow[]> {
  return tx.query<InformedRow>(
    `select n.id, n.at, n.post, n.area, n.title,
       (select coalesce(json_agg(json_build_object('person', r.person_id, 'name', p.name,
            'at', to_char(r.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by r.at), '[]')
          from notification_read r join person p on p.tenant_id = r.tenant_id and p.id = r.person_id
         where r.tenant_id = n.tenant_id and r.notification_id = n.id) as read
     from notification n
     where n.tenant_id = $1 and n.subject_kind = $2 and n.subject_id = $3 and n.post is not null and n.sent_by is null
       and n.notice <> 'clock' -- questions and answers about clocks stand in a list of their own
     order by n.at desc, n.id desc limit ${mostInformed}`,
    [tenant, kind, subject],
  );
}

/** The positions that were told about a subject, by a rule or by somebody. */
export function positionsTold(
  tx: Transaction,
  tenant: string,
  kind: string,
  subject: string,
): Promise<readonly { readonly post: string; readonly area: string }[]> {
  return tx.query(
    `select distinct post, area from notification
     where tenant_id = $1 and subject_kind = $2 and subject_id = $3 and post is not null`,
    [tenant, kind, subject],
  );
}
