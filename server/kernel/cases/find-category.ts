import type { Category } from '../release/definitions.ts';

/** A category with the one above it. */
export interface FoundCategory {
  readonly category: Category;
  readonly parent: Category | null;
}

/** Ids of a category and those below it; of one that is not there, its own alone. */
export function categoryWithBelow(categories: readonly Category[], id: string): readonly string[] {
  return [id, ...(findCategory(categories, id)?.category.children ?? []).map((child) => child.id)];
}

/** The category with an id, at either level; undefined when the case type has none such. */
export function findCategory(categories: readonly Category[], id: string): FoundCategory | undefined {
  for (const parent of categories) {
    if (parent.id === id) return { category: parent, parent: null };
    const category = parent.children?.find((child) => child.id === id);
    if (category) return { category, parent };
  }
  return undefined;
}
