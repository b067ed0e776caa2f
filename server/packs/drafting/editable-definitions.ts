import type { PackFolder } from '../../kernel/compilation/pack-folder.ts';
import {
  definitionsIn,
  nearerOf,
  type DefinitionContent,
  type DefinitionKey,
  type WrittenDefinition,
} from '../reading/written-definitions.ts';

/** A definition that can be edited, for what it holds can be read. */
export interface PackDefinition extends WrittenDefinition {
  readonly content: DefinitionContent;
}

const read = new WeakMap<PackFolder, readonly PackDefinition[]>();

/**
 * The definitions that the files of one pack hold. Files that are no JSON are left out; reading reports them.
 * What a folder holds is found once: folders of published packs are kept and asked again with every save of a draft.
 */
export function definitionsOf(folder: PackFolder): readonly PackDefinition[] {
  const known = read.get(folder);
  if (known) return known;
  const found = [...folder.files.values()].flatMap((file) => definitionsIn(folder.id, file)).filter(isEditable);
  read.set(folder, found);
  return found;
}

/**
 * What holds after inheritance: of two definitions with the same key the one of the pack nearer to the street.
 * Translations are laid over each other.
 */
export function nearestDefinitions(packs: readonly PackFolder[]): ReadonlyMap<string, PackDefinition> {
  const nearest = new Map<string, PackDefinition>();
  for (const definition of packs.flatMap(definitionsOf)) {
    const key = keyText(definition);
    nearest.set(key, nearerOf(nearest.get(key), definition));
  }
  return nearest;
}

/** A key as one text. */
export function keyText({ kind, id }: DefinitionKey): string {
  return `${kind}/${id}`;
}

function isEditable(definition: WrittenDefinition): definition is PackDefinition {
  return definition.id !== '' && !('text' in definition.content);
}
