import { groupBy } from '../group-by.ts';
import { areaTree, type AreaTree } from './area-tree.ts';
import type { AreaChange } from './area-changes.ts';
import type { Area, OrganizationData, Post, PostAssignment } from './organization.ts';

/** An organisation made ready to be asked: areas, posts, and who holds what. */
export interface Organization {
  readonly tree: AreaTree;
  readonly posts: ReadonlyMap<string, Post>;
  /** Dated changes of the areas, by which the place of what ended is found; absent: none. */
  readonly changes?: readonly AreaChange[];
  /** All assignments ever, by position (see `positionKey`). */
  readonly assignments: ReadonlyMap<string, readonly PostAssignment[]>;
  readonly assignmentsByPerson: ReadonlyMap<string, readonly PostAssignment[]>;
}

/** A post at an area. */
export interface PostAt {
  readonly post: string;
  readonly area: string;
}

/**
 * Makes an organisation ready to be asked.
 *
 * @param data areas and posts of a release, and the assignments that matter for the days in question
 */
export function organizationOf(data: OrganizationData): Organization {
  return {
    tree: areaTree(data.areas),
    posts: new Map(data.posts.map((post) => [post.id, post])),
    ...(data.changes ? { changes: data.changes } : {}),
    assignments: groupBy(data.assignments, positionKey),
    assignmentsByPerson: groupBy(data.assignments, (assignment) => assignment.person),
  };
}

/** A position as one text. */
export function positionKey(position: PostAt): string {
  return `${position.post}@${position.area}`;
}

/** Whether an assignment holds on a local date: `from` is its first day, `to` the first day no longer held. */
export function holdsOn(assignment: PostAssignment, on: string): boolean {
  return assignment.from <= on && (assignment.to === null || on < assignment.to);
}

/**
 * Who holds a position on a day: formal holders first, then people who cover for somebody (顶岗).
 *
 * @param on local date `YYYY-MM-DD`
 */
export function holdersOf(organization: Organization, position: PostAt, on: string): readonly PostAssignment[] {
  const holding = (organization.assignments.get(positionKey(position)) ?? []).filter((assignment) =>
    holdsOn(assignment, on),
  );
  return [...holding.filter(({ kind }) => kind === 'formal'), ...holding.filter(({ kind }) => kind === 'cover')];
}

/** What a person holds on a day, cover included. */
export function postsHeldBy(organization: Organization, person: string, on: string): readonly PostAssignment[] {
  return (organization.assignmentsByPerson.get(person) ?? []).filter((assignment) => holdsOn(assignment, on));
}

/** Whether areas of this type and kind have the post. */
export function areaHasPost(area: Area, post: Post): boolean {
  if (area.type !== post.areaType) return false;
  return post.areaKinds === undefined || (area.kind !== undefined && post.areaKinds.includes(area.kind));
}

/** The posts an area has, in the order in which the pack writes them. */
export function postsOf(organization: Organization, area: Area): readonly Post[] {
  return [...organization.posts.values()].filter((post) => areaHasPost(area, post));
}
