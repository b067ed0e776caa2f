import { carryOut } from '../../application/carry-out.ts';
import { listPluginDeliveries } from '../../application/plugins/list-plugin-deliveries.ts';
import { listPlugins } from '../../application/plugins/list-plugins.ts';
import { sendDeliveryAgain, sendTest } from '../../application/plugins/send-by-hand.ts';
import { setPlugin } from '../../application/plugins/set-plugin.ts';
import type { Json } from '../../kernel/json.ts';
import * as contract from '../contract/plugins.ts';
import { type Door, route } from '../route.ts';

const done = { done: true } as const;

/** Plugins: what is installed, how it is set in an area, and what left through it. */
export function pluginRoutes(door: Door): void {
  const { context } = door;
  route(door, contract.listPlugins, async ({ actor, query }) => {
    const { plugins, ...listed } = await listPlugins(context, actor, query.area);
    const views = plugins.map(({ form, data, english, ...plugin }) => ({
      ...plugin,
      form: form && { ...form },
      data: { ...data },
      english: { ...english },
    }));
    return { ...listed, plugins: views };
  });
  route(door, contract.setPlugin, async ({ actor, params, body }) => {
    const change = { ...body, data: (body.data ?? {}) as Json };
    await carryOut(context, actor, null, (tx, asker) => setPlugin(context, tx, asker, params.plugin, change));
    return done;
  });
  route(door, contract.testPlugin, async ({ actor, params, body, key }) => {
    await carryOut(context, actor, key, (tx, asker) => sendTest(context, tx, asker, params.plugin, body.area));
    return done;
  });
  route(door, contract.listPluginDeliveries, ({ actor, params, query }) =>
    context.database.read((tx) => listPluginDeliveries(context, tx, actor, params.plugin, query.area)),
  );
  route(door, contract.resendPluginDelivery, async ({ actor, params, key }) => {
    await carryOut(context, actor, key, (tx, asker) =>
      sendDeliveryAgain(context, tx, asker, params.plugin, params.delivery),
    );
    return done;
  });
}
