import type { Post } from '../../../server/kernel/organization/organization.ts';
import type { PostTemplate } from './post-templates.ts';

/** What choosing a set of posts does to a draft. */
export interface TemplatePlan {
  readonly added: readonly Post[];
  /** Posts the draft has already, as they would be. */
  readonly changed: readonly Post[];
  readonly removed: readonly Post[];
}

/** What of a post a set decides; who acts while it is vacant, permissions and categories stay the street's own. */
const decided = ['title', 'areaType', 'areaKinds', 'group', 'required', 'min', 'max', 'byKind'] as const;

/**
 * What choosing a set of posts would add, change and take away.
 *
 * @param posts those of the draft
 * @param roles ids of the draft's roles; others are not given to anybody
 * @param others whether posts of grids that are not in the set are taken away
 */
export function planTemplate(
  template: PostTemplate,
  posts: readonly Post[],
  roles: ReadonlySet<string>,
  others: 'keep' | 'remove',
): TemplatePlan {
  const own = new Map(posts.map((post) => [post.id, post]));
  const chosen = new Set(template.posts.map(({ id }) => id));
  const upper = upperPost(posts, chosen);
  const added = template.posts
    .filter(({ id }) => !own.has(id))
    .map((post) => ({
      ...post,
      ...(post.fallback === undefined && upper !== undefined ? { fallback: upper } : {}),
      roles: post.roles.filter((role) => roles.has(role)),
    }));
  const changed = template.posts.flatMap((post) => {
    const before = own.get(post.id);
    if (before === undefined) return [];
    const after = decide(before, post);
    return JSON.stringify(after) === JSON.stringify(before) ? [] : [after];
  });
  const removed = others === 'keep' ? [] : posts.filter(({ id, areaType }) => areaType === 'grid' && !chosen.has(id));
  return { added, changed, removed };
}

/** The post above grids that work goes to when the set's first post is vacant: as now, else the first of the next level. */
function upperPost(posts: readonly Post[], chosen: ReadonlySet<string>): string | undefined {
  const heads = posts.filter(({ group, areaType }) => group === 'head' && areaType === 'grid');
  const isUpper = (id: string): boolean => posts.some((post) => post.id === id && post.areaType !== 'grid');
  const asNow = heads.flatMap(({ fallback }) =>
    fallback && !chosen.has(fallback) && isUpper(fallback) ? [fallback] : [],
  );
  const levels = ['community', 'street', 'county'];
  const next = levels.flatMap((level) => posts.filter(({ areaType }) => areaType === level).map(({ id }) => id));
  return [...asNow, ...next][0];
}

function decide(before: Post, template: Post): Post {
  const without = Object.entries(before).filter(
    ([name]) => !decided.some((one) => one === name && template[one] === undefined),
  );
  const given = decided.flatMap((name) => (template[name] === undefined ? [] : [[name, template[name]] as const]));
  return { ...(Object.fromEntries(without) as unknown as Post), ...(Object.fromEntries(given) as Partial<Post>) };
}
