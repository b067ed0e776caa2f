import type { Area, Post, Staffing } from './organization.ts';

/** How many people hold a post in an area: as its kind says, else as the post says for all areas. */
export function staffingOf(post: Post, area: Pick<Area, 'kind'>): Staffing {
  const own = post.byKind?.find(({ areaKind }) => areaKind === area.kind);
  const { required, min, max } = own ?? post;
  return { required, min, max };
}
