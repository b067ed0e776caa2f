import type { PersonalValue } from '../kernel/forms/personal-values.ts';
import type { Transaction } from './transaction.ts';

/** What personal values are about. */
export interface PersonalSubject {
  readonly subjectKind: string;
  readonly subjectId: string;
}

/** A personal value with the id of its row, made by the caller. */
export type NewPersonalValue = PersonalValue & { readonly id: string };

/** Stores personal values, each in a row of its own that can be erased without touching anything else. */
export async function insertPersonalValues(
  tx: Transaction,
  tenant: string,
  subject: PersonalSubject,
  values: readonly NewPersonalValue[],
): Promise<void> {
  if (values.length === 0) return;
  await tx.query(
    `insert into personal_value (tenant_id, id, subject_kind, subject_id, pointer, class, mask, value)
     select $1, v.id, $2, $3, v.pointer, v.class, v.mask, v.value
     from jsonb_to_recordset($4::jsonb) as v(id uuid, pointer text, class text, mask text, value jsonb)`,
    [tenant, subject.subjectKind, subject.subjectId, JSON.stringify(values)],
  );
}

/** The personal values of a subject that were not erased. */
export function readPersonalValues(
  tx: Transaction,
  tenant: string,
  subject: PersonalSubject,
): Promise<readonly PersonalValue[]> {
  return tx.query<PersonalValue>(
    `select pointer, class, mask, value from personal_value
     where tenant_id = $1 and subject_kind = $2 and subject_id = $3 and erased_at is null order by id`,
    [tenant, subject.subjectKind, subject.subjectId],
  );
}
