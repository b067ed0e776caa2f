import type { Transaction } from './transaction.ts';

/** A line of the audit, without who did it and when. */
interface AuditLineRow {
  readonly id: string;
  readonly action: string;
  readonly kind: string | null;
  readonly subject: string | null;
}

/** Lines of the audit that come together. */
export async function insertAuditLines(
  tx: Transaction,
  tenant: string,
  lines: readonly AuditLineRow[],
  by: string,
): Promise<void> {
  if (lines.length === 0) return;
  await tx.query(
    `insert into audit (tenant_id, id, at, person_id, action, subject_kind, subject_id)
     select $1, l.id, $3, $4, l.action, l.kind, l.subject
     from jsonb_to_recordset($2::jsonb) as l(id uuid, action text, kind text, subject text)`,
    [tenant, JSON.stringify(lines), tx.now, by],
  );
}
