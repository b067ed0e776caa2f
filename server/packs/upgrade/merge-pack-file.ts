import type { FileOfPack, PackFolder } from '../../kernel/compilation/pack-folder.ts';
import { isJsonArray, isJsonObject, parsedJson, textIn, type Json, type JsonObject } from '../../kernel/json.ts';
import { canonicalJson } from '../canonical-json.ts';
import { compareVersions } from '../drafting/compose-draft.ts';
import { editJson } from '../drafting/edit-json.ts';
import { pointsInto } from '../drafting/value-signatures.ts';
import type { PackVersions } from './lay-upgrade.ts';

/**
 * `pack.json` after an upgrade: the new version's, with what the area says about its own values. An entry that the new
 * version has dropped stays only where the area kept its own definition; one that points at nothing goes.
 *
 * @param files what the pack holds then
 * @param kept files with definitions that stay the area's own
 * @param lastVersion the highest version the pack was published with; the merged one is higher
 */
export function mergePackFile(
  { base, ours, theirs }: PackVersions,
  files: ReadonlyMap<string, FileOfPack>,
  kept: ReadonlySet<string>,
  lastVersion: string | null,
): string {
  const [was, own, next] = [manifestOf(base), manifestOf(ours), manifestOf(theirs)];
  const ownText = ours.files.get('pack.json')?.text ?? '';
  const theirText = theirs?.files.get('pack.json')?.text;
  const version = versionAfter(textIn(own['version']), textIn(next['version']), lastVersion);
  if (theirText !== undefined && same(was, own) && version === next['version']) return theirText;
  const points = new Map([...files.values()].map(({ path, text }) => [path, pointsInto(path, text)]));
  const entries = (name: 'sources' | 'assumed', place: 'definition' | 'path'): readonly Json[] =>
    mergedEntries([listIn(was, name), listIn(own, name), listIn(next, name)], (entry) => {
      const [file = '', at = ''] = (isJsonObject(entry) ? textIn(entry[place]) : '').split(/#(.*)/s);
      return { keeps: kept.has(file), stands: points.get(file)?.(at) === true };
    });
  const merged: JsonObject = {
    ...own,
    ...(theirs === null
      ? {}
      : {
          extends: next['extends'] ?? null,
          title: merge(was, own, next, 'title'),
          takenFrom: next['version'] ?? null,
        }),
    version,
    sources: entries('sources', 'definition'),
    assumed: entries('assumed', 'path'),
  };
  return editJson(theirText !== undefined && same(was, own) ? theirText : ownText, merged);
}

function mergedEntries(
  [was, own, next]: readonly [readonly Json[], readonly Json[], readonly Json[]],
  about: (entry: Json) => { readonly keeps: boolean; readonly stands: boolean },
): readonly Json[] {
  const [before, theirs] = [new Set(was.map(canonicalJson)), new Set(next.map(canonicalJson))];
  const ours = own.filter((entry) => {
    const text = canonicalJson(entry);
    return !before.has(text) || theirs.has(text) || about(entry).keeps;
  });
  const known = new Set(ours.map(canonicalJson));
  const added = next.filter((entry) => {
    const text = canonicalJson(entry);
    // What the area has taken out of its pack.json comes back only with a definition that comes anew.
    return !known.has(text) && !(before.has(text) && about(entry).keeps);
  });
  return [...ours, ...added].filter((entry) => about(entry).stands);
}

function merge(was: JsonObject, own: JsonObject, next: JsonObject, name: string): Json {
  return (same(own[name] ?? null, was[name] ?? null) ? next[name] : own[name]) ?? null;
}

function versionAfter(own: string, next: string, lastVersion: string | null): string {
  const highest = [own, lastVersion ?? own].toSorted(compareVersions).at(-1) ?? own;
  return next !== '' && compareVersions(next, highest) > 0 ? next : nextPatch(highest);
}

function nextPatch(version: string): string {
  const [major = 0, minor = 0, patch = 0] = (version.split(/[-+]/)[0] ?? '').split('.').map(Number);
  return `${major}.${minor}.${patch + 1}`;
}

function same(one: Json, other: Json): boolean {
  return canonicalJson(one) === canonicalJson(other);
}

function listIn(manifest: JsonObject, name: string): readonly Json[] {
  const list = manifest[name];
  return isJsonArray(list) ? list : [];
}

function manifestOf(pack: PackFolder | null): JsonObject {
  const read = parsedJson(pack?.files.get('pack.json')?.text ?? '{}');
  return isJsonObject(read) ? read : {};
}
