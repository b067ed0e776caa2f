import type { JsonObject } from '../../kernel/json.ts';
import type { AddedJob, PluginManifest } from '../../kernel/release/plugin-manifest.ts';
import type {
  AssignmentQuestion,
  Delivery,
  DeliveryOutcome,
  Job,
  JobOutcome,
  Sentence,
} from '../../plugins/contract.ts';

/**
 * What runs plugins, as use cases see it. Nothing it is asked throws: a plugin that fails has answered with a sentence.
 * It holds no settings and knows no database.
 */
export interface PluginHost {
  readonly manifests: readonly PluginManifest[];
  /** Folders of `plugins/` that are no plugin this program can run, and why. */
  readonly broken: readonly BrokenPlugin[];
  /** Loads a plugin when it is not loaded, and says how it stands. */
  readonly stateOf: (plugin: string) => Promise<PluginState>;
  readonly runJob: (asked: Asked<Job>) => Promise<JobOutcome>;
  readonly deliver: (asked: Asked<Delivery>) => Promise<DeliveryOutcome>;
  /** A person of the question's holders, or null; a failure is written to the log. */
  readonly choose: (asked: Asked<AssignmentQuestion>) => Promise<string | null>;
  /** What is against an address in a setting that says where to send; null when the operator permits it. */
  readonly addressFault: (address: string) => Sentence | null;
  readonly stop: () => Promise<void>;
}

/** One question to one handler of a plugin. */
export interface Asked<Argument> {
  readonly plugin: string;
  readonly name: string;
  readonly argument: Argument;
  /** The settings in force, secrets in the clear; they go to the plugin and nowhere else. */
  readonly settings: JsonObject;
}

export interface BrokenPlugin {
  readonly folder: string;
  readonly faults: readonly Sentence[];
}

/** How a plugin stands: ready, or why not. */
export type PluginState = { readonly state: 'ready' } | { readonly state: 'failed'; readonly sentence: Sentence };

/** A program without plugins: the terminal's commands, and most tests. */
export const noPlugins: PluginHost = {
  manifests: [],
  broken: [],
  stateOf: (plugin) => Promise.resolve({ state: 'failed', sentence: notInstalled(plugin) }),
  runJob: ({ plugin }) => Promise.resolve({ outcome: 'failed', message: notInstalled(plugin), retry: true }),
  deliver: ({ plugin }) => Promise.resolve({ outcome: 'failed', message: notInstalled(plugin), retry: true }),
  choose: () => Promise.resolve(null),
  addressFault: () => null,
  stop: () => Promise.resolve(),
};

/** What is said where a plugin is needed that this program does not have. */
export function notInstalled(plugin: string): Sentence {
  return {
    zh: `没有安装插件「${plugin}」。请运维人员装上，或在流程里换掉这一步。`,
    en: `The plugin "${plugin}" is not installed. The operator has to add it, or the process has to do without.`,
  };
}

/** The manifest of a plugin with the job, channel or rule that a word such as `webhook:send` names. */
export function manifestOf(host: PluginHost, plugin: string): PluginManifest | null {
  return host.manifests.find(({ id }) => id === plugin) ?? null;
}

/** The job a word such as `webhook:send` names, as its plugin declares it. */
export function addedJob(manifest: PluginManifest | null, name: string): AddedJob | null {
  return manifest?.adds.jobs?.find((job) => job.name === name) ?? null;
}
