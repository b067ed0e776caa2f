import type { Actor } from '../bpmn/commands.ts';
import type { Position } from '../bpmn/process-instance.ts';
import type { Instant } from '../json.ts';
import { instantOfLocal, localDate } from '../local-time.ts';
import { holdersOf, positionKey } from '../organization/holders.ts';
import { resolvePosition } from '../organization/resolve-position.ts';
import type { World } from './world.ts';

/**
 * Sends the open user tasks of positions that nobody holds on to whoever has the fallback, as the server's upkeep does;
 * they go with the next delivery of the inbox.
 *
 * @param left which positions to look at
 */
export function sendOn(world: World, left: (position: Position) => boolean, by: Actor): void {
  const today = localDate(world.state.now);
  for (const { state, position, instance, task, scope } of world.state.userTasks.values()) {
    if (state !== 'open' || !left(position) || holdersOf(world.organization, position, today).length > 0) continue;
    const answer = resolvePosition(world.organization, position, today);
    if (answer.kind === 'unknown' || positionKey(answer.position) === positionKey(position)) continue;
    const command = { type: 'reassign-user-task', task, scope, to: answer.position, because: 'vacant', by } as const;
    world.state.inbox.push({ instance, command });
  }
}

/** The local midnights, later than the first instant and up to the second, at which somebody's time on a post ends. */
export function endsBetween(world: World, after: Instant, until: Instant): readonly Instant[] {
  const ends = new Set([...world.organization.assignments.values()].flatMap((held) => held.map(({ to }) => to)));
  return [...ends]
    .flatMap((to) => (to === null ? [] : [instantOfLocal(`${to} 00:00`)]))
    .filter((at) => at > after && at <= until)
    .toSorted();
}
