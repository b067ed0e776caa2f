import type { FormRule } from '../forms/form-definition.ts';
import type { Json, JsonObject } from '../json.ts';
import type { ProcessPart } from './process-contract.ts';

/** A text that people read, in both languages. */
export interface PluginText {
  readonly zh: string;
  readonly en: string;
}

/** `plugin.json`: what a plugin is, what it adds, what it may, and how it is set (`plugin.schema.json`). */
export interface PluginManifest {
  readonly id: string;
  readonly version: string;
  /** Number of the contract it was written against; see `server/plugins/contract.ts`. */
  readonly contract: number;
  readonly title: PluginText;
  readonly about: PluginText;
  readonly adds: PluginAdditions;
  readonly settings?: PluginSettings;
  readonly rights?: PluginRights;
}

/** What a plugin adds. In a pack each is called `<plugin id>:<name>`, as in `webhook:send`. */
interface PluginAdditions {
  readonly jobs?: readonly AddedJob[];
  readonly channels?: readonly AddedChannel[];
  readonly widgets?: readonly AddedWidget[];
  readonly rules?: readonly Added[];
}

interface Added {
  readonly name: string;
  readonly title: PluginText;
}

/** A job type for service tasks. */
export interface AddedJob extends Added {
  /** Kinds of process it may stand in. */
  readonly parts: readonly ProcessPart[];
  /** Task headers it must be given. */
  readonly headers?: readonly string[];
  /** Local variables it reads, made by input mappings; the handler sees them without a further right. */
  readonly inputs?: readonly string[];
  /** Variables it sets, with an example of each: names and types are taken from it, and simulations use it. */
  readonly outputs?: JsonObject;
  /** Where nobody switched the plugin on: the step is passed, or fails like any other (the default). */
  readonly whenOff?: 'pass' | 'fail';
}

/** A way out of the house. */
interface AddedChannel extends Added {
  /** `notices`: every notice of its area goes out here too. `jobs`: only what the plugin's own jobs ask for. */
  readonly takes: 'notices' | 'jobs';
}

/** A form control. */
export interface AddedWidget extends Added {
  /** JSON types of the fields it can fill in. */
  readonly types: readonly ('string' | 'number' | 'integer' | 'boolean')[];
}

/** A settings form: the same parts as a form of a pack. `x-secret` marks what is never shown again. */
interface PluginSettings {
  readonly schema: JsonObject;
  readonly ui?: JsonObject;
  readonly rules?: readonly FormRule[];
  /** English by the Chinese text of the form it stands for. */
  readonly english?: { readonly [chinese: string]: string };
}

/** What a plugin is given. What is not named here, it does not get. */
export interface PluginRights {
  /** Variables of the process its jobs may read. */
  readonly variables?: readonly string[];
  /** What it may read about: number, title, place, category, area. */
  readonly subjects?: readonly ('case' | 'meeting' | 'action-item')[];
  /** Forms whose submissions about those subjects it may read, without personal values. */
  readonly forms?: readonly string[];
  /** Personal values of those submissions, only while this setting (a yes or no) says yes. */
  readonly personal?: { readonly setting: string };
  /** Names and accounts of the people a notice goes to. */
  readonly people?: boolean;
  /** Where it may send to: a host, or the host of the address in a setting. The operator has to permit it as well. */
  readonly network?: readonly ({ readonly host: string } | { readonly setting: string })[];
}

/** `webhook:send` in its two halves, or null for what is no name of a plugin's addition. */
export function pluginName(word: string): { readonly plugin: string; readonly name: string } | null {
  const [, plugin, name] = /^([a-z][a-z0-9-]{0,39}):([a-z][a-z0-9-]{0,39})$/.exec(word) ?? [];
  return plugin === undefined || name === undefined || plugin === 'grid' ? null : { plugin, name };
}

/** Members of what a job sets, by variable, as its examples show them. */
export function outputMembers(example: Json): readonly string[] {
  return typeof example === 'object' && example !== null && !Array.isArray(example) ? Object.keys(example) : [];
}
