import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import pluginSchema from '../../../definitions/schema/plugin.schema.json' with { type: 'json' };
import type { PluginManifest } from '../../kernel/release/plugin-manifest.ts';
import type { FaultText, Located } from '../../kernel/compilation/pack-fault.ts';
import { shapeFaults } from '../reading/shape-faults.ts';
import { shapeRules } from '../reading/shapes.ts';
import { manifestFaults } from './manifest-faults.ts';

/** A plugin whose `plugin.json` is right. */
export interface FoundPlugin {
  readonly manifest: PluginManifest;
  /** Absolute path of its folder. */
  readonly folder: string;
  /** Whether it has a `server.ts`. */
  readonly hasServer: boolean;
}

/** A folder that is no plugin this program can run, and why. */
interface BrokenPlugin {
  readonly folder: string;
  readonly faults: readonly FaultText[];
}

/** What lies in a folder of plugins. */
export interface FoundPlugins {
  readonly found: readonly FoundPlugin[];
  readonly broken: readonly BrokenPlugin[];
}

/** The folder of the plugins that are installed with the program. */
const pluginsFolder = join(import.meta.dirname, '../../../plugins');

const shape: ValidateFunction<PluginManifest> = new Ajv2020(shapeRules).compile<PluginManifest>(pluginSchema);

/** Reads every `plugin.json` below a folder, in order of their names. One that is wrong is in nobody's way. */
export async function readPlugins(folder = pluginsFolder): Promise<FoundPlugins> {
  const entries = existsSync(folder) ? await readdir(folder, { withFileTypes: true }) : [];
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const read = await Promise.all(names.toSorted().map((name) => readPlugin(folder, name)));
  return {
    found: read.filter((one): one is FoundPlugin => one !== null && 'manifest' in one),
    broken: read.filter((one): one is BrokenPlugin => one !== null && 'faults' in one),
  };
}

async function readPlugin(plugins: string, name: string): Promise<FoundPlugin | BrokenPlugin | null> {
  const folder = join(plugins, name);
  const file = join(folder, 'plugin.json');
  if (!existsSync(file)) return null;
  const at: Located = { pack: name, file: 'plugin.json', place: '' };
  const manifest = parsed(await readFile(file, 'utf8'));
  if ('fault' in manifest) return { folder: name, faults: [manifest.fault] };
  const { value } = manifest;
  if (!shape(value))
    return {
      folder: name,
      faults: shapeFaults(at, shape.errors ?? []).map(({ place, zh, en }) => ({
        zh: `${place}：${zh}`,
        en: `${place}: ${en}`,
      })),
    };
  const parts = { hasServer: existsSync(join(folder, 'server.ts')), hasStudio: existsSync(join(folder, 'studio.tsx')) };
  const faults = manifestFaults(value, name, parts);
  return faults.length > 0 ? { folder: name, faults } : { manifest: value, folder, hasServer: parts.hasServer };
}

function parsed(text: string): { readonly value: unknown } | { readonly fault: FaultText } {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return {
      fault: { zh: `plugin.json 不是合格的 JSON：${message}`, en: `plugin.json is not valid JSON: ${message}` },
    };
  }
}
