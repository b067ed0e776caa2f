import type { PluginHost } from '../application/plugins/plugin-host.ts';
import { readPlugins } from '../packs/plugins/read-plugins.ts';
import { createPluginHost, type HostOptions } from './host.ts';
import { readAllowedHosts } from './network/allowed-host.ts';
import { systemResolve } from './network/guarded-fetch.ts';

/**
 * Finds the plugins that are installed with the program. No thread is started before a plugin is needed.
 *
 * @param pluginHosts `PLUGIN_HOSTS`: the hosts the operator permits
 * @param folder where they lie; `plugins/` of the program when absent
 * @throws Error with a sentence when `PLUGIN_HOSTS` names no host
 */
export async function installedPlugins(
  pluginHosts: string,
  log: HostOptions['log'],
  folder?: string,
): Promise<PluginHost> {
  const allowed = readAllowedHosts(pluginHosts);
  const { found, broken } = await readPlugins(folder);
  for (const { folder: name, faults } of broken) log.warn({ plugin: name, faults }, 'a plugin is broken');
  return createPluginHost({ found, broken, allowed, resolve: systemResolve, log });
}
