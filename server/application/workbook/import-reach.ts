import type { AccountRow } from '../../database/accounts.ts';
import { type AreaTree, upwardsFrom } from '../../kernel/organization/area-tree.ts';
import { areaHasPost } from '../../kernel/organization/holders.ts';
import type { Area, Post } from '../../kernel/organization/organization.ts';
import type { Actor } from '../policy/actor.ts';
import { grantsAdministration } from '../policy/grants-administration.ts';
import type { Permission } from '../policy/permissions.ts';
import { mayAct } from '../policy/policy.ts';
import type { InForce } from '../releases/release-store.ts';

/** Who imports, for which area, and what is there for them: also areas that come with the same workbook. */
export interface ImportReach {
  readonly actor: Actor;
  readonly area: { readonly code: string; readonly name: string };
  /** Whether there is such an area now, or would be. */
  readonly has: (area: string) => boolean;
  readonly areaOf: (code: string) => Area | undefined;
  /** Whether the area is in force already. */
  readonly isLive: (area: string) => boolean;
  /** Whether the person may do this there; a new area is as the nearest one above that is there now. */
  readonly may: (permission: Permission, area: string) => boolean;
  /** The posts an area has. */
  readonly postsAt: (area: string) => readonly Post[];
  /** Whether a post makes an administrator of who holds it. */
  readonly isAdministration: (post: string, area: string) => boolean;
  readonly isAdministrator: (account: AccountRow) => boolean;
}

/**
 * @param would the areas as they would be after the import
 * @param administrators ids of people who administer by a post
 */
export function importReach(
  actor: Actor,
  area: ImportReach['area'],
  live: InForce,
  would: AreaTree,
  administrators: ReadonlySet<string>,
): ImportReach {
  const areaOf = (code: string): Area | undefined => would.areas.get(code) ?? live.area(code);
  /** The area itself, or the nearest one above it that is in force. */
  const standing = (code: string): string =>
    live.area(code) ? code : (upwardsFrom(would, code).find((upper) => live.area(upper.code))?.code ?? code);
  /** The same for what the person knew when they were read: a moment ago an area may not have been there. */
  const known = (code: string): string =>
    [...upwardsFrom(would, code), ...upwardsFrom(live.tree, code)].find((upper) => actor.tree.areas.has(upper.code))
      ?.code ?? code;
  return {
    actor,
    area,
    areaOf,
    has: (code) => areaOf(code) !== undefined,
    isLive: (code) => live.area(code) !== undefined,
    may: (permission, code) => mayAct(actor, permission, known(code)),
    postsAt: (code) => {
      const place = areaOf(code);
      return place ? live.at(standing(code)).release.posts.filter((post) => areaHasPost(place, post)) : [];
    },
    isAdministration: (post, code) => grantsAdministration(live, { post, area: standing(code) }),
    isAdministrator: ({ id, administers }) => administers !== null || administrators.has(id),
  };
}
