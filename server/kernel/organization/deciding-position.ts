import { holdersOf, positionKey, type Organization, type PostAt } from './holders.ts';
import { firstPlace, wayUp } from './resolve-position.ts';

/**
 * Who decides about work that a position has (延期, 挂起): the post that is named, at the nearest area upwards that has it,
 * and while nobody holds it who stands in for it. Never the position that has the work: where it lies on that way already,
 * those above it decide.
 *
 * @param has the position that has the work
 * @param post id of the post that is named
 * @param on local date `YYYY-MM-DD`
 * @returns null when nobody is there to decide
 */
export function decidingPosition(organization: Organization, has: PostAt, post: string, on: string): PostAt | null {
  const first = firstPlace(organization, { post, area: has.area }, on);
  if (!first) return null;
  const way = wayUp(organization, first, on);
  const own = way.findIndex((position) => positionKey(position) === positionKey(has));
  return way.slice(own + 1).find((position) => holdersOf(organization, position, on).length > 0) ?? null;
}
