import { pathUp, type AreaTree } from './area-tree.ts';
import type { Area, Post, PostAssignment } from './organization.ts';

/** What is known about who works where: the pinned areas and posts, and who holds them. */
export interface Organization {
  readonly tree: AreaTree;
  readonly posts: ReadonlyMap<string, Post>;
  readonly assignments: readonly PostAssignment[];
}

/** A post at an area. */
export interface PostAt {
  readonly post: string;
  readonly area: string;
}

/** Why work for a post goes where it goes. */
export type ResolvedPosition =
  | { readonly ok: true; readonly position: PostAt; readonly vacant: readonly PostAt[] }
  | { readonly ok: false; readonly zh: string; readonly en: string };

/** True when an area of this type and kind has the post. */
export function hasPost(area: Area, post: Post): boolean {
  return area.type === post.areaType && (post.areaKinds === undefined || (area.kind !== undefined && post.areaKinds.includes(area.kind)));
}

/** The area at which a post is placed for work in an area: itself or the nearest above that has the post. */
export function placeOf(organization: Organization, post: string, area: string): PostAt | null {
  const template = organization.posts.get(post);
  const place = template && pathUp(organization.tree, area).find((candidate) => hasPost(candidate, template));
  return place ? { post, area: place.code } : null;
}

/** The people who hold a position on a local date (`YYYY-MM-DD`), formal holders before cover. */
export function holdersOf(organization: Organization, position: PostAt, date: string): readonly string[] {
  return organization.assignments
    .filter((held) => held.post === position.post && held.area === position.area && held.from <= date && (held.to === null || date < held.to))
    .toSorted((one, other) => (one.kind === other.kind ? 0 : one.kind === 'formal' ? -1 : 1))
    .map((held) => held.person);
}

/**
 * Who gets work for a post in an area: the post where it is placed, or, while nobody holds it, its fallback, upwards.
 * When every post of the chain is vacant the last one gets it, so that work is never lost but stands visibly unheld.
 *
 * @param organization areas, posts, assignments
 * @param wanted the post and the area the work is in
 * @param date local date on which somebody must hold the post
 */
export function resolvePosition(organization: Organization, wanted: PostAt, date: string): ResolvedPosition {
  const vacant: PostAt[] = [];
  for (let post: string | undefined = wanted.post; post !== undefined; post = organization.posts.get(post)?.fallback) {
    const position = placeOf(organization, post, vacant.at(-1)?.area ?? wanted.area);
    if (position === null) break;
    if (holdersOf(organization, position, date).length > 0) return { ok: true, position, vacant };
    if (vacant.some((passed) => passed.post === position.post)) break;
    vacant.push(position);
  }
  const last = vacant.at(-1);
  if (last) return { ok: true, position: last, vacant };
  const area = organization.tree.byCode.get(wanted.area)?.name ?? wanted.area;
  const title = organization.posts.get(wanted.post)?.title ?? wanted.post;
  return { ok: false, zh: `「${area}」及其上级都没有岗位「${title}」。`, en: `Neither ${area} nor any area above it has the post "${title}".` };
}
