import type { CaseScope, CasesSeen } from '../../database/cases-seen.ts';
import { successorsOf } from '../../kernel/organization/area-changes.ts';
import { liesWithin, upwardsFrom } from '../../kernel/organization/area-tree.ts';
import { reachesCategory } from '../../kernel/organization/data-scope.ts';
import type { PostAt } from '../../kernel/organization/holders.ts';
import { Refusal } from '../refusal.ts';
import type { Actor } from './actor.ts';
import type { Permission } from './permissions.ts';

// THE place where permissions and data scope are decided. Every door asks here: screens, lists, files, commands. A list
// takes its scope to SQL as the codes that `areasFor` gives, joined over area_ancestor.

/**
 * Whether the person may do this in this area: a post there, or in an area above it, permits it.
 *
 * @param category of the case it is about; absent: whether they may for cases of any category
 */
export function mayAct(actor: Actor, permission: Permission, area: string, category?: string): boolean {
  return lineUp(actor, area).some((code) =>
    actor.grants.some(
      (grant) => grant.area === code && grant.permissions.has(permission) && reachesCategory(grant, category),
    ),
  );
}

/**
 * The cases for which the person may do this (管辖范围: areas × categories), for SQL.
 *
 * @param within code of an area they may do it in, to see less than everything
 */
export function casesFor(actor: Actor, permission: Permission, within?: string): CasesSeen {
  const scopes = actor.grants
    .filter((grant) => grant.permissions.has(permission))
    .flatMap(({ area, categories }) => {
      const reach = commonPart(actor, area, within);
      return reach === null ? [] : [{ area: reach, categories: categories === undefined ? null : [...categories] }];
    });
  const whole = scopes.filter(({ categories }) => categories === null).map(({ area }) => area);
  const isInWhole = ({ area }: CaseScope): boolean => whole.some((upper) => liesWithin(actor.tree, area, upper));
  return {
    scopes: [
      ...widestOf(actor, whole).map((area) => ({ area, categories: null })),
      ...scopes.filter((scope) => scope.categories !== null && !isInWhole(scope)),
    ],
    held: actor.held.map(({ post, area }) => ({ post, area })),
  };
}

/** The narrower of two areas of which one lies in the other; null when they have nothing in common. */
function commonPart(actor: Actor, area: string, within: string | undefined): string | null {
  if (within === undefined || lineUp(actor, area).includes(within)) return area;
  return lineUp(actor, within).includes(area) ? within : null;
}

/** Areas without those that lie below another of them, the widest first. */
function widestOf(actor: Actor, areas: readonly string[]): readonly string[] {
  const codes = [...new Set(areas)];
  const isBelowAnother = (code: string): boolean =>
    codes.some((other) => other !== code && liesWithin(actor.tree, code, other));
  const depth = (code: string): number => upwardsFrom(actor.tree, code).length;
  return codes.filter((code) => !isBelowAnother(code)).toSorted((one, other) => depth(one) - depth(other));
}

/** Codes of an area and those above it; of one that is no more as they were, and those of what came of it. */
function lineUp({ tree, former, successions }: Actor, area: string): readonly string[] {
  const gone = new Set<string>();
  let next: string | null | undefined = area;
  while (typeof next === 'string' && !tree.areas.has(next) && !gone.has(next)) {
    gone.add(next);
    next = former?.get(next);
  }
  const heirs = [...gone].flatMap((code) => successorsOf(successions, code));
  return [...gone, ...[next ?? '', ...heirs].flatMap((code) => upwardsFrom(tree, code).map((upper) => upper.code))];
}

/**
 * The areas in which the person may do this, the widest only: what lies below them is meant too. Empty: nowhere.
 *
 * @param permission absent: wherever the person has any work at all
 */
export function areasFor(actor: Actor, permission?: Permission): readonly string[] {
  const granted = actor.grants.filter((grant) => permission === undefined || grant.permissions.has(permission));
  return widestOf(
    actor,
    granted.map(({ area }) => area),
  );
}

/** Whether the person holds this position today. */
export function holds(actor: Actor, position: PostAt): boolean {
  return actor.held.some((held) => held.post === position.post && held.area === position.area);
}

/**
 * Whether the person may do a user task: they hold its position, and where it asks one of its holders by name, they are
 * the one, or the one has left.
 *
 * @param named who is asked by name and still holds the position; null: all who hold it alike
 */
export function mayDo(actor: Actor, position: PostAt, named: string | null): boolean {
  return holds(actor, position) && (named === null || named === actor.person);
}

/**
 * Whether the person decides about the clock of a user task (延期, 挂起): they hold the position that its limit names, and
 * it is not their own question. Nobody grants time to themselves, also not through a second post.
 *
 * @param asker id of the person who asked, or who has the work
 */
export function mayDecideClock(actor: Actor, decides: PostAt, asker: string): boolean {
  return holds(actor, decides) && actor.person !== asker;
}

/**
 * Whether the person may let a clock go on: whoever has the work, and whoever decides about its pauses.
 *
 * @param mine whether they have the work (`mayDo`)
 */
export function mayResumeClock(actor: Actor, mine: boolean, decides: PostAt | null): boolean {
  return mine || (decides !== null && holds(actor, decides));
}

/**
 * Whether the person may begin a piece of work that somebody has to pick: they hold a position that has a part in the
 * matter, or had, or the one the work would go to. Where nobody has a part yet, whoever may report there may.
 *
 * @param positions all of those
 * @param area of the matter; null when it has none
 */
export function mayBeginWork(actor: Actor, positions: readonly PostAt[], area: string | null): boolean {
  if (positions.length > 0) return positions.some((position) => holds(actor, position));
  return area !== null && mayAct(actor, 'case.report', area);
}

/**
 * @throws Refusal `not-permitted` when the person may not do this in this area; `area-unknown` when they may not even
 *   see the area, so that an answer never tells what exists elsewhere
 */
export function requirePermission(actor: Actor, permission: Permission, area: string): void {
  if (mayAct(actor, permission, area)) return;
  const seen = areasFor(actor).some((upper) => liesWithin(actor.tree, area, upper));
  throw seen ? new Refusal('not-permitted', { permission }) : new Refusal('area-unknown', { area });
}

/**
 * The areas in which the person may do this, for an action that is open to some people only.
 *
 * @throws Refusal `not-permitted` when they may do it nowhere
 */
export function requireAreasFor(actor: Actor, permission: Permission): readonly string[] {
  const areas = areasFor(actor, permission);
  if (areas.length === 0) throw new Refusal('not-permitted', { permission });
  return areas;
}

/** What a list covers: whole areas, for SQL, and how that is called for the person who looks. */
export interface ListScope {
  /** Codes of areas; what lies below them is meant too. */
  readonly areas: readonly string[];
  /** The area, or the first of several with all their names. */
  readonly label: { readonly code: string; readonly name: string };
}

/**
 * What a list covers: the area asked for, or else everywhere the person may do this.
 *
 * @param asked code of an area, to see less than everything
 * @throws Refusal `not-permitted` when they may do it nowhere; `area-unknown` for an area outside their scope
 */
export function listScope(actor: Actor, permission: Permission, asked?: string): ListScope {
  const permitted = requireAreasFor(actor, permission);
  if (asked !== undefined && !mayAct(actor, permission, asked)) throw new Refusal('area-unknown', { area: asked });
  const areas = asked === undefined ? permitted : [asked];
  const names = areas.map((code) => (actor.tree.areas.get(code) ?? actor.ended?.get(code))?.name ?? code);
  const name = names.length > 3 ? `${names.slice(0, 3).join('、')}等 ${names.length} 处` : names.join('、');
  return { areas, label: { code: areas[0] ?? '', name } };
}
