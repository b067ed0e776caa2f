import { createHash } from 'node:crypto';
import { assembleRelease } from '../kernel/compilation/assemble-release.ts';
import type { CompiledDefinitions } from '../kernel/compilation/compile-definitions.ts';
import { kindOfFile } from '../kernel/compilation/file-kinds.ts';
import type { PackDefinitions } from '../kernel/compilation/pack-definitions.ts';
import type { CompiledRelease, ReleaseManifest, SaidAssumption } from '../kernel/release/compiled-release.ts';
import { wordsOfJsonPlace, wordsOfXmlElement, type TitleOf } from './assumption-words.ts';
import { canonicalJson } from './canonical-json.ts';
import { jsonOfFiles } from './checks/json-places.ts';
import { schemaOf } from './reading/shapes.ts';

/**
 * The release of a pack with its name and its assumed values in words. Two packs with the same bytes give the same hash,
 * wherever they lie.
 */
export function buildRelease(compiled: CompiledDefinitions): CompiledRelease {
  const assumed = compiled.definitions.packs.flatMap((pack) => sayAssumptions(compiled, pack));
  return assembleRelease(compiled, { hashOf, assumed });
}

function hashOf(manifest: ReleaseManifest): string {
  const content = {
    ...manifest,
    packs: [...manifest.packs],
    definitions: manifest.definitions.map((entry) => ({ ...entry })),
  };
  return createHash('sha256').update(canonicalJson(content)).digest('hex');
}

function sayAssumptions(compiled: CompiledDefinitions, pack: PackDefinitions): readonly SaidAssumption[] {
  const files = jsonOfFiles(pack);
  const titleOf = titles(compiled);
  return pack.manifest.value.assumed.map((assumed) => {
    const [file = '', place = ''] = assumed.path.split('#');
    const kind = kindOfFile(file);
    const root = files.get(file);
    if (kind === 'process' || kind === 'decision')
      return {
        ...assumed,
        ...wordsOfXmlElement(kind === 'process' ? '流程' : '分派规则', pack.files.get(file)?.text ?? '', place),
      };
    return {
      ...assumed,
      ...(kind !== null && kind !== 'readme' && root !== undefined
        ? wordsOfJsonPlace(schemaOf(kind), root, place, titleOf)
        : { definition: file, what: place }),
    };
  });
}

function titles({ definitions }: CompiledDefinitions): TitleOf {
  const named = [
    ...definitions.posts,
    ...definitions.limits,
    ...definitions.calendars,
    ...definitions.ladders,
    ...definitions.notices,
    ...definitions.roles,
    ...definitions.forms,
  ];
  const known = new Map([
    ...named.map(({ value }) => [value.id, value.title] as const),
    ...definitions.areas.map(({ value }) => [value.code, value.name] as const),
  ]);
  return (id) => known.get(id);
}
