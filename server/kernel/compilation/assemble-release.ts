import type { CompiledRelease, ManifestEntry, ReleaseManifest, SaidAssumption } from '../release/compiled-release.ts';
import type { DefinitionKind } from '../release/definitions.ts';
import type { CompiledDefinitions } from './compile-definitions.ts';
import { kindOfFile } from './file-kinds.ts';
import type { Written } from './pack-definitions.ts';
import type { Located } from './pack-fault.ts';

/** What a release is called, and what is said about the values in it. */
export interface ReleaseNaming {
  /** The hash that names a manifest. */
  readonly hashOf: (manifest: ReleaseManifest) => string;
  readonly assumed: readonly SaidAssumption[];
}

/** Puts a release together: what holds after inheritance, compiled, with the manifest of what it was made from. */
export function assembleRelease(compiled: CompiledDefinitions, { hashOf, assumed }: ReleaseNaming): CompiledRelease {
  const { definitions } = compiled;
  const manifest = manifestOf(compiled);
  return {
    hash: hashOf(manifest),
    manifest,
    title: definitions.top.manifest.value.title,
    processes: new Map([...compiled.processes].map(([id, { executable, xml }]) => [id, { executable, xml }])),
    decisions: new Map([...compiled.decisions].map(([id, { decision }]) => [id, decision])),
    forms: new Map([...compiled.forms].map(([id, { expanded }]) => [id, expanded])),
    limits: byId(definitions.limits),
    calendars: byId(definitions.calendars),
    ladders: byId(definitions.ladders),
    meetings: byId(definitions.meetings),
    ledgers: byId(definitions.ledgers),
    notices: byId(definitions.notices),
    caseTypes: byId(definitions.caseTypes),
    roles: byId(definitions.roles),
    areas: definitions.areas.map((area) => area.value),
    areaChanges: definitions.areaChanges.map((change) => change.value),
    posts: definitions.posts.map((post) => post.value),
    pluginJobs: pluginJobsOf(compiled),
    english: definitions.english,
    sources: definitions.packs.flatMap((pack) => pack.manifest.value.sources),
    assumed,
  };
}

/** What the plugins' jobs that the processes use answer with where no plugin runs: their examples. */
function pluginJobsOf({ processes, plugins }: CompiledDefinitions): CompiledRelease['pluginJobs'] {
  const nodes = [...processes.values()].flatMap(({ executable }) => [...executable.nodes.values()]);
  const types = nodes.flatMap((node) => (node.type === 'serviceTask' ? [node.jobType] : []));
  return new Map(
    types.flatMap((type) => {
      const job = plugins.job(type);
      return job ? [[type, job.outputs ?? {}] as const] : [];
    }),
  );
}

function byId<Value extends { readonly id: string }>(written: readonly Written<Value>[]): ReadonlyMap<string, Value> {
  return new Map(written.map(({ value }) => [value.id, value]));
}

function manifestOf(compiled: CompiledDefinitions): ReleaseManifest {
  const { definitions } = compiled;
  const { id, version } = definitions.top.manifest.value;
  const named = [
    definitions.caseTypes,
    definitions.forms,
    definitions.calendars,
    definitions.ladders,
    definitions.meetings,
    definitions.ledgers,
    definitions.notices,
  ].flatMap((kind) => kind.map((written) => entryOf(compiled, written, written.value.id)));
  const models = [...compiled.processes, ...compiled.decisions].map(([model, written]) =>
    entryOf(compiled, written, model),
  );
  const entries = [...named, ...models, ...wholeFiles(compiled)].filter((entry) => entry !== null);
  return {
    format: 1,
    pack: id,
    version,
    packs: definitions.packs.map((pack) => ({ id: pack.id, version: pack.manifest.value.version })),
    definitions: entries.toSorted((one, other) => (sortKey(one) < sortKey(other) ? -1 : 1)),
  };
}

function sortKey(entry: ManifestEntry): string {
  return `${entry.kind}/${entry.id}/${entry.pack}/${entry.file}`;
}

/** Files that hold many small definitions count as one, named after the file, from every pack of the chain. */
function wholeFiles(compiled: CompiledDefinitions): readonly (ManifestEntry | null)[] {
  const names = ['areas.json', 'posts.json', 'roles.json', 'limits.json', 'translations/en.json'];
  return compiled.definitions.packs.flatMap((pack) =>
    names
      .filter((file) => pack.files.has(file))
      .map((file) => entryOf(compiled, { pack: pack.id, file, place: '' }, file.replace(/^.*\/|\.json$/g, ''))),
  );
}

function entryOf(compiled: CompiledDefinitions, written: Located, id: string): ManifestEntry | null {
  const file = compiled.definitions.packs.find((pack) => pack.id === written.pack)?.files.get(written.file);
  const kind = kindOfFile(written.file);
  return file && isDefinitionKind(kind)
    ? { kind, id, pack: written.pack, file: written.file, sha256: file.sha256 }
    : null;
}

function isDefinitionKind(kind: ReturnType<typeof kindOfFile>): kind is DefinitionKind {
  return kind !== null && !['pack', 'people', 'demo-cases', 'scenario', 'readme'].includes(kind);
}
