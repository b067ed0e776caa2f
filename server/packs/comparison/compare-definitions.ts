import { definitionContents } from './definition-contents.ts';
import type { EditedKind } from '../../kernel/compilation/file-kinds.ts';
import type { PackFolder } from '../../kernel/compilation/pack-folder.ts';
import type { WrittenDefinition } from '../reading/written-definitions.ts';
import { namesOf, type Names } from './names.ts';
import { tellChange, tellWhole } from './kind-tellings.ts';
import type { Sentence } from './sentence.ts';

/** What is different about one definition, in sentences. */
export interface DefinitionChange {
  readonly kind: EditedKind;
  readonly id: string;
  readonly title: string;
  readonly state: 'changed' | 'added' | 'removed';
  readonly sentences: readonly Sentence[];
}

/** Packs whose definitions hold for an area, the most general first; `EffectiveDefinitions` is one. */
export interface ComparedPacks {
  readonly packs: readonly PackFolder[];
}

/**
 * What is different between two sets of definitions after inheritance, in sentences as a clerk would say them. Faulty
 * definitions are compared too; equal ones are left out, whatever their files look like.
 *
 * @returns in the order of `definitionOrder`, then by id
 */
export async function compareDefinitions(
  before: ComparedPacks,
  after: ComparedPacks,
): Promise<readonly DefinitionChange[]> {
  return compareContents(definitionContents(before.packs), definitionContents(after.packs));
}

/** As `compareDefinitions`, for definitions by their keys. */
export async function compareContents(
  before: ReadonlyMap<string, WrittenDefinition>,
  after: ReadonlyMap<string, WrittenDefinition>,
): Promise<readonly DefinitionChange[]> {
  const names = namesOf(before.values(), after.values());
  const keys = [...new Set([...before.keys(), ...after.keys()])];
  const changes = await Promise.all(keys.map((key) => compareOne(names, before.get(key), after.get(key))));
  return changes
    .filter((change) => change !== null)
    .toSorted((one, other) => order(one) - order(other) || (one.id < other.id ? -1 : 1));
}

/** The kinds in the order in which people look at them. */
const definitionOrder: readonly EditedKind[] = [
  'process',
  'form',
  'decision',
  'case-type',
  'areas',
  'post',
  'limit',
  'ladder',
  'meeting',
  'calendar',
  'ledger',
  'notice',
  'role',
  'translations',
  'scenario',
];

function order({ kind }: DefinitionChange): number {
  return definitionOrder.indexOf(kind);
}

async function compareOne(
  names: Names,
  before: WrittenDefinition | undefined,
  after: WrittenDefinition | undefined,
): Promise<DefinitionChange | null> {
  const definition = after ?? before;
  if (!definition) return null;
  const { kind, id, title } = definition;
  if (before && after) {
    const sentences = await tellChange(names, before, after);
    return sentences.length === 0 ? null : { kind, id, title, state: 'changed', sentences };
  }
  const state = after ? 'added' : 'removed';
  return { kind, id, title, state, sentences: [await tellWhole(names, definition, state)] };
}
