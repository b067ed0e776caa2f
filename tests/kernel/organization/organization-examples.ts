import { organizationOf, type Organization } from '../../../server/kernel/organization/holders.ts';
import type { Area, Post, PostAssignment } from '../../../server/kernel/organization/organization.ts';

/** One street, two communities, three grids. */
export const areas: readonly Area[] = [
  { code: 's', name: '街道', type: 'street', parent: null },
  { code: 'c1', name: '一社区', type: 'community', parent: 's' },
  { code: 'c2', name: '二社区', type: 'community', parent: 's' },
  { code: 'g1', name: '一网格', type: 'grid', kind: 'lane', parent: 'c1' },
  { code: 'g2', name: '二网格', type: 'grid', kind: 'courtyard', parent: 'c1' },
  { code: 'g3', name: '三网格', type: 'grid', kind: 'unit', parent: 'c2' },
];

const post = (id: string, areaType: Post['areaType'], more: Partial<Post> = {}): Post => ({
  id,
  title: id,
  areaType,
  group: 'upper',
  required: true,
  min: 1,
  max: 2,
  roles: [],
  ...more,
});

/** mediator → head → officer → office; a guard only in unit grids. */
export const posts: readonly Post[] = [
  post('mediator', 'grid', { fallback: 'head', roles: ['worker'] }),
  post('guard', 'grid', { areaKinds: ['unit'], required: false, min: 0, fallback: 'head' }),
  post('head', 'grid', { fallback: 'officer' }),
  post('officer', 'community', { fallback: 'office', roles: ['worker', 'dispatcher'] }),
  post('office', 'street'),
];

/** Somebody on a post from the year's first day on, unless something else is said. */
export function holds(
  person: string,
  postId: string,
  area: string,
  more: Partial<PostAssignment> = {},
): PostAssignment {
  return { person, post: postId, area, kind: 'formal', from: '2026-01-01', to: null, ...more };
}

/** The example street with these people on its posts. */
export function streetWith(...assignments: readonly PostAssignment[]): Organization {
  return organizationOf({ areas, posts, assignments });
}
