import type { Successions } from '../../kernel/organization/area-changes.ts';
import type { AreaTree } from '../../kernel/organization/area-tree.ts';
import type { ScopeGrant } from '../../kernel/organization/data-scope.ts';
import type { Area } from '../../kernel/organization/organization.ts';
import type { PostAt } from '../../kernel/organization/holders.ts';

/** The person behind a request, with what they hold today. Loaded anew for each request, so a change counts at once. */
export interface Actor {
  /** Id of the person. */
  readonly person: string;
  readonly name: string;
  readonly account: string;
  /** Hash of the session's token. */
  readonly session: string;
  readonly mustChangePassword: boolean;
  /** Positions held today, cover included. */
  readonly held: readonly PostAt[];
  /** Permissions by the area in which, and below which, they hold. */
  readonly grants: readonly Grant[];
  /** The areas that are there now. */
  readonly tree: AreaTree;
  /** Parents of areas that are no more: what happened there is still seen from above. */
  readonly former?: ReadonlyMap<string, string | null>;
  /** Areas that have ended, for their names. */
  readonly ended?: ReadonlyMap<string, Area>;
  /** What became of areas that have ended: what happened there is seen from their successors too. */
  readonly successions?: Successions;
}

/** Permissions in an area and everything below it, from a post held there or from administering it. */
export interface Grant extends ScopeGrant {
  /** The post held; absent when it is from administering the area. */
  readonly through?: PostAt;
}
