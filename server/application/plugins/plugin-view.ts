import type { Instant, JsonObject } from '../../kernel/json.ts';
import type { FormDefinition } from '../../kernel/forms/form-definition.ts';
import type { PluginManifest, PluginText } from '../../kernel/release/plugin-manifest.ts';
import { secretSettings, settingsForm, withKeptSecrets } from '../../kernel/release/plugin-settings.ts';
import type { PluginSettingRow } from '../../database/plugin-settings.ts';
import type { PluginState } from './plugin-host.ts';
import { rightsInWords } from './rights-in-words.ts';
import type { InForce } from '../releases/release-store.ts';
import { areaName } from './subject-for-plugin.ts';

/** A plugin as administrators of an area see it. No secret is in it. */
export interface PluginView {
  readonly id: string;
  readonly version: string;
  readonly title: PluginText;
  readonly about: PluginText;
  readonly adds: readonly {
    readonly kind: 'job' | 'channel' | 'widget' | 'rule';
    readonly word: string;
    readonly title: PluginText;
  }[];
  readonly rights: readonly PluginText[];
  readonly state: PluginState['state'];
  /** Why it cannot run; null when it can. */
  readonly fault: PluginText | null;
  readonly active: boolean;
  /** The settings form; null when there is nothing to set. */
  readonly form: FormDefinition | null;
  /** English of the form's texts. */
  readonly english: { readonly [chinese: string]: string };
  readonly data: JsonObject;
  /** Secrets that are stored: they stay as they are when nothing else is typed. */
  readonly keptSecrets: readonly string[];
  /** Where what holds here was set; null: nowhere yet. */
  readonly setIn: { readonly code: string; readonly name: string } | null;
  /** Of the area's own settings; 0 while it has none. */
  readonly revision: number;
  readonly changedAt: Instant | null;
  readonly canSend: boolean;
}

/**
 * Puts a plugin's view together.
 *
 * @param row what holds in the area, its own or inherited; null when nobody has set the plugin
 */
export function pluginView(
  manifest: PluginManifest,
  live: InForce,
  state: PluginState,
  area: string,
  row: PluginSettingRow | null,
): PluginView {
  const { id, version, title, about, adds } = manifest;
  const secrets = secretSettings(manifest);
  const keptSecrets = Object.keys(row?.secrets ?? {}).filter((name) => secrets.includes(name));
  const named = <T extends { readonly name: string; readonly title: PluginText }>(
    kind: PluginView['adds'][number]['kind'],
    added: readonly T[] = [],
  ): PluginView['adds'] => added.map(({ name, title: called }) => ({ kind, word: `${id}:${name}`, title: called }));
  return {
    id,
    version,
    title,
    about,
    adds: [
      ...named('job', adds.jobs),
      ...named('channel', adds.channels),
      ...named('widget', adds.widgets),
      ...named('rule', adds.rules),
    ],
    rights: rightsInWords(manifest, live.at(area).release),
    state: state.state,
    fault: state.state === 'failed' ? state.sentence : null,
    active: row?.active === true,
    form: manifest.settings ? withKeptSecrets(settingsForm(manifest), keptSecrets) : null,
    english: manifest.settings?.english ?? {},
    data: row?.settings ?? {},
    keptSecrets,
    setIn: row && areaName(live, row.area),
    revision: row?.area === area ? row.revision : 0,
    changedAt: row?.changedAt ?? null,
    canSend: (adds.channels ?? []).length > 0,
  };
}
