import { deliveryArea, insertDeliveries, sendAgain } from '../../database/plugin-deliveries.ts';
import { pluginSettingFor } from '../../database/plugin-settings.ts';
import type { Transaction } from '../../database/transaction.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Context } from '../context.ts';
import type { Actor } from '../policy/actor.ts';
import { mayAct, requirePermission } from '../policy/policy.ts';
import { Refusal } from '../refusal.ts';
import { uuidv7 } from '../uuid.ts';
import { manifestOf } from './plugin-host.ts';

/**
 * 试发一条: sends a test through every channel of a plugin, under the settings that are stored. How it went stands in
 * the list of deliveries a moment later.
 *
 * @throws Refusal `not-permitted`, `area-unknown`, `plugin-unknown`, `plugin-off`
 */
export async function sendTest(
  context: Context,
  tx: Transaction,
  actor: Actor,
  plugin: string,
  area: string,
): Promise<void> {
  requirePermission(actor, 'administration', area);
  const channels = manifestOf(context.plugins, plugin)?.adds.channels ?? [];
  if (channels.length === 0) throw new Refusal('plugin-unknown');
  const setting = await pluginSettingFor(tx, context.tenant, area, plugin);
  if (setting?.active !== true) throw new Refusal('plugin-off');
  const press = uuidv7();
  const deliveries = channels.map(({ name }) => ({
    id: uuidv7(),
    plugin,
    channel: name,
    area,
    cause: `test ${press}`,
    content: { kind: 'test' },
    subjectKind: null,
    subjectId: null,
    subjectTitle: '',
  }));
  await insertDeliveries(tx, context.tenant, deliveries);
  const subject = { kind: 'plugin', id: `${plugin}@${area}` };
  await recordAudit(tx, context.tenant, { action: 'plugin-tested', person: actor.person, subject });
  tx.afterCommit(context.wake);
}

/**
 * 重发: puts a delivery that has ended on its way again. It keeps its id, so a receiver that has it already knows.
 *
 * @throws Refusal `delivery-unknown`, also for one of another area; `delivery-under-way`
 */
export async function sendDeliveryAgain(
  context: Context,
  tx: Transaction,
  actor: Actor,
  plugin: string,
  id: string,
): Promise<void> {
  const area = await deliveryArea(tx, context.tenant, plugin, id);
  if (area === null || !mayAct(actor, 'administration', area)) throw new Refusal('delivery-unknown');
  if (!(await sendAgain(tx, context.tenant, id))) throw new Refusal('delivery-under-way');
  const subject = { kind: 'plugin-delivery', id };
  await recordAudit(tx, context.tenant, { action: 'plugin-sent-again', person: actor.person, subject });
  tx.afterCommit(context.wake);
}
