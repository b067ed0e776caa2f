import type { PluginText } from '../../kernel/release/plugin-manifest.ts';
import { pluginSettingsFor } from '../../database/plugin-settings.ts';
import type { Context } from '../context.ts';
import type { Actor } from '../policy/actor.ts';
import { requireAreasFor, requirePermission } from '../policy/policy.ts';
import { type PluginView, pluginView } from './plugin-view.ts';
import { areaName } from './subject-for-plugin.ts';

/**
 * The installed plugins, and how they are set in an area.
 *
 * @param asked an area the person administers; the widest of theirs when absent
 * @throws Refusal `not-permitted`, `area-unknown`
 */
export async function listPlugins(
  context: Context,
  actor: Actor,
  asked: string | undefined,
): Promise<{
  readonly area: { readonly code: string; readonly name: string };
  readonly plugins: readonly PluginView[];
  readonly broken: readonly { readonly folder: string; readonly faults: readonly PluginText[] }[];
}> {
  const [widest = ''] = requireAreasFor(actor, 'administration');
  const area = asked ?? widest;
  requirePermission(actor, 'administration', area);
  const { manifests, broken, stateOf } = context.plugins;
  const states = new Map(await Promise.all(manifests.map(async ({ id }) => [id, await stateOf(id)] as const)));
  return context.database.read(async (tx) => {
    const live = await context.releases.inForce(tx);
    const rows = await pluginSettingsFor(tx, context.tenant, area);
    const plugins = manifests.map((manifest) => {
      const row = rows.find(({ plugin }) => plugin === manifest.id) ?? null;
      return pluginView(manifest, live, states.get(manifest.id) ?? { state: 'ready' }, area, row);
    });
    return { area: areaName(live, area), plugins, broken };
  });
}
