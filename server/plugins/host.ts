import { pathToFileURL } from 'node:url';
import type { AllowedHost } from './network/allowed-host.ts';
import {
  type Asked,
  type BrokenPlugin,
  notInstalled,
  type PluginHost,
  type PluginState,
} from '../application/plugins/plugin-host.ts';
import type { Json, JsonObject } from '../kernel/json.ts';
import type { PluginManifest } from '../kernel/release/plugin-manifest.ts';
import type { FoundPlugin } from '../packs/plugins/read-plugins.ts';
import { checkDeliveryOutcome, checkJobOutcome } from './check-answers.ts';
import type { HostRequest, Sentence } from './contract.ts';
import { checkAddress } from './network/allowed-hosts.ts';
import { guardedFetch, RequestRefused, type Resolve } from './network/guarded-fetch.ts';
import { hostsOf } from './network/hosts-of.ts';
import { PluginFailure } from './plugin-failure.ts';
import type { Fetched, Part } from './thread/messages.ts';
import { PluginThread } from './thread/plugin-thread.ts';
import { errorWords } from '../application/observing/error-words.ts';

export interface HostOptions {
  readonly found: readonly FoundPlugin[];
  readonly broken: readonly BrokenPlugin[];
  /** What the operator permits. */
  readonly allowed: readonly AllowedHost[];
  readonly resolve: Resolve;
  readonly log: { readonly warn: (facts: object, message: string) => void };
  /** Milliseconds a handler may take, by what it is; shorter in tests. */
  readonly patience?: Readonly<Record<Part, number>>;
  /** How many milliseconds a plugin rests whose thread ended too often; shorter in tests. */
  readonly restMs?: number;
}

const defaultPatience: Readonly<Record<Part, number>> = { jobs: 20_000, channels: 20_000, rules: 1000 };
const requestMs = 10_000;

/** A thread that ended so often within this time is not started again before it is over. */
const ordinaryRestMs = 60_000;
const mostEnds = 5;

/**
 * Runs plugins, each in a thread of its own that is started when it is first needed and again when it ended. Whatever a
 * plugin does, whoever asked gets an answer in time.
 */
export function createPluginHost(options: HostOptions): PluginHost {
  const running = new Map(options.found.map((found) => [found.manifest.id, new RunningPlugin(found, options)]));
  const ask = async <T>(part: Part, asked: Asked<object>, check: (answer: Json, plugin: PluginManifest) => T) => {
    const plugin = running.get(asked.plugin);
    if (!plugin) throw notInstalledError(asked.plugin);
    return check(await plugin.call(part, asked), plugin.manifest);
  };
  return {
    manifests: options.found.map(({ manifest }) => manifest),
    broken: options.broken,
    stateOf: async (id) => {
      const plugin = running.get(id);
      return plugin ? plugin.state() : { state: 'failed', sentence: notInstalled(id) };
    },
    runJob: (asked) =>
      ask('jobs', asked, (answer, manifest) => checkJobOutcome(answer, manifest, asked.name)).catch(jobFailed(asked)),
    deliver: (asked) => ask('channels', asked, (answer) => checkDeliveryOutcome(answer)).catch(failed(asked)),
    choose: async (asked) => {
      try {
        const chosen = await ask('rules', asked, (answer) => answer);
        const known = asked.argument.holders.some(({ person }) => person === chosen);
        if (chosen === null || (typeof chosen === 'string' && known)) return chosen;
        throw new PluginFailure('plugin-nonsense', { why: 'a rule answers with a holder or null' });
      } catch (error) {
        options.log.warn({ plugin: asked.plugin, rule: asked.name, error: errorWords(error) }, 'a rule gave no answer');
        return null;
      }
    },
    addressFault: (address) => {
      const checked = checkAddress(address, options.allowed);
      return checked.ok ? null : checked.sentence;
    },
    stop: async () => {
      await Promise.all([...running.values()].map((plugin) => plugin.stop()));
    },
  };
}

/** The same of a job, whose step is stuck in the end: what a machine said stands apart from what people read. */
function jobFailed(asked: Asked<unknown>) {
  return (error: unknown) => {
    const { zh, en } =
      error instanceof PluginFailure ? error.plain : { zh: '出错了。', en: 'It failed for an unknown reason.' };
    const said = error instanceof PluginFailure ? error.message : errorWords(error);
    return {
      outcome: 'failed' as const,
      message: {
        zh: `插件「${asked.plugin}」${zh}请查明原因，再在“运维”里重试这一步；还不行，请把技术信息交给做插件的人。`,
        en: `Plugin "${asked.plugin}": ${en} Find out why, then retry the step under Operations; if that does not help, give the technical details to whoever makes the plugin.`,
      },
      detail: `Plugin "${asked.plugin}": ${said}`,
      retry: true,
    };
  };
}

/** Whatever went wrong in a plugin, it may be tried again: the next version, or the next hour, may be better. */
function failed(asked: Asked<unknown>) {
  return (error: unknown): { outcome: 'failed'; message: Sentence; retry: boolean } => {
    const { zh, en } = error instanceof PluginFailure ? error.sentence : { zh: String(error), en: String(error) };
    return {
      outcome: 'failed',
      message: { zh: `插件「${asked.plugin}」${zh}`, en: `Plugin "${asked.plugin}": ${en}` },
      retry: true,
    };
  };
}

function notInstalledError(plugin: string): PluginFailure {
  return new PluginFailure('plugin-not-loaded', { why: notInstalled(plugin).en });
}

class RunningPlugin {
  readonly manifest: PluginManifest;
  readonly #found: FoundPlugin;
  readonly #options: HostOptions;
  #thread: PluginThread | null = null;
  /** When its thread ended of late. */
  #ends: number[] = [];
  #stopping = false;

  constructor(found: FoundPlugin, options: HostOptions) {
    this.manifest = found.manifest;
    this.#found = found;
    this.#options = options;
  }

  async state(): Promise<PluginState> {
    if (!this.#found.hasServer) return { state: 'ready' };
    try {
      const loaded = await this.#running().loaded;
      const missing = missingParts(this.manifest, loaded);
      if (missing === null) return { state: 'ready' };
      throw new PluginFailure('plugin-not-loaded', { why: `server.ts lacks ${missing}, which plugin.json names` });
    } catch (error) {
      const sentence = error instanceof PluginFailure ? error.sentence : { zh: String(error), en: String(error) };
      return { state: 'failed', sentence };
    }
  }

  call(part: Part, { name, argument, settings }: Asked<object>): Promise<Json> {
    const timeoutMs = (this.#options.patience ?? defaultPatience)[part];
    return this.#running().call({
      part,
      name,
      argument: argument as JsonObject,
      settings,
      timeoutMs,
      fetch: (url, request) => this.#fetch(url, request, settings),
    });
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    await this.#thread?.stop();
  }

  #running(): PluginThread {
    if (this.#thread) return this.#thread;
    const { restMs = ordinaryRestMs } = this.#options;
    this.#ends = this.#ends.filter((at) => performance.now() - at < restMs);
    if (this.#stopping) throw new PluginFailure('plugin-stopped');
    if (this.#ends.length >= mostEnds) throw new PluginFailure('plugin-crashing');
    const plugin = this.manifest.id;
    this.#thread = new PluginThread({
      folder: `${pathToFileURL(this.#found.folder).href}/`,
      log: (message) => this.#options.log.warn({ plugin, message }, 'a plugin says'),
      onEnd: () => {
        this.#thread = null;
        this.#ends.push(performance.now());
      },
    });
    return this.#thread;
  }

  async #fetch(url: string, request: HostRequest, settings: JsonObject): Promise<Fetched> {
    const { allowed, resolve } = this.#options;
    try {
      const declared = hostsOf(this.manifest, settings, allowed);
      return {
        ok: true,
        response: await guardedFetch({ allowed: declared, resolve, timeoutMs: requestMs }, url, request),
      };
    } catch (error) {
      const sentence = error instanceof RequestRefused ? error.sentence : { zh: String(error), en: String(error) };
      return { ok: false, sentence };
    }
  }
}

/** The first thing `plugin.json` promises and `server.ts` does not hold. */
function missingParts(manifest: PluginManifest, loaded: { readonly [part in Part]: readonly string[] }): string | null {
  const parts = ['jobs', 'channels', 'rules'] as const;
  for (const part of parts) {
    const missing = (manifest.adds[part] ?? []).find(({ name }) => !loaded[part].includes(name));
    if (missing) return `${part}.${missing.name}`;
  }
  return null;
}
