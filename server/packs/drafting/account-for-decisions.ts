import type { AssumedValue, PackFile, PackSource } from '../../kernel/release/definitions.ts';
import type { PackFolder } from '../../kernel/compilation/pack-folder.ts';
import { isJsonArray, isJsonObject, type Json } from '../../kernel/json.ts';
import { placesAround } from '../checks/json-places.ts';
import { lastingPlace, pointsInto, valueSignatures, type SignedValue } from './value-signatures.ts';

/** Whose decision a value is, as pack.json says it: the area's own, by an office and on a day, never by name. */
export interface Decision {
  readonly document: string;
  readonly passage: string;
}

/** What the accounts of a pack's own values are made from. */
export interface AccountingMaterial {
  /** The area's own pack as the draft has it. */
  readonly own: PackFolder;
  /** As it was before the draft; null when the draft makes it. */
  readonly before: PackFolder | null;
  /** The packs it stands on, the most general first. */
  readonly below: readonly PackFolder[];
  /** Who decided what stands at a place of a file. */
  readonly decisionAt: (file: string, place: string) => Decision;
}

type SaidOfValues = Pick<PackFile, 'sources' | 'assumed'>;

/**
 * Keeps `sources` and `assumed` of a pack true while somebody changes it: what they changed or added is their own
 * decision and no longer assumed; what was copied from a pack below keeps the account it had there; what is said about
 * things that are gone goes too. So nobody who decides something is asked for a source afterwards.
 */
export async function accountForDecisions(manifest: SaidOfValues, material: AccountingMaterial): Promise<SaidOfValues> {
  const { own, before } = material;
  const changed = [...own.files.values()].filter(({ path, text }) => text !== before?.files.get(path)?.text);
  let accounts = accountsOf(manifest, own);
  for (const { path, text } of changed) accounts = await accountForFile(accounts, material, path, text);
  const points = new Map([...own.files.values()].map(({ path, text }) => [path, pointsInto(path, text)]));
  return saidBy(accounts.filter(({ file, place }) => points.get(file)?.(place) === true));
}

/** One entry of `sources` or `assumed`, with the place it is about. */
interface Account {
  readonly file: string;
  /** With ids where lists have them; empty when the whole file is meant. */
  readonly place: string;
  readonly said: { readonly source: PackSource } | { readonly assumed: AssumedValue };
}

async function accountForFile(
  accounts: readonly Account[],
  material: AccountingMaterial,
  path: string,
  text: string,
): Promise<readonly Account[]> {
  const earlier = await earlierValues(material, path);
  const items = new Set([...earlier.values()].map(({ item }) => item));
  const kept: Account[] = [];
  const said = new Set(accounts.flatMap((account) => (account.file === path ? [account.place] : [])));
  const decided = new Map<string, Account>();
  for (const value of await valueSignatures(path, text)) {
    const before = earlier.get(value.place);
    if (before?.signature === value.signature) {
      if (placesAround(value).some((place) => said.has(place))) continue;
      for (const account of placesAround(value).flatMap((place) => before.accounts.get(place) ?? [])) {
        kept.push(account);
        said.add(account.place);
      }
      continue;
    }
    // A thing that is new as a whole is one decision, not one for each of its values.
    const place = items.has(value.item) ? value.place : value.item;
    const definition = `${path}#${place}`;
    const source = { definition, ...material.decisionAt(path, value.place) };
    decided.set(place, { file: path, place, said: { source } });
  }
  const isOver = ({ file, place }: Account): boolean =>
    file === path && [place, ...placesAround({ place, item: '' })].some((at) => decided.has(at));
  return [...accounts.filter((account) => !isOver(account)), ...kept, ...decided.values()];
}

/** A value as some pack had it before, with what that pack says. */
interface EarlierValue extends SignedValue {
  readonly accounts: ReadonlyMap<string, readonly Account[]>;
}

/** The values of a file before the draft, by place; of several packs that have one the nearest. */
async function earlierValues(
  { before, below }: AccountingMaterial,
  path: string,
): Promise<ReadonlyMap<string, EarlierValue>> {
  const found = new Map<string, EarlierValue>();
  for (const pack of [...below, ...(before ? [before] : [])]) {
    const text = pack.files.get(path)?.text;
    if (text === undefined) continue;
    const accounts = Map.groupBy(
      accountsOf(manifestOf(pack), pack).filter(({ file }) => file === path),
      ({ place }) => place,
    );
    for (const value of await valueSignatures(path, text)) found.set(value.place, { ...value, accounts });
  }
  return found;
}

function accountsOf({ sources, assumed }: SaidOfValues, pack: PackFolder): readonly Account[] {
  const at = (said: string): Pick<Account, 'file' | 'place'> => {
    const [file = '', place = ''] = said.split(/#(.*)/s);
    return { file, place: lastingPlace(pack, file, place) };
  };
  return [
    ...sources.map((source) => ({ ...at(source.definition), said: { source } })),
    ...assumed.map((value) => ({ ...at(value.path), said: { assumed: value } })),
  ];
}

function saidBy(accounts: readonly Account[]): SaidOfValues {
  return {
    sources: eachOnce(accounts.flatMap(({ said }) => ('source' in said ? [said.source] : []))),
    assumed: eachOnce(accounts.flatMap(({ said }) => ('assumed' in said ? [said.assumed] : []))),
  };
}

function eachOnce<Said>(list: readonly Said[]): readonly Said[] {
  return [...new Map(list.map((said) => [JSON.stringify(said), said])).values()];
}

function manifestOf(pack: PackFolder): SaidOfValues {
  const value: Json = JSON.parse(pack.files.get('pack.json')?.text ?? '{}');
  const list = (name: string): readonly Json[] => {
    const found = isJsonObject(value) ? value[name] : undefined;
    return isJsonArray(found) ? found : [];
  };
  // A published pack.json was read against its schema.
  return {
    sources: list('sources') as unknown as readonly PackSource[],
    assumed: list('assumed') as unknown as readonly AssumedValue[],
  };
}
