import type { Json } from '../../kernel/json.ts';
import type { CompiledDefinitions } from '../../kernel/compilation/compile-definitions.ts';
import { errorAt, warningAt, type PackFault } from '../../kernel/compilation/pack-fault.ts';
import { kindOfFile } from '../../kernel/compilation/file-kinds.ts';
import type { PackDefinitions } from '../../kernel/compilation/pack-definitions.ts';
import { accountableValues } from './accountable-values.ts';
import { jsonOfFiles, placesAround, stablePlace } from './json-places.ts';

/** Every value is in a source or openly assumed, and what is said about values points at something. */
export function checkProvenance(compiled: CompiledDefinitions): readonly PackFault[] {
  return compiled.definitions.packs.flatMap((pack) => {
    const files = jsonOfFiles(pack);
    return [...checkValues(compiled, pack, files), ...checkPointers(pack, files)];
  });
}

type Files = ReadonlyMap<string, Json>;

function checkValues(compiled: CompiledDefinitions, pack: PackDefinitions, files: Files): readonly PackFault[] {
  const { sources, assumed } = pack.manifest.value;
  const said = [...sources.map((source) => source.definition), ...assumed.map((value) => value.path)];
  const accounts = new Set(said.map((path) => keyOf(readPath(files, path))));
  const unaccounted = accountableValues(compiled, pack, files).filter(
    (value) => !placesAround(value).some((place) => accounts.has(keyOf({ file: value.file, place }))),
  );
  return unaccounted.map((value) =>
    errorAt(value, 'value-without-source', {
      zh: `这个值没有写出处，也没有列为假定值。请在 pack.json 的 sources 里写出处，或在 assumed 里写「${value.file}#${value.place}」和理由。`,
      en: `This value has neither a source nor an entry in "assumed". Add one of them to pack.json for "${value.file}#${value.place}".`,
    }),
  );
}

interface Account {
  readonly file: string;
  /** With ids instead of numbers where lists have them. */
  readonly place: string;
}

function keyOf({ file, place }: Account): string {
  return `${file}#${place}`;
}

function checkPointers(pack: PackDefinitions, files: Files): readonly PackFault[] {
  const { sources, assumed } = pack.manifest.value;
  const said = [
    ...sources.map((source, index) => ({ path: source.definition, place: `/sources/${index}/definition` })),
    ...assumed.map((value, index) => ({ path: value.path, place: `/assumed/${index}/path` })),
  ];
  const seen = new Set<string>();
  return said.flatMap(({ path, place }) => {
    if (!exists(pack, files, path)) {
      return [
        errorAt(
          pack.manifest,
          'provenance-unknown',
          {
            zh: `「${path}」指不到任何东西。请检查文件名和里面的位置。`,
            en: `"${path}" points at nothing. Check the file and the place inside.`,
          },
          place,
        ),
      ];
    }
    const twice = place.startsWith('/assumed') && seen.has(path);
    seen.add(path);
    return twice
      ? [
          warningAt(
            pack.manifest,
            'assumed-twice',
            { zh: `假定值「${path}」写了两次。`, en: `The assumed value "${path}" is listed twice.` },
            place,
          ),
        ]
      : [];
  });
}

function exists(pack: PackDefinitions, files: Files, path: string): boolean {
  const [file = '', place = ''] = path.split('#');
  const text = pack.files.get(file)?.text;
  if (text === undefined) return false;
  if (place === '') return true;
  const kind = kindOfFile(file);
  if (kind === 'process' || kind === 'decision')
    return text.includes(`id="${place}"`) || text.includes(`id='${place}'`);
  return placeIn(files, file, place) !== null;
}

function readPath(files: Files, path: string): Account {
  const [file = '', place = ''] = path.split('#');
  return { file, place: placeIn(files, file, place) ?? place };
}

function placeIn(files: Files, file: string, place: string): string | null {
  const root = files.get(file);
  return root === undefined || !place.startsWith('/') ? null : stablePlace(root, place);
}
