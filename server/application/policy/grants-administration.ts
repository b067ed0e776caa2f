import type { PostAt } from '../../kernel/organization/holders.ts';
import type { InForce } from '../releases/release-store.ts';

/** Whether holding a post at an area makes somebody an administrator there. */
export function grantsAdministration(live: InForce, position: PostAt): boolean {
  const { roles } = live.at(position.area).release;
  return (live.post(position)?.roles ?? []).some((role) => roles.get(role)?.permissions.includes('administration'));
}
