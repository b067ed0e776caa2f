import { unitArea } from '../organization/unit-area.ts';
import { errorAt, warningAt, type Located, type PackFault } from './pack-fault.ts';
import { kindOfFile, type JsonKind } from './file-kinds.ts';
import type { JsonShapes, ReadJson } from './json-shapes.ts';
import type { PackDefinitions, Written, WrittenXml } from './pack-definitions.ts';
import type { FileOfPack, PackFolder } from './pack-folder.ts';

/**
 * Reads the files of one pack into definitions: each JSON file against its schema, ids unique per kind. What cannot be
 * read is reported and left out, so that everything else can still be checked.
 *
 * @param folder the pack's files
 * @param readJson how a JSON file is read against its schema
 * @returns the definitions, or null when `pack.json` itself cannot be read
 */
export function readDefinitions(
  folder: PackFolder,
  readJson: ReadJson,
): {
  readonly definitions: PackDefinitions | null;
  readonly faults: readonly PackFault[];
} {
  const faults: PackFault[] = strangeFiles(folder);
  const read = <Kind extends JsonKind>(kind: Kind): readonly Written<JsonShapes[Kind]>[] =>
    filesOf(folder, kind).flatMap((file) => {
      const at = { pack: folder.id, file: file.path, place: '' };
      const reading = readJson(kind, at, file.text);
      faults.push(...reading.faults);
      return reading.value === null ? [] : [{ ...at, value: reading.value }];
    });
  const [manifest] = read('pack');
  if (!folder.files.has('pack.json')) faults.push(packFileMissing(folder.id));
  else if (manifest && manifest.value.id !== folder.id) faults.push(idDiffers(manifest, folder.id));
  const areas = read('areas');
  const definitions = {
    id: folder.id,
    files: folder.files,
    codePatterns: areas[0] ? { ...areas[0], value: areas[0].value.codePatterns, place: '/codePatterns' } : null,
    areas: areas.flatMap((file) => [
      ...itemsOf(file, 'areas', file.value.areas),
      ...itemsOf(file, 'units', (file.value.units ?? []).map(unitArea)),
    ]),
    areaChanges: areas.flatMap((file) => itemsOf(file, 'changes', file.value.changes ?? [])),
    posts: read('posts').flatMap((file) => itemsOf(file, 'posts', file.value.posts)),
    roles: read('roles').flatMap((file) => itemsOf(file, 'roles', file.value.roles)),
    limits: read('limits').flatMap((file) => itemsOf(file, 'limits', file.value.limits)),
    caseTypes: read('case-type'),
    forms: read('form'),
    calendars: read('calendar'),
    ladders: read('ladder'),
    meetings: read('meeting'),
    ledgers: read('ledger'),
    notices: read('notice'),
    translations: read('translations'),
    people: read('people'),
    demoCases: read('demo-cases'),
    scenarios: read('scenario'),
    processes: xmlOf(folder, 'process'),
    decisions: xmlOf(folder, 'decision'),
  };
  faults.push(...repeatedIds(definitions));
  return { definitions: manifest ? { ...definitions, manifest } : null, faults };
}

function filesOf(folder: PackFolder, kind: string): readonly FileOfPack[] {
  return [...folder.files.values()].filter((file) => kindOfFile(file.path) === kind);
}

function itemsOf<Item>(file: Located, list: string, items: readonly Item[]): readonly Written<Item>[] {
  return items.map((value, index) => ({ pack: file.pack, file: file.file, place: `/${list}/${index}`, value }));
}

function xmlOf(folder: PackFolder, kind: 'process' | 'decision'): readonly WrittenXml[] {
  return filesOf(folder, kind).map((file) => ({ pack: folder.id, file: file.path, place: '', xml: file.text }));
}

function strangeFiles(folder: PackFolder): PackFault[] {
  return [...folder.files.keys()]
    .filter((path) => kindOfFile(path) === null)
    .map((file) =>
      warningAt({ pack: folder.id, file, place: '' }, 'pack-file-unknown', {
        zh: `配置包里没有「${file}」的位置，没有用它。请放到对应的文件夹，检查扩展名。`,
        en: `A pack has no place for "${file}", so it is not used. Put it into the folder of its kind and check its ending.`,
      }),
    );
}

type Identified = Omit<PackDefinitions, 'manifest'>;

function repeatedIds(definitions: Identified): readonly PackFault[] {
  const byId = [
    'posts',
    'roles',
    'limits',
    'caseTypes',
    'forms',
    'calendars',
    'ladders',
    'meetings',
    'ledgers',
    'notices',
  ] as const;
  return [
    ...repeated(
      definitions.areas.map((area) => ({
        at: area,
        id: area.value.code,
        below: area.value.type === 'unit' ? '/id' : '/code',
      })),
    ),
    ...byId.flatMap((kind) =>
      repeated(definitions[kind].map((written) => ({ at: written, id: written.value.id, below: '/id' }))),
    ),
  ];
}

function repeated(
  written: readonly { readonly at: Located; readonly id: string; readonly below: string }[],
): readonly PackFault[] {
  const seen = new Map<string, Located>();
  return written.flatMap(({ at, id, below }) => {
    const first = seen.get(id);
    seen.set(id, first ?? at);
    return first ? [errorAt(at, 'id-duplicate', idTwice(id, first), below)] : [];
  });
}

/** The sentence about an id that is used twice. */
export function idTwice(id: string, first: Located): { readonly zh: string; readonly en: string } {
  const where = `${first.file}${first.place === '' ? '' : `#${first.place}`}`;
  return {
    zh: `编号「${id}」已经用在 ${where}。每个编号只能用一次，请改一个。`,
    en: `The id "${id}" is already used at ${where}. Ids are unique; change one of them.`,
  };
}

function packFileMissing(pack: string): PackFault {
  return errorAt({ pack, file: 'pack.json', place: '' }, 'pack-file-missing', {
    zh: `「${pack}」里没有 pack.json，不是配置包。请补上。`,
    en: `"${pack}" has no pack.json, so it is no pack. Add one.`,
  });
}

function idDiffers(manifest: Written<JsonShapes['pack']>, folder: string): PackFault {
  return warningAt(
    manifest,
    'pack-id',
    {
      zh: `编号「${manifest.value.id}」和文件夹「${folder}」不同名。请改成一样。`,
      en: `The id "${manifest.value.id}" differs from the folder's name "${folder}". Make them equal.`,
    },
    '/id',
  );
}
