import { isJsonArray, isJsonObject, type Json } from '../../kernel/json.ts';
import type { CompiledDefinitions } from '../compile-definitions.ts';
import { errorAt, warningAt, type PackFault } from '../pack-fault.ts';
import { kindOfFile } from '../reading/file-kinds.ts';
import type { PackDefinitions } from '../reading/pack-definitions.ts';
import { accountableValues, type AccountableValue } from './accountable-values.ts';

/** Every value is in a source or openly assumed, and what is said about values points at something. */
export function checkProvenance(compiled: CompiledDefinitions): readonly PackFault[] {
  return compiled.definitions.packs.flatMap((pack) => [...checkValues(compiled, pack), ...checkPointers(pack)]);
}

function checkValues(compiled: CompiledDefinitions, pack: PackDefinitions): readonly PackFault[] {
  const { sources, assumed } = pack.manifest.value;
  const accounts = [...sources.map((source) => source.definition), ...assumed.map((value) => value.path)].map((path) => readPath(pack, path));
  const unaccounted = accountableValues(compiled, pack).filter((value) => !accounts.some((account) => accountsFor(account, value)));
  return unaccounted.map((value) => errorAt(value, 'value-without-source', {
    zh: `这个值没有写出处，也没有列为假定值。请在 pack.json 的 sources 里写出处，或在 assumed 里写「${value.file}#${value.place}」和理由。`,
    en: `This value has neither a source nor an entry in "assumed". Add one of them to pack.json for "${value.file}#${value.place}".`,
  }));
}

interface Account {
  readonly file: string;
  /** With ids instead of numbers where lists have them. */
  readonly place: string;
}

/** What is said about an item or a part of it accounts for what is inside; what is said about a whole list does not. */
function accountsFor(account: Account, value: AccountableValue): boolean {
  if (account.file !== value.file) return false;
  const within = value.place === account.place || value.place.startsWith(`${account.place}/`);
  return within && (account.place === value.item || account.place.startsWith(`${value.item}/`));
}

function checkPointers(pack: PackDefinitions): readonly PackFault[] {
  const { sources, assumed } = pack.manifest.value;
  const said = [
    ...sources.map((source, index) => ({ path: source.definition, place: `/sources/${index}/definition` })),
    ...assumed.map((value, index) => ({ path: value.path, place: `/assumed/${index}/path` })),
  ];
  const seen = new Set<string>();
  return said.flatMap(({ path, place }) => {
    if (!exists(pack, path)) {
      return [errorAt(pack.manifest, 'provenance-unknown', {
        zh: `「${path}」指不到任何东西。请检查文件名和里面的位置。`,
        en: `"${path}" points at nothing. Check the file and the place inside.`,
      }, place)];
    }
    const twice = place.startsWith('/assumed') && seen.has(path);
    seen.add(path);
    return twice ? [warningAt(pack.manifest, 'assumed-twice', { zh: `假定值「${path}」写了两次。`, en: `The assumed value "${path}" is listed twice.` }, place)] : [];
  });
}

function exists(pack: PackDefinitions, path: string): boolean {
  const [file = '', place = ''] = path.split('#');
  const text = pack.files.get(file)?.text;
  if (text === undefined) return false;
  if (place === '') return true;
  const kind = kindOfFile(file);
  if (kind === 'process' || kind === 'decision') return text.includes(`id="${place}"`) || text.includes(`id='${place}'`);
  return place.startsWith('/') && resolvePlace(pack, file, place) !== null;
}

function readPath(pack: PackDefinitions, path: string): Account {
  const [file = '', place = ''] = path.split('#');
  return { file, place: place.startsWith('/') ? (resolvePlace(pack, file, place) ?? place) : place };
}

/** A JSON pointer with ids in place of numbers, or null when it points at nothing. */
function resolvePlace(pack: PackDefinitions, file: string, place: string): string | null {
  const text = pack.files.get(file)?.text;
  if (text === undefined || kindOfFile(file) === 'process' || kindOfFile(file) === 'decision') return null;
  let value = parsed(text);
  let resolved = '';
  for (const segment of place.slice(1).split('/').map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))) {
    const found = memberOf(value, segment);
    if (!found) return null;
    value = found.value;
    resolved += `/${found.name}`;
  }
  return resolved;
}

function memberOf(value: Json, segment: string): { readonly name: string; readonly value: Json } | null {
  if (isJsonArray(value)) {
    const index = /^\d+$/.test(segment) && value[Number(segment)] !== undefined ? Number(segment) : value.findIndex((item) => idOf(item) === segment);
    const item = value[index];
    return item === undefined ? null : { name: idOf(item) ?? String(index), value: item };
  }
  const member = isJsonObject(value) && Object.hasOwn(value, segment) ? value[segment] : undefined;
  return member === undefined ? null : { name: segment, value: member };
}

function idOf(item: Json): string | null {
  const id = isJsonObject(item) ? (item['id'] ?? item['code']) : null;
  return typeof id === 'string' ? id : null;
}

function parsed(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch (error) {
    if (error instanceof SyntaxError) return null; // reported where the file is read
    throw error;
  }
}
