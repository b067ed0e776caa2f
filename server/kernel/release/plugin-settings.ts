import type { FormDefinition } from '../forms/form-definition.ts';
import { propertiesOf } from '../forms/schema-node.ts';
import type { JsonObject } from '../json.ts';
import type { PluginManifest } from './plugin-manifest.ts';

/** The step the settings form is filled in at; a settings form has only one. */
export const settingsStep = 'settings';

/** A plugin's settings as a form, which the form renderer draws and the server checks like any other. */
export function settingsForm({ id, title, settings }: PluginManifest): FormDefinition {
  const schema = settings?.schema ?? { type: 'object', properties: {} };
  return { id, title: title.zh, schema, ui: settings?.ui ?? {}, rules: settings?.rules ?? [], rights: {} };
}

/** Names of the settings that are never shown again once they are stored (`x-secret`). */
export function secretSettings(manifest: PluginManifest): readonly string[] {
  return propertiesOf(settingsForm(manifest).schema)
    .filter(([, node]) => node['x-secret'] === true)
    .map(([name]) => name);
}

/**
 * The settings form as a page gets it: of a secret it is told only whether there is one, and then it need not be typed
 * again.
 *
 * @param kept names of the secrets that are stored
 */
export function withKeptSecrets(form: FormDefinition, kept: readonly string[]): FormDefinition {
  const { properties, required } = form.schema;
  if (kept.length === 0 || typeof properties !== 'object' || properties === null) return form;
  const left = Array.isArray(required) ? required.filter((name) => !kept.includes(String(name))) : [];
  const schema: JsonObject = { ...form.schema, required: left };
  const rules = form.rules.map((rule) => {
    if (!rule.require) return rule;
    const stillRequired = rule.require.filter((name) => !kept.includes(name));
    const { require: _dropped, ...rest } = rule;
    return stillRequired.length > 0 ? { ...rest, require: stillRequired } : rest;
  });
  return { ...form, schema, rules };
}
