import { type AddedJob, type AddedWidget, type PluginManifest, pluginName } from './plugin-manifest.ts';

/** What plugins add to the words a pack may use. Null: nobody adds it. */
export interface AddedByPlugins {
  readonly job: (type: string) => AddedJob | null;
  readonly widget: (word: string) => Pick<AddedWidget, 'types'> | null;
  readonly hasRule: (word: string) => boolean;
  /** Words for what there is, for sentences that help. */
  readonly jobs: readonly string[];
  readonly rules: readonly string[];
}

/** What the given plugins add. */
export function addedBy(manifests: readonly PluginManifest[]): AddedByPlugins {
  const words = <T extends { readonly name: string }>(
    of: (manifest: PluginManifest) => readonly T[] | undefined,
  ): ReadonlyMap<string, T> =>
    new Map(
      manifests.flatMap((one) => (of(one) ?? []).map((added): [string, T] => [`${one.id}:${added.name}`, added])),
    );
  const jobs = words(({ adds }) => adds.jobs);
  const widgets = words(({ adds }) => adds.widgets);
  const rules = words(({ adds }) => adds.rules);
  return {
    job: (type) => jobs.get(type) ?? null,
    widget: (word) => widgets.get(word) ?? null,
    hasRule: (word) => rules.has(word),
    jobs: [...jobs.keys()],
    rules: [...rules.keys()],
  };
}

/**
 * The same for a release that was checked when it was published: a plugin that was taken away since adds whatever it is
 * named for, so that the release still runs, and only the steps that need the plugin stand still.
 */
export function toleratingMissing(installed: AddedByPlugins): AddedByPlugins {
  return {
    ...installed,
    job: (type) => installed.job(type) ?? missingJob(type),
    widget: (word) =>
      installed.widget(word) ?? (pluginName(word) ? { types: ['string', 'number', 'integer', 'boolean'] } : null),
    hasRule: (word) => pluginName(word) !== null,
  };
}

function missingJob(type: string): AddedJob | null {
  const named = pluginName(type);
  if (!named) return null;
  return { name: named.name, title: { zh: type, en: type }, parts: ['case', 'meeting', 'action-item'] };
}

/** Where nobody knows which plugins there are (a page of the studio): each adds what it is named for. */
export const anythingAdded: AddedByPlugins = toleratingMissing(addedBy([]));
