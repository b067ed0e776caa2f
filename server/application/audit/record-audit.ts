import { insertAuditLines } from '../../database/audit-lines.ts';
import { AuditRow } from '../../database/entities/audit-row.ts';
import type { Transaction } from '../../database/transaction.ts';
import { uuidv7 } from '../uuid.ts';

/** What is recorded of whom: sign-ins, changes to accounts and posts, looks at personal data, what is published. */
type AuditAction =
  | 'signed-in'
  | 'sign-in-failed'
  | 'account-locked'
  | 'signed-out'
  | 'password-changed'
  | 'first-administrator-made'
  | 'person-added'
  | 'password-reset'
  | 'person-suspended'
  | 'person-reinstated'
  | 'person-changed'
  | 'post-assigned'
  | 'post-ended'
  | 'post-changed'
  | 'workbook-imported'
  | 'workbook-exported'
  | 'first-passwords-handed-out'
  | 'first-password-given'
  | 'area-went-live'
  | 'go-live-undone'
  | 'readiness-marked'
  | 'readiness-unmarked'
  | 'personal-data-revealed'
  | 'plugin-switched-on'
  | 'plugin-switched-off'
  | 'plugin-set'
  | 'plugin-tested'
  | 'plugin-sent-again'
  | 'worker-added'
  | 'worker-revoked'
  | 'draft-begun'
  | 'draft-discarded'
  | 'draft-lock-taken-over'
  | 'draft-submitted'
  | 'draft-given-back'
  | 'release-published'
  | 'release-taken-back'
  | 'release-followed'
  | 'upgrade-taken'
  | 'approval-required'
  | 'approval-lowering-asked'
  | 'approval-lowered'
  | 'pause-clock'
  | 'resume-clock'
  | 'move-clock-review'
  | 'extend-clock'
  | 'sign-for-user-task'
  | 'record-first-response'
  | `instance-${'retry' | 'skip' | 'set-variables' | 'cancel' | 'suspend' | 'resume' | 'move' | 'migrate' | 'rebase'}`
  | 'bulk-repair-begun'
  | 'bulk-repair-stopped';

/** One line of the audit: references only, never a name, a number or a value. */
export interface AuditLine {
  readonly action: AuditAction;
  /** Who did it; null when nobody was signed in. */
  readonly person: string | null;
  readonly subject?: { readonly kind: string; readonly id: string };
  /** The purpose that was stated. */
  readonly reason?: string;
}

/** Appends a line to the audit, in the transaction of what it tells of. */
export async function recordAudit(tx: Transaction, tenant: string, line: AuditLine): Promise<void> {
  (await tx.em()).create(AuditRow, {
    tenantId: tenant,
    id: uuidv7(),
    at: tx.now,
    personId: line.person,
    action: line.action,
    subjectKind: line.subject?.kind ?? null,
    subjectId: line.subject?.id ?? null,
    reason: line.reason ?? null,
  });
}

/** Appends what one person has done to many at once: in one statement, for there may be thousands. */
export async function recordAudits(
  tx: Transaction,
  tenant: string,
  person: string,
  lines: readonly Omit<AuditLine, 'person' | 'reason'>[],
): Promise<void> {
  const rows = lines.map(({ action, subject }) => ({
    id: uuidv7(),
    action,
    kind: subject?.kind ?? null,
    subject: subject?.id ?? null,
  }));
  await insertAuditLines(tx, tenant, rows, person);
}
