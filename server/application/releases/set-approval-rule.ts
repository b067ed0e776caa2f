import { approvalRulesOf, askLowering, putApprovalRule } from '../../database/approval-rules.ts';
import { lockArea } from '../../database/areas.ts';
import { readPersonNames } from '../../database/person-names.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Instant } from '../../kernel/json.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Context } from '../context.ts';
import type { Actor } from '../policy/actor.ts';
import { requirePermission } from '../policy/policy.ts';
import { approvalRequired } from './approval-of.ts';

/** How long somebody's wish to lower the rule waits for a second person. */
const wishHoldsMs = 7 * 86_400_000;

/** Whether a second person is needed, and who wishes that it were not. */
export interface ApprovalRule {
  readonly required: boolean;
  readonly loweringAsked: { readonly by: { readonly id: string; readonly name: string }; readonly at: Instant } | null;
}

/**
 * Whether publishing at an area needs a second person. Anybody who administers the area may ask for it; lowering it takes
 * two of them: the first one's call is a wish, which holds for a week, and the second one's fulfils it.
 *
 * @throws Refusal `not-permitted`, `area-unknown`
 */
export async function setApprovalRule(
  context: Context,
  tx: Transaction,
  actor: Actor,
  area: string,
  required: boolean,
): Promise<ApprovalRule> {
  requirePermission(actor, 'administration', area);
  await lockArea(tx, context.tenant, area);
  const [rule] = await approvalRulesOf(tx, context.tenant, [area], true);
  const audit = (action: 'approval-required' | 'approval-lowering-asked' | 'approval-lowered'): Promise<void> =>
    recordAudit(tx, context.tenant, { action, person: actor.person, subject: { kind: 'area', id: area } });
  if (required) {
    await putApprovalRule(tx, context.tenant, area, true, actor.person);
    await audit('approval-required');
  } else if (rule?.required) {
    const { loweringAskedBy: asker, loweringAskedAt: at } = rule;
    const isSecond = asker !== null && asker !== actor.person && at !== null && !isOver(at, tx.now);
    if (isSecond) await putApprovalRule(tx, context.tenant, area, false, actor.person);
    else if (asker !== actor.person || at === null || isOver(at, tx.now))
      await askLowering(tx, context.tenant, area, actor.person);
    await audit(isSecond ? 'approval-lowered' : 'approval-lowering-asked');
  }
  return readApprovalRule(context, tx, area);
}

/** The rule as it stands at an area. */
export async function readApprovalRule(context: Context, tx: Transaction, area: string): Promise<ApprovalRule> {
  const [rule] = await approvalRulesOf(tx, context.tenant, [area]);
  const { loweringAskedBy: by, loweringAskedAt: at } = rule ?? { loweringAskedBy: null, loweringAskedAt: null };
  const asked = by !== null && at !== null && !isOver(at, tx.now) ? { by, at } : null;
  const names = await readPersonNames(tx, context.tenant, asked ? [asked.by] : []);
  return {
    required: await approvalRequired(context, tx, area),
    loweringAsked: asked && { by: { id: asked.by, name: names.get(asked.by) ?? '' }, at: asked.at },
  };
}

function isOver(at: Instant, now: Instant): boolean {
  return Date.parse(now) - Date.parse(at) > wishHoldsMs;
}
