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
