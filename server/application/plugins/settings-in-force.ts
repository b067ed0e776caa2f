import type { JsonObject } from '../../kernel/json.ts';
import { pluginSettingFor, type PluginSettingRow, tenantSecret } from '../../database/plugin-settings.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Context } from '../context.ts';
import { openSecret } from './seal-secret.ts';

/** How a plugin is set where something happens, secrets in the clear. */
export interface SettingsInForce {
  readonly active: boolean;
  readonly settings: JsonObject;
}

/**
 * What holds of a plugin in an area: its own settings, or those of the nearest area above. Where nobody has set it, it is
 * off.
 */
export async function settingsInForce(
  { tenant }: Context,
  tx: Transaction,
  area: string,
  plugin: string,
): Promise<SettingsInForce> {
  const row = await pluginSettingFor(tx, tenant, area, plugin);
  if (!row?.active) return { active: false, settings: {} };
  return { active: true, settings: { ...row.settings, ...(await openSecrets(tx, tenant, row)) } };
}

async function openSecrets(tx: Transaction, tenant: string, row: PluginSettingRow): Promise<JsonObject> {
  const sealed = Object.entries(row.secrets);
  if (sealed.length === 0) return {};
  const secret = await tenantSecret(tx, tenant);
  return Object.fromEntries(sealed.map(([name, text]) => [name, openSecret(secret, secretPlace(row, name), text)]));
}

/** Where a secret belongs, as it is bound to its place. */
export function secretPlace(row: Pick<PluginSettingRow, 'plugin' | 'area'>, name: string): string {
  return `${row.plugin}/${row.area}/${name}`;
}
