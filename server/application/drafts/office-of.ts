import { liesWithin } from '../../kernel/organization/area-tree.ts';
import type { Actor } from '../policy/actor.ts';
import { grantsAdministration } from '../policy/grants-administration.ts';
import type { InForce } from '../releases/release-store.ts';

/** The office in which somebody decides about an area: the post that permits it, or that they administer it. */
export function officeOf(live: InForce, { held, tree }: Actor, area: string): string {
  const post = held.find((position) => liesWithin(tree, area, position.area) && grantsAdministration(live, position));
  return (post && live.post(post)?.title) ?? '管理员';
}
