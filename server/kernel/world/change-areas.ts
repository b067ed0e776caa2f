import { instantOfLocal, localDate } from '../local-time.ts';
import type { Instant } from '../json.ts';
import { areaNow, isThere, successionsOn, successorsOf } from '../organization/area-changes.ts';
import { followHolders } from '../organization/follow-holders.ts';
import { organizationOf, type Organization } from '../organization/holders.ts';
import type { PostAssignment } from '../organization/organization.ts';
import { resolvePosition } from '../organization/resolve-position.ts';
import type { World } from './world.ts';
import type { WorldInstance } from './world-state.ts';

/** The organization of a world with other people on its posts. */
export function reorganized({ release }: World, assignments: readonly PostAssignment[]): Organization {
  const { areas, posts, areaChanges: changes } = release;
  return organizationOf({ areas, posts, assignments, changes });
}

/** Instants after one and up to another at which areas change, in order: the midnights on which a change begins. */
export function areaChangesBetween({ release }: World, after: Instant, until: Instant): readonly Instant[] {
  const days = new Set(release.areaChanges.map(({ on }) => instantOfLocal(`${on} 00:00`)));
  return [...days].filter((instant) => instant > after && instant <= until).toSorted();
}

/**
 * What a day brings to areas, as the server does it: holders of ended areas go along or leave, and open user tasks there go
 * to the successor, each by a command to its own instance. The caller lets the world settle.
 */
export function changeAreas(world: World): void {
  const today = localDate(world.state.now);
  const { release, state } = world;
  const successions = successionsOn(release.areaChanges, today);
  const subjectOf = (id: string) => state.instances.get(id)?.subject;
  const open = [...state.userTasks.values()].filter(
    (entry) => entry.state === 'open' && successions.has(entry.position.area),
  );
  moveHolders(
    world,
    today,
    open
      .filter(
        ({ position, instance }) =>
          successions.get(position.area)?.rule === 'stay' &&
          chosenPart(world, subjectOf(instance), position.area) === null,
      )
      .map(({ position }) => position),
  );
  for (const { instance, task, scope, position } of open) {
    const chosen = chosenPart(world, subjectOf(instance), position.area);
    if (successions.get(position.area)?.rule === 'stay' && chosen === null) continue;
    const asked = { post: position.post, area: areaNow(successions, chosen ?? position.area) };
    const answer = resolvePosition(world.organization, asked, today);
    if (answer.kind !== 'position') continue;
    const by = { system: 'schedule' } as const;
    const command = {
      type: 'reassign-user-task',
      task,
      scope,
      to: answer.position,
      because: 'area-changed',
      by,
    } as const;
    state.inbox.push({ instance, command });
  }
}

/**
 * The part of an area that is no more which somebody chose for a case, as far as it came out of that area.
 *
 * @param subject what an instance is about; only cases have their choice
 */
export function chosenPart(
  { state, chosenParts, release }: World,
  subject: WorldInstance['subject'] | undefined,
  area: string,
): string | null {
  const chosen = chosenParts.get(subject?.id ?? '');
  if (chosen === undefined) return null;
  const successions = successionsOn(release.areaChanges, localDate(state.now));
  return successorsOf(successions, area).includes(chosen) ? chosen : null;
}

function moveHolders(world: World, today: string, staying: readonly { post: string; area: string }[]): void {
  const { tree, posts, assignments: held } = world.organization;
  const all = [...held.values()].flat();
  const successions = successionsOn(world.release.areaChanges, today);
  const moved = followHolders(
    {
      successions,
      area: (code) => [tree.areas.get(code)].find((area) => area && isThere(area, today)),
      post: ({ post }) => posts.get(post),
      staying,
    },
    all.filter(({ to }) => to === null || to > today),
  );
  const until = new Map(moved.ending.map(({ assignment, until: day }) => [assignment, day]));
  const kept = all.map((one) => {
    const day = until.get(one);
    return day === undefined ? one : { ...one, to: day < one.from ? one.from : day };
  });
  world.organization = reorganized(world, [...kept, ...moved.beginning]);
}
