import type { PackFolder } from '../../kernel/compilation/pack-folder.ts';
import { definitionsIn, nearerOf, type WrittenDefinition } from '../reading/written-definitions.ts';

/** The key of a definition among all of an area. */
export function definitionKey({ kind, id }: Pick<WrittenDefinition, 'kind' | 'id'>): string {
  return `${kind} ${id}`;
}

/**
 * What holds after inheritance, definition by definition, as it is written: faulty files too, so that a draft can be
 * compared before it is right. Of two with the same key the one of the pack nearer to the street counts; translations are
 * laid over each other.
 *
 * @param packs the chain, the most general first
 */
export function definitionContents(packs: readonly PackFolder[]): ReadonlyMap<string, WrittenDefinition> {
  const found = new Map<string, WrittenDefinition>();
  for (const pack of packs) {
    for (const file of pack.files.values()) {
      for (const definition of definitionsIn(pack.id, file)) {
        const key = definitionKey(definition);
        found.set(key, nearerOf(found.get(key), definition));
      }
    }
  }
  return found;
}
