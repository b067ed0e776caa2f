import type { PackFile } from '../../kernel/release/definitions.ts';
import type { FileOfPack, PackFolder } from '../../kernel/compilation/pack-folder.ts';
import { localDate } from '../../kernel/local-time.ts';
import type { Instant, Json } from '../../kernel/json.ts';
import { accountForDecisions, type Decision } from './account-for-decisions.ts';
import { definitionsOf, keyText } from './editable-definitions.ts';
import type { DefinitionKey } from '../reading/written-definitions.ts';
import { editJson, newJson } from './edit-json.ts';
import { packFile } from './pack-file.ts';

/** Who changed a definition of a draft last; an office, not a name. */
export interface Touch extends DefinitionKey {
  readonly at: Instant;
  readonly as: string;
}

/** What a draft is put together from. */
export interface DraftParts {
  /** Packs of what it began from, the most general first. */
  readonly base: readonly PackFolder[];
  /** Id of the area's own pack; when it is not the last of the base, the draft makes it. */
  readonly pack: string;
  readonly area: { readonly code: string; readonly name: string };
  /** Files laid over the own pack by path; null: taken out. */
  readonly overlay: ReadonlyMap<string, string | null>;
  readonly touched: readonly Touch[];
  /** The highest version that the own pack was published with; null: never. */
  readonly lastVersion: string | null;
}

/** A draft as packs that can be compiled. */
export interface ComposedDraft {
  readonly packs: readonly PackFolder[];
  /** The area's own pack as the draft has it, the last of `packs`. */
  readonly own: PackFolder;
  /** As it is published; null when the draft makes it. */
  readonly before: PackFolder | null;
  /** The packs it stands on. */
  readonly below: readonly PackFolder[];
}

/**
 * Lays the files of a draft over the area's own pack, and brings its `pack.json` up to date: version, and who decided
 * what. A draft that changes nothing gives the own pack as it was, byte for byte. The same parts give the same bytes
 * whenever they are put together, so that what was examined is what is published.
 */
export async function composeDraft(parts: DraftParts): Promise<ComposedDraft> {
  const { base, pack, overlay } = parts;
  const last = base.at(-1);
  const before = last?.id === pack ? last : null;
  const below = before ? base.slice(0, -1) : base;
  if (overlay.size === 0 && before) return { packs: base, own: before, before, below };
  const files = new Map<string, FileOfPack>(before?.files ?? []);
  for (const [path, text] of overlay) {
    if (text === null) files.delete(path);
    else files.set(path, packFile(path, text));
  }
  const unaccounted = { id: pack, files };
  const manifestText = files.get('pack.json')?.text ?? newJson(newManifest(parts, below));
  const manifest = JSON.parse(manifestText) as PackFile;
  const accounts = await accountForDecisions(manifest, {
    own: unaccounted,
    before,
    below,
    decisionAt: decisions(parts, unaccounted),
  });
  const next = {
    ...manifest,
    version: nextVersion(parts, manifest, before),
    // A shipped pack that is changed for the first time remembers which version it was.
    ...(manifest.takenFrom === undefined && before ? { takenFrom: versionOf(before) } : {}),
    ...accounts,
  };
  const path = 'pack.json';
  const own = {
    id: pack,
    files: new Map([
      [path, packFile(path, editJson(manifestText, next as unknown as Json))],
      ...withoutManifest(files),
    ]),
  };
  return { packs: [...below, own], own, before, below };
}

function withoutManifest(files: ReadonlyMap<string, FileOfPack>): readonly (readonly [string, FileOfPack])[] {
  return [...files].filter(([path]) => path !== 'pack.json').toSorted(([one], [other]) => (one < other ? -1 : 1));
}

function newManifest({ pack, area }: DraftParts, below: readonly PackFolder[]): Json {
  const inherited = below.at(-1);
  const known = inherited ? (JSON.parse(inherited.files.get('pack.json')?.text ?? '{}') as PackFile).title : '';
  // The pack below may be made for this very area; then the street is called well already.
  const title = known.includes(area.name) ? known : area.name;
  return {
    id: pack,
    version: '0.0.0',
    takenFrom: null,
    title,
    extends: inherited?.id ?? null,
    sources: [],
    assumed: [],
  };
}

/** The patch after the highest that was published; a version that somebody set higher (an upgrade) stays. */
function nextVersion({ lastVersion }: DraftParts, manifest: PackFile, before: PackFolder | null): string {
  const published = [lastVersion, before && versionOf(before)].filter((version) => version !== null);
  const highest = published.toSorted(compareVersions).at(-1);
  if (highest === undefined) return '1.0.0';
  if (compareVersions(manifest.version, highest) > 0) return manifest.version;
  const [major = 0, minor = 0, patch = 0] = numbersOf(highest);
  return `${major}.${minor}.${patch + 1}`;
}

function versionOf(pack: PackFolder): string {
  return (JSON.parse(pack.files.get('pack.json')?.text ?? '{"version":"0.0.0"}') as PackFile).version;
}

function numbersOf(version: string): readonly number[] {
  return (version.split(/[-+]/)[0] ?? '').split('.').map(Number);
}

/** Which of two versions is the later one, by their three numbers. */
export function compareVersions(one: string, other: string): number {
  const [first, second] = [numbersOf(one), numbersOf(other)];
  const index = [0, 1, 2].find((at) => first[at] !== second[at]);
  return index === undefined ? 0 : (first[index] ?? 0) - (second[index] ?? 0);
}

/** Says of a place who decided it: whoever touched the definition that stands there last. */
function decisions({ area, touched }: DraftParts, own: PackFolder): (file: string, place: string) => Decision {
  const byKey = new Map(touched.map((touch) => [keyText(touch), touch]));
  const byFile = Map.groupBy(definitionsOf(own), ({ file }) => file);
  return (file, place) => {
    const written = byFile.get(file) ?? [];
    const item = place.split('/')[2];
    const definition = written.length === 1 ? written[0] : written.find(({ id }) => id === item);
    const touch = definition && byKey.get(keyText(definition));
    const who = touch ? `${dayWords(touch.at)}，${touch.as}在配置中改定` : '在配置中改定';
    return { document: `${area.name}自定`, passage: who };
  };
}

function dayWords(at: Instant): string {
  const [year, month, day] = localDate(at).split('-').map(Number);
  return `${year}年${month}月${day}日`;
}
