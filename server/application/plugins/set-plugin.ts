import { isJsonObject, type Json, type JsonObject } from '../../kernel/json.ts';
import { pointerOf } from '../../kernel/forms/json-pointer.ts';
import { propertyOf, textOf } from '../../kernel/forms/schema-node.ts';
import type { PluginManifest } from '../../kernel/release/plugin-manifest.ts';
import { secretSettings, settingsForm, settingsStep, withKeptSecrets } from '../../kernel/release/plugin-settings.ts';
import {
  lockPluginSetting,
  pluginSettingFor,
  type PluginSettingRow,
  savePluginSetting,
  tenantSecret,
} from '../../database/plugin-settings.ts';
import type { Transaction } from '../../database/transaction.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Context } from '../context.ts';
import { acceptForm } from '../forms/accept-form.ts';
import type { Actor } from '../policy/actor.ts';
import { requirePermission } from '../policy/policy.ts';
import { Refusal } from '../refusal.ts';
import { manifestOf } from './plugin-host.ts';
import { openSecret, sealSecret } from './seal-secret.ts';
import { secretPlace } from './settings-in-force.ts';

/** How a plugin is to be set in an area. */
export interface PluginChange {
  readonly area: string;
  /** Off leaves the settings as they are. */
  readonly active: boolean;
  /** What was filled in; only looked at when it is on. A secret that is missing stays as it is. */
  readonly data: Json;
  /** The revision of the area's own settings it was filled in on; 0 for the first ones. */
  readonly revision: number;
}

/**
 * Sets a plugin in an area, for the area and what lies below it.
 *
 * @throws Refusal `plugin-unknown`, `not-permitted`, `area-unknown`, `plugin-changed` when somebody else set it meanwhile,
 *   `submission-invalid` with one sentence per setting, also for an address the operator does not permit
 */
export async function setPlugin(
  context: Context,
  tx: Transaction,
  actor: Actor,
  plugin: string,
  change: PluginChange,
): Promise<void> {
  const { area, active } = change;
  requirePermission(actor, 'administration', area);
  const manifest = manifestOf(context.plugins, plugin);
  if (!manifest) throw new Refusal('plugin-unknown');
  const own = await lockPluginSetting(tx, context.tenant, area, plugin);
  if ((own?.revision ?? 0) !== change.revision) throw new Refusal('plugin-changed');
  const before = own ?? (await pluginSettingFor(tx, context.tenant, area, plugin));
  const place = { plugin, area };
  const filled = active ? accepted(context, manifest, change.data, before) : { ...before?.settings };
  const secrets = await sealedSecrets(context, tx, place, before, active ? secretsIn(manifest, filled) : {});
  const settings = Object.fromEntries(
    Object.entries(filled).filter(([name]) => !secretSettings(manifest).includes(name)),
  );
  const row = { ...place, active, settings, secrets, changedBy: actor.person };
  if (!(await savePluginSetting(tx, context.tenant, row, change.revision))) throw new Refusal('plugin-changed');
  const switched = before?.active === active ? 'plugin-set' : active ? 'plugin-switched-on' : 'plugin-switched-off';
  const subject = { kind: 'plugin', id: `${plugin}@${area}` };
  await recordAudit(tx, context.tenant, { action: switched, person: actor.person, subject });
}

function accepted(
  { plugins }: Context,
  manifest: PluginManifest,
  data: Json,
  before: PluginSettingRow | null,
): JsonObject {
  const form = withKeptSecrets(settingsForm(manifest), Object.keys(before?.secrets ?? {}));
  const { data: filled } = acceptForm(form, settingsStep, isJsonObject(data) ? data : {});
  const addresses = (manifest.rights?.network ?? []).flatMap((one) => ('setting' in one ? [one.setting] : []));
  const problems = addresses.flatMap((name) => {
    const address = filled[name];
    const fault = typeof address === 'string' ? plugins.addressFault(address) : null;
    const field = textOf(propertyOf(form.schema, name) ?? {}, 'title') ?? name;
    return fault ? [{ path: pointerOf([name]), field, ...fault }] : [];
  });
  if (problems.length > 0) throw new Refusal('submission-invalid', { form: form.id }, problems);
  return filled;
}

function secretsIn(manifest: PluginManifest, filled: JsonObject): { readonly [name: string]: string } {
  const typed = secretSettings(manifest).map((name) => [name, filled[name]] as const);
  return Object.fromEntries(
    typed.filter((one): one is [string, string] => typeof one[1] === 'string' && one[1] !== ''),
  );
}

/** What was typed, sealed for its place; what was stored stays, sealed anew where it comes from an area above. */
async function sealedSecrets(
  { tenant }: Context,
  tx: Transaction,
  place: Pick<PluginSettingRow, 'plugin' | 'area'>,
  before: PluginSettingRow | null,
  typed: { readonly [name: string]: string },
): Promise<PluginSettingRow['secrets']> {
  const stored = Object.entries(before?.secrets ?? {});
  if (stored.length === 0 && Object.keys(typed).length === 0) return {};
  const secret = await tenantSecret(tx, tenant);
  const kept = stored.map(([name, sealed]): [string, string] => {
    if (!before || before.area === place.area) return [name, sealed];
    return [name, sealSecret(secret, secretPlace(place, name), openSecret(secret, secretPlace(before, name), sealed))];
  });
  const sealed = Object.entries(typed).map(([name, text]): [string, string] => [
    name,
    sealSecret(secret, secretPlace(place, name), text),
  ]);
  return Object.fromEntries([...kept, ...sealed]);
}
