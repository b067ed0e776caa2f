import type { PostAt } from './holders.ts';
import type { Post, Role } from './organization.ts';

/** What one post held lets its holder do (管辖范围): permissions in an area and below it, for some categories of cases. */
export interface ScopeGrant {
  readonly area: string;
  /** Words of the packs; one that the program does not know permits nothing. */
  readonly permissions: ReadonlySet<string>;
  /** Ids of categories, lower ones included; absent: cases of all categories. */
  readonly categories?: ReadonlySet<string>;
}

/**
 * What holding a post grants: the permissions of its roles in its area and everything below, for the categories it is for.
 *
 * @param post as the position's area has it; undefined when the area has no such post any more: that grants nothing
 * @param roles roles of the release by id
 * @param withBelow a category with those below it, by id
 */
export function grantOf(
  held: PostAt,
  post: Post | undefined,
  roles: ReadonlyMap<string, Role>,
  withBelow: (category: string) => readonly string[],
): ScopeGrant {
  const permissions = new Set((post?.roles ?? []).flatMap((role) => roles.get(role)?.permissions ?? []));
  const { categories } = post ?? {};
  return categories === undefined
    ? { area: held.area, permissions }
    : { area: held.area, permissions, categories: new Set(categories.flatMap(withBelow)) };
}

/**
 * Whether a grant reaches cases of a category.
 *
 * @param category absent: whether it reaches any at all
 */
export function reachesCategory({ categories }: ScopeGrant, category?: string): boolean {
  return categories === undefined || category === undefined || categories.has(category);
}
