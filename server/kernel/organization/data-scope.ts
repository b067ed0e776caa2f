import { downwardsFrom } from './area-tree.ts';
import { postsHeldBy, type Organization } from './holders.ts';
import type { Role } from './organization.ts';

/** Where a person may do what: per permission the areas of the posts that grant it, with everything below. */
export interface DataScope {
  /** Codes of all areas the person works for, with everything below. */
  readonly areas: ReadonlySet<string>;
  readonly areasByPermission: ReadonlyMap<string, ReadonlySet<string>>;
}

/**
 * What a person may see and do (管辖范围): each post held grants the permissions of its roles in its area and below.
 *
 * @param roles roles of the release by id
 * @param on local date `YYYY-MM-DD`
 */
export function dataScopeOf(
  organization: Organization,
  roles: ReadonlyMap<string, Role>,
  person: string,
  on: string,
): DataScope {
  const areas = new Set<string>();
  const areasByPermission = new Map<string, Set<string>>();
  for (const held of postsHeldBy(organization, person, on)) {
    const within = downwardsFrom(organization.tree, held.area).map((area) => area.code);
    for (const code of within) areas.add(code);
    const permissions = (organization.posts.get(held.post)?.roles ?? []).flatMap(
      (role) => roles.get(role)?.permissions ?? [],
    );
    for (const permission of permissions) {
      const granted = areasByPermission.get(permission) ?? new Set<string>();
      for (const code of within) granted.add(code);
      areasByPermission.set(permission, granted);
    }
  }
  return { areas, areasByPermission };
}

/** Whether the scope lets the person do this in this area. */
export function mayIn(scope: DataScope, permission: string, area: string): boolean {
  return scope.areasByPermission.get(permission)?.has(area) ?? false;
}
