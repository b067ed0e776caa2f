import type { Instant, JsonObject } from '../kernel/json.ts';
import type { Transaction } from './transaction.ts';

/** A form somebody filled, as it is stored: without personal values, never changed. */
export interface SubmissionRow {
  readonly id: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly instance: string | null;
  readonly userTask: number | null;
  readonly form: string;
  /** SHA-256 of the form's file in the pinned release. */
  readonly formHash: string;
  readonly data: JsonObject;
  readonly person: string | null;
  readonly at: Instant;
}

/** The columns of a submission, as a `SubmissionRow` has them. */
export const submissionColumns = `id, subject_kind as "subjectKind", subject_id as "subjectId", instance_id as instance, user_task as "userTask", form, form_hash as "formHash", data,
       by_person as person, at`;

/** Stores a submission. */
export function insertSubmission(
  tx: Transaction,
  tenant: string,
  row: Omit<SubmissionRow, 'at'>,
  at: Instant = tx.now,
): void {
  tx.write(
    `insert into submission (tenant_id, id, subject_kind, subject_id, instance_id, user_task, form, form_hash, data, by_person, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9::jsonb, $10, $11)`,
    [
      tenant,
      row.id,
      row.subjectKind,
      row.subjectId,
      row.instance,
      row.userTask,
      row.form,
      row.formHash,
      JSON.stringify(row.data),
      row.person,
      at,
    ],
  );
}

/**
 * All submissions about a subject, oldest first.
 *
 * @param instance only those of this instance, and those of none
 */
export function submissionsOf(
  tx: Transaction,
  tenant: string,
  kind: string,
  subject: string,
  instance: string | null = null,
): Promise<readonly SubmissionRow[]> {
  return tx.query<SubmissionRow>(
    `select ${submissionColumns} from submission where tenant_id = $1 and subject_kind = $2 and subject_id = $3
       and ($4::uuid is null or instance_id = $4 or user_task is null) order by at, id`,
    [tenant, kind, subject, instance],
  );
}
