import type { AllowedHost } from './allowed-host.ts';
import type { JsonObject } from '../../kernel/json.ts';
import type { PluginManifest } from '../../kernel/release/plugin-manifest.ts';

/**
 * Of the hosts the operator permits, those this plugin declares: by name, or as the host of an address in its settings.
 */
export function hostsOf(
  manifest: PluginManifest,
  settings: JsonObject,
  allowed: readonly AllowedHost[],
): readonly AllowedHost[] {
  const names = (manifest.rights?.network ?? []).map((one) =>
    'host' in one ? one.host.toLowerCase() : hostOf(settings[one.setting]),
  );
  return allowed.filter(({ name }) => names.includes(name));
}

function hostOf(address: unknown): string | null {
  if (typeof address !== 'string' || !URL.canParse(address)) return null;
  return new URL(address).hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
}
