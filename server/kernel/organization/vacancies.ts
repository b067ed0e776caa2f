import { downwardsFrom } from './area-tree.ts';
import { staffingOf } from './staffing.ts';
import { holdersOf, positionKey, postsOf, type Organization, type PostAt } from './holders.ts';

/** A required post that too few people hold. */
export interface Vacancy {
  readonly post: string;
  readonly area: string;
  readonly required: number;
  /** People formally on it; who only covers (顶岗) does not fill it. */
  readonly held: number;
  /** People who cover meanwhile. */
  readonly coveredBy: readonly string[];
  /** The day from which it has been short, when an assignment that ended tells it. */
  readonly since: string | null;
}

/**
 * Required posts below an area (itself included) that fewer people hold formally than `min` says.
 *
 * @param top code of the area to look at
 * @param on local date `YYYY-MM-DD`
 * @returns in the order of areas, then of posts
 */
export function vacanciesIn(organization: Organization, top: string, on: string): readonly Vacancy[] {
  return downwardsFrom(organization.tree, top).flatMap((area) =>
    postsOf(organization, area).flatMap((post) => {
      const position = { post: post.id, area: area.code };
      const holders = holdersOf(organization, position, on);
      const held = holders.filter((assignment) => assignment.kind === 'formal').length;
      const { required, min } = staffingOf(post, area);
      if (!required || held >= min) return [];
      const coveredBy = holders
        .filter((assignment) => assignment.kind === 'cover')
        .map((assignment) => assignment.person);
      return [{ ...position, required: min, held, coveredBy, since: lastLeft(organization, position, on) }];
    }),
  );
}

function lastLeft(organization: Organization, position: PostAt, on: string): string | null {
  const ends = (organization.assignments.get(positionKey(position)) ?? []).flatMap((assignment) =>
    assignment.kind === 'formal' && assignment.to !== null && assignment.to <= on ? [assignment.to] : [],
  );
  return ends.toSorted().at(-1) ?? null;
}
