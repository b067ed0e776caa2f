import { type DeliveryRow, listDeliveries } from '../../database/plugin-deliveries.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Instant } from '../../kernel/json.ts';
import type { Context } from '../context.ts';
import type { Actor } from '../policy/actor.ts';
import { requireAreasFor, requirePermission } from '../policy/policy.ts';
import { Refusal } from '../refusal.ts';
import { manifestOf } from './plugin-host.ts';
import { areaName } from './subject-for-plugin.ts';

const mostShown = 50;

/**
 * What left the house through a plugin in an area and below it, newest first.
 *
 * @param asked an area the person administers; the widest of theirs when absent
 * @throws Refusal `not-permitted`, `area-unknown`, `plugin-unknown`
 */
export async function listPluginDeliveries(
  context: Context,
  tx: Transaction,
  actor: Actor,
  plugin: string,
  asked: string | undefined,
): Promise<{
  readonly asOf: Instant;
  readonly total: number;
  readonly deliveries: readonly (Omit<DeliveryRow, 'area' | 'zh' | 'en'> & {
    readonly area: { readonly code: string; readonly name: string };
    readonly result: { readonly zh: string; readonly en: string } | null;
  })[];
}> {
  const [widest = ''] = requireAreasFor(actor, 'administration');
  const area = asked ?? widest;
  requirePermission(actor, 'administration', area);
  if (!manifestOf(context.plugins, plugin)) throw new Refusal('plugin-unknown');
  const live = await context.releases.inForce(tx);
  const { total, deliveries } = await listDeliveries(tx, context.tenant, plugin, area, mostShown);
  return {
    asOf: tx.now,
    total,
    deliveries: deliveries.map(({ area: code, zh, en, ...row }) => ({
      ...row,
      area: areaName(live, code),
      result: zh === null || en === null ? null : { zh, en },
    })),
  };
}
