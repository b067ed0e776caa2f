import type { Instant, JsonObject } from '../kernel/json.ts';
import type { Transaction } from './transaction.ts';

/** How a plugin is set in an area. */
export interface PluginSettingRow {
  readonly plugin: string;
  readonly area: string;
  readonly active: boolean;
  readonly settings: JsonObject;
  /** Sealed; see `application/plugins/seal-secret.ts`. */
  readonly secrets: { readonly [setting: string]: string };
  readonly revision: number;
  readonly changedAt: Instant;
  readonly changedBy: string | null;
}

const columns = `s.plugin, s.area, s.active, s.settings, s.secrets, s.revision, s.changed_at as "changedAt", s.changed_by as "changedBy"`;

/** What holds of each plugin in an area: its own row, or that of the nearest area above. */
export function pluginSettingsFor(tx: Transaction, tenant: string, area: string): Promise<readonly PluginSettingRow[]> {
  return tx.query<PluginSettingRow>(
    `select distinct on (s.plugin) ${columns} from plugin_setting s
     join area_ancestor n on n.tenant_id = s.tenant_id and n.ancestor = s.area and n.area = $2
     where s.tenant_id = $1 order by s.plugin, n.depth`,
    [tenant, area],
  );
}

/** What holds of one plugin in an area. */
export async function pluginSettingFor(
  tx: Transaction,
  tenant: string,
  area: string,
  plugin: string,
): Promise<PluginSettingRow | null> {
  const [row] = await tx.query<PluginSettingRow>(
    `select ${columns} from plugin_setting s
     join area_ancestor n on n.tenant_id = s.tenant_id and n.ancestor = s.area and n.area = $2
     where s.tenant_id = $1 and s.plugin = $3 order by n.depth limit 1`,
    [tenant, area, plugin],
  );
  return row ?? null;
}

/** The area's own row, locked, so that two administrators change it one after the other. */
export async function lockPluginSetting(
  tx: Transaction,
  tenant: string,
  area: string,
  plugin: string,
): Promise<PluginSettingRow | null> {
  const [row] = await tx.query<PluginSettingRow>(
    `select ${columns} from plugin_setting s where s.tenant_id = $1 and s.area = $2 and s.plugin = $3 for update`,
    [tenant, area, plugin],
  );
  return row ?? null;
}

/**
 * Stores how a plugin is set in an area.
 *
 * @param before the revision that was locked; 0 for a first one
 * @returns false when somebody else stored a first one at the same moment
 */
export async function savePluginSetting(
  tx: Transaction,
  tenant: string,
  row: Omit<PluginSettingRow, 'revision' | 'changedAt'>,
  before: number,
): Promise<boolean> {
  const saved = await tx.query(
    `insert into plugin_setting (tenant_id, plugin, area, active, settings, secrets, revision, changed_at, changed_by)
     values ($1, $2, $3, $4, $5::jsonb, $6::jsonb, $7, $8, $9)
     on conflict (tenant_id, plugin, area) do update set active = excluded.active, settings = excluded.settings,
       secrets = excluded.secrets, revision = excluded.revision, changed_at = excluded.changed_at, changed_by = excluded.changed_by
     where plugin_setting.revision = $7 - 1 returning revision`,
    [
      tenant,
      row.plugin,
      row.area,
      row.active,
      JSON.stringify(row.settings),
      JSON.stringify(row.secrets),
      before + 1,
      tx.now,
      row.changedBy,
    ],
  );
  return saved.length > 0;
}

/** The tenant's own secret, from which keys are made that lock what must not lie open in its rows. */
export async function tenantSecret(tx: Transaction, tenant: string): Promise<Uint8Array> {
  const [row] = await tx.query<{ secret: string }>(
    `select encode(secret, 'hex') as secret from tenant where tenant_id = $1`,
    [tenant],
  );
  if (!row) throw new Error(`there is no tenant ${tenant}`);
  return Buffer.from(row.secret, 'hex');
}
