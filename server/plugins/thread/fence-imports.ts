import { isBuiltin, registerHooks } from 'node:module';
import type { ThreadStart } from './messages.ts';

/** What of Node a plugin may use: nothing that reaches the machine, its files or the network. */
const harmless = ['assert', 'buffer', 'crypto', 'events', 'querystring', 'string_decoder', 'timers', 'url', 'util'];

/**
 * From now on this thread imports only files of the plugin's folder, the contract, and what of Node is harmless; and the
 * ways round that which are not imports are taken away. It keeps plugins honest about what they use – an operator who
 * installs one trusts its author as they trust ours; a wall against malice would be another process under another user.
 */
export function fenceImports({ folder, contract }: ThreadStart): void {
  registerHooks({
    resolve(specifier, context, next) {
      const name = specifier.replace(/^node:/, '');
      if (isBuiltin(specifier)) {
        if (harmless.includes(name.split('/')[0] ?? '')) return next(specifier, context);
        throw new Error(`a plugin may not import ${specifier}: it is given what it declares under "rights"`);
      }
      const found = next(specifier, context);
      if (found.url.startsWith(folder) || found.url === contract) return found;
      throw new Error(`a plugin imports from its own folder and from the contract, not ${specifier}`);
    },
  });
  for (const name of ['fetch', 'WebSocket', 'EventSource', 'BroadcastChannel', 'Worker'])
    Reflect.deleteProperty(globalThis, name);
  const { version, platform } = process;
  const left = { version, platform, env: {}, nextTick: process.nextTick.bind(process) };
  Object.defineProperty(globalThis, 'process', { value: left, writable: false, configurable: false });
}
