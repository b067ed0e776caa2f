import type { Transaction } from './transaction.ts';

/** A notice to a position (whoever holds it when they look) or to a person. */
export interface NewNotification {
  readonly id: string;
  readonly post: string | null;
  readonly area: string | null;
  readonly person: string | null;
  readonly notice: string;
  readonly title: string;
  readonly text: string;
  readonly subjectKind: string | null;
  readonly subjectId: string | null;
  readonly instance: string | null;
  /** The person who sent it, when it was no rule. */
  readonly sentBy: string | null;
}

/** Tells somebody something; the row is what they see. */
export async function insertNotification(tx: Transaction, tenant: string, told: NewNotification): Promise<void> {
  await tx.query(
    `insert into notification (tenant_id, id, post, area, person_id, notice, title, text, subject_kind, subject_id, instance_id, sent_by, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      tenant,
      told.id,
      told.post,
      told.area,
      told.person,
      told.notice,
      told.title,
      told.text,
      told.subjectKind,
      told.subjectId,
      told.instance,
      told.sentBy,
      tx.now,
    ],
  );
}
