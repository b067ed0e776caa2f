import { insertNotification, type NewNotification } from '../../database/notifications-sent.ts';
import { insertDeliveries, type NewDelivery } from '../../database/plugin-deliveries.ts';
import { pluginSettingsFor } from '../../database/plugin-settings.ts';
import type { SubjectKind } from '../../database/process-instances.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Context } from '../context.ts';
import { uuidv7 } from '../uuid.ts';

/**
 * Tells somebody something: the row is what they see. Where a plugin that takes notices is on, it gets the notice too,
 * as a delivery of its own that leaves after the commit.
 *
 * @param area where the notice belongs when it goes to a person and not to a position
 */
export async function sendNotification(
  context: Context,
  tx: Transaction,
  told: NewNotification & { readonly subjectKind: SubjectKind | null },
  area = told.area,
): Promise<void> {
  await insertNotification(tx, context.tenant, told);
  const taking = context.plugins.manifests.flatMap(({ id, adds }) =>
    (adds.channels ?? []).filter(({ takes }) => takes === 'notices').map(({ name }) => ({ plugin: id, channel: name })),
  );
  if (taking.length === 0 || area === null) return;
  const settings = await pluginSettingsFor(tx, context.tenant, area);
  const active = taking.filter(({ plugin }) => settings.some((row) => row.plugin === plugin && row.active));
  const { post, person, title, text } = told;
  const deliveries = active.map(({ plugin, channel }): NewDelivery => ({
    id: uuidv7(),
    plugin,
    channel,
    area,
    cause: `notice ${told.id}`,
    content: { kind: 'notice', title, text, post, area: told.area, person },
    subjectKind: told.subjectKind,
    subjectId: told.subjectId,
    subjectTitle: title,
  }));
  await insertDeliveries(tx, context.tenant, deliveries);
}
