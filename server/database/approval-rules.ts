import type { Instant } from '../kernel/json.ts';
import type { Transaction } from './transaction.ts';

/** Whether publishing at an area, and at those below, needs a second person. */
export interface ApprovalRuleRow {
  readonly area: string;
  readonly required: boolean;
  /** Lowering takes two: who asked for it, and when. */
  readonly loweringAskedBy: string | null;
  readonly loweringAskedAt: Instant | null;
}

/** The rules that were made for some areas; locked when they are to be changed. */
export function approvalRulesOf(
  tx: Transaction,
  tenant: string,
  areas: readonly string[],
  forUpdate = false,
): Promise<readonly ApprovalRuleRow[]> {
  return tx.query<ApprovalRuleRow>(
    `select area, required, lowering_asked_by as "loweringAskedBy", lowering_asked_at as "loweringAskedAt"
     from approval_rule where tenant_id = $1 and area = any($2)${forUpdate ? ' for update' : ''}`,
    [tenant, areas],
  );
}

/** Makes the rule of an area; a wish to lower it is over then. */
export async function putApprovalRule(
  tx: Transaction,
  tenant: string,
  area: string,
  required: boolean,
  person: string,
): Promise<void> {
  await tx.query(
    `insert into approval_rule (tenant_id, area, required, changed_at, changed_by) values ($1, $2, $3, $4, $5)
     on conflict (tenant_id, area) do update set required = excluded.required, changed_at = excluded.changed_at,
       changed_by = excluded.changed_by, lowering_asked_at = null, lowering_asked_by = null`,
    [tenant, area, required, tx.now, person],
  );
}

/** Notes that somebody wishes the rule to be lowered; a second person has to wish it too. */
export async function askLowering(tx: Transaction, tenant: string, area: string, person: string): Promise<void> {
  await tx.query(
    'update approval_rule set lowering_asked_at = $3, lowering_asked_by = $4 where tenant_id = $1 and area = $2',
    [tenant, area, tx.now, person],
  );
}
