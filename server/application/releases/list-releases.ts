import type { Transaction } from '../../database/transaction.ts';
import type { Context } from '../context.ts';
import type { Actor } from '../policy/actor.ts';
import { mayAct, requirePermission } from '../policy/policy.ts';
import { areaReleases, releaseViews } from './release-views.ts';
import { readApprovalRule } from './set-approval-rule.ts';

/**
 * What an area decided to publish, the last first, and whether a second person must approve.
 *
 * @throws Refusal `not-permitted`, `area-unknown`
 */
export async function listReleases(context: Context, tx: Transaction, actor: Actor, area: string) {
  requirePermission(actor, 'definitions.view', area);
  const releases = await areaReleases(context, tx, area);
  const live = await context.releases.inForce(tx);
  const { required, loweringAsked } = await readApprovalRule(context, tx, area);
  return {
    asOf: tx.now,
    area: { code: area, name: live.area(area)?.name ?? area },
    releases: await releaseViews(context, tx, actor, area, releases, releases.own),
    approvalRequired: required,
    loweringAsked,
    mayPublish: mayAct(actor, 'administration', area),
  };
}
