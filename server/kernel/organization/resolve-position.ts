import { areaNow, isThere, successionsOn } from './area-changes.ts';
import { childrenOf, upwardsFrom } from './area-tree.ts';
import { areaHasPost, holdersOf, positionKey, type Organization, type PostAt } from './holders.ts';
import type { Area, Post } from './organization.ts';

/** Where work goes, and which vacant positions it passed; or why it can go nowhere. The answer to a `position` look-up. */
export type ResolvedPosition =
  | { readonly kind: 'position'; readonly position: PostAt; readonly vacant: readonly PostAt[] }
  | { readonly kind: 'unknown'; readonly zh: string; readonly en: string };

/**
 * Who gets work that a definition gives to a post at an area. First the place: the area itself (or what came of it, when
 * it is no more) or the nearest one above it that has the post; where there is none, that of the post's `fallback`. Then, while nobody holds it, the fallback,
 * placed from there upwards. The way only goes up and visits no position twice, so it ends; where it ends nobody may be
 * there, but the work has a place.
 *
 * @param asked post id and area code, as the definition gives them; its own `fallback` comes before the post's
 * @param on local date `YYYY-MM-DD`
 * @returns the position with the vacant ones passed on the way (the last one included when it is vacant too), or
 *   `unknown` when neither the area nor any above it has the post or one it falls back to
 */
export function resolvePosition(
  organization: Organization,
  asked: PostAt & { readonly fallback?: string },
  on: string,
): ResolvedPosition {
  const { fallback } = asked;
  const instead = fallback === undefined ? null : firstPlace(organization, { post: fallback, area: asked.area }, on);
  let position = firstPlace(organization, asked, on) ?? instead;
  if (!position) return unknownPosition(organization, asked);
  const vacant: PostAt[] = [];
  for (position of insteadOf(organization, position, instead, on)) {
    if (holdersOf(organization, position, on).length > 0) break;
    vacant.push(position);
  }
  return { kind: 'position', position, vacant };
}

/** The place of the post, or of the first post on its chain of fallbacks that has one here. */
export function firstPlace(organization: Organization, asked: PostAt, on: string): PostAt | null {
  const tried = new Set<string>();
  for (
    let post: string | undefined = asked.post;
    post !== undefined && !tried.has(post);
    post = organization.posts.get(post)?.fallback
  ) {
    tried.add(post);
    const place = placePost(organization, { post, area: asked.area }, on);
    if (place) return place;
  }
  return null;
}

/**
 * The place of a post seen from an area: the area itself or the nearest one above it that has the post; of a unit's post
 * the first unit that is attached there. An area that is no more is seen as what came of it.
 *
 * @returns null when no area on the way up has it
 */
function placePost(organization: Organization, { post, area }: PostAt, on: string): PostAt | null {
  const definition = organization.posts.get(post);
  if (!definition) return null;
  for (const candidate of upwardsFrom(organization.tree, areaOn(organization, area, on))) {
    const place = placeAt(organization, candidate, definition, on);
    if (place) return { post, area: place.code };
  }
  return null;
}

function placeAt({ tree }: Organization, area: Area, post: Post, on: string): Area | undefined {
  if (areaHasPost(area, post)) return area;
  if (post.areaType !== 'unit') return undefined;
  return childrenOf(tree, area.code).find((unit) => areaHasPost(unit, post) && isThere(unit, on));
}

/**
 * Where the matters of an area lie on a day: there, or at what came of it.
 *
 * @param on local date `YYYY-MM-DD`
 */
export function areaOn({ changes = [] }: Pick<Organization, 'changes'>, code: string, on: string): string {
  return changes.length === 0 ? code : areaNow(successionsOn(changes, on), code);
}

/**
 * Where work climbs to when a rung hands it to a post: never down, and never to where it already is.
 *
 * @param from the position that has the work now
 * @param post the post the rung names
 * @param on local date `YYYY-MM-DD`
 * @returns the position that gets it, after fallback upwards; null when the work stays, because it already lies with
 *   that post or who stands in for it, or at an area that has no such post above it
 */
export function climbFrom(organization: Organization, from: PostAt, post: string, on: string): PostAt | null {
  const placed = placePost(organization, { post, area: from.area }, on);
  if (!placed) return null;
  const way = wayUp(organization, placed, on);
  // Who has it stands in for the post, so the post lies below: a vacancy filled meanwhile takes nothing back down.
  if (way.some((position) => positionKey(position) === positionKey(from))) return null;
  const answer = resolvePosition(organization, { post, area: from.area }, on);
  return answer.kind === 'position' ? answer.position : null;
}

/** The way a vacancy is passed on: by what the work says first, by what the post says after it. */
function insteadOf(organization: Organization, first: PostAt, instead: PostAt | null, on: string): readonly PostAt[] {
  if (!instead) return wayUp(organization, first, on);
  const way = [first, ...wayUp(organization, instead, on), ...wayUp(organization, first, on)];
  return [...new Map(way.map((position) => [positionKey(position), position])).values()];
}

/** A position and those that stand in for it, one after the other. */
export function wayUp(organization: Organization, first: PostAt, on: string): readonly PostAt[] {
  const way = new Map<string, PostAt>();
  for (let next: PostAt | null = first; next && !way.has(positionKey(next)); next = fallbackOf(organization, next, on))
    way.set(positionKey(next), next);
  return [...way.values()];
}

function fallbackOf(organization: Organization, position: PostAt, on: string): PostAt | null {
  const fallback = organization.posts.get(position.post)?.fallback;
  return fallback === undefined ? null : placePost(organization, { post: fallback, area: position.area }, on);
}

function unknownPosition(organization: Organization, asked: PostAt): ResolvedPosition {
  const post = organization.posts.get(asked.post)?.title ?? asked.post;
  const area = organization.tree.areas.get(asked.area)?.name ?? asked.area;
  return {
    kind: 'unknown',
    zh: `「${area}」和它的上级都没有「${post}」这个岗位。请在岗位配置里设这个岗位，或改由别的岗位办。`,
    en: `Neither "${area}" nor any area above it has the post "${post}". Add the post, or give the work to another one.`,
  };
}
