import { downwardsFrom } from '../../kernel/organization/area-tree.ts';
import { type Organization, positionKey } from '../../kernel/organization/holders.ts';
import type { PostAssignment } from '../../kernel/organization/organization.ts';
import { vacanciesIn, type Vacancy } from '../../kernel/organization/vacancies.ts';
import type { InForce } from '../releases/release-store.ts';

/** The part of some areas that runs on one release, with the posts that release gives them. */
export interface OrganizationPart {
  readonly organization: Organization;
  /** Whether an area belongs to this part. */
  readonly has: (area: string) => boolean;
  /** Required posts of the part that too few people hold. @param today local date */
  readonly vacancies: (today: string) => readonly Vacancy[];
}

/**
 * Areas as they are now, parted by the release they run on: a street may have posts that its neighbour has not.
 *
 * @param tops codes of areas; what lies below them is meant too
 * @param assignments of all these areas
 */
export function organizationsWithin(
  live: InForce,
  tops: readonly string[],
  assignments: readonly PostAssignment[],
): readonly OrganizationPart[] {
  const codes = new Set(tops.flatMap((top) => downwardsFrom(live.tree, top)).map(({ code }) => code));
  const held = {
    assignments: Map.groupBy(assignments, (assignment) => positionKey(assignment)),
    assignmentsByPerson: Map.groupBy(assignments, ({ person }) => person),
  };
  return [...Map.groupBy(codes, (code) => live.at(code)).entries()].map(([own, part]) => {
    const areas = new Set(part);
    const posts = new Map(own.release.posts.map((post) => [post.id, post]));
    const organization = { tree: live.tree, posts, ...held };
    return {
      organization,
      has: (area) => areas.has(area),
      vacancies: (today) =>
        [...new Set(tops)]
          .flatMap((top) => vacanciesIn(organization, top, today))
          .filter(({ area }) => areas.has(area)),
    };
  });
}
