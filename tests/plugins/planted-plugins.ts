import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { PluginHost } from '../../server/application/plugins/plugin-host.ts';
import type { PluginManifest } from '../../server/kernel/release/plugin-manifest.ts';
import { readPlugins } from '../../server/packs/plugins/read-plugins.ts';
import type { Job } from '../../server/plugins/contract.ts';
import { createPluginHost, type HostOptions } from '../../server/plugins/host.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';

/** A plugin that a test writes: what differs from a plain one, and its files. */
export interface Planted {
  readonly manifest?: Partial<PluginManifest>;
  readonly server?: string;
  readonly files?: Readonly<Record<string, string>>;
}

const title = { zh: '试', en: 'Try' };

/** One job `do`, one channel `out` for it and one for notices, one rule `pick`, the outputs `answer` and `list`. */
export const plain: PluginManifest = {
  id: 'try',
  version: '1.0.0',
  contract: 1,
  title,
  about: title,
  adds: {
    jobs: [{ name: 'do', title, parts: ['case'], inputs: ['asked'], outputs: { answer: 1, list: [] } }],
    channels: [
      { name: 'out', title, takes: 'jobs' },
      { name: 'tell', title, takes: 'notices' },
    ],
    rules: [{ name: 'pick', title }],
  },
};

/** Writes plugins into a folder of its own, by their ids. */
function plantPlugins(plugins: Readonly<Record<string, Planted>>): string {
  const folder = temporaryFolder('plugins').path;
  for (const [id, { manifest, server = 'export const plugin = {};', files = {} }] of Object.entries(plugins)) {
    const written = { 'plugin.json': JSON.stringify({ ...plain, id, ...manifest }), 'server.ts': server, ...files };
    for (const [name, text] of Object.entries(written)) {
      mkdirSync(dirname(join(folder, id, name)), { recursive: true });
      writeFileSync(join(folder, id, name), text);
    }
  }
  return folder;
}

/** A host over planted plugins, with little patience. */
export async function hostOf(
  plugins: Readonly<Record<string, Planted>>,
  options: Partial<HostOptions> = {},
): Promise<PluginHost & { readonly said: readonly object[] }> {
  const { found, broken } = await readPlugins(plantPlugins(plugins));
  const said: object[] = [];
  const host = createPluginHost({
    found,
    broken,
    allowed: [],
    resolve: () => Promise.reject(new Error('no name is known here')),
    log: { warn: (facts, message) => void said.push({ ...facts, message }) },
    patience: { jobs: 400, channels: 400, rules: 400 },
    ...options,
  });
  return { ...host, said };
}

/** A job as a plugin gets it. */
export const job: Job = {
  key: 'one.1.1',
  attempt: 1,
  now: '2026-09-07T01:00:00.000Z',
  headers: {},
  variables: {},
  subject: null,
  area: { code: '620502005001', name: '西关社区' },
};
