import { localDate } from '../local-time.ts';
import type { AreaChange } from '../organization/area-changes.ts';
import type { Area } from '../organization/organization.ts';
import { resolvePosition } from '../organization/resolve-position.ts';
import { changeAreas, reorganized } from './change-areas.ts';
import type { Appointment } from './scenario-plan.ts';
import { settle } from './settle.ts';
import { refused, type Done, type World } from './world.ts';

/** People are put on posts, from today on unless another day is said. */
export function appoint(world: World, appointments: readonly Appointment[]): void {
  const today = localDate(world.state.now);
  const begun = appointments.map((one) => ({ ...one, from: one.from ?? today }));
  world.organization = reorganized(world, [...world.organization.assignments.values()].flat().concat(begun));
}

/** Another area tree is published; what holds from today on or before happens at once. */
export function publishAreas(world: World, areas: readonly Area[], areaChanges: readonly AreaChange[]): void {
  world.release = { ...world.release, areas, areaChanges };
  appoint(world, []);
  changeAreas(world);
  settle(world);
}

/**
 * Somebody chooses to which part of a split area the open work of a case goes: before the day that is remembered, after it
 * the work goes there, each user task by a command to its own instance.
 *
 * @param instance id of the case's own instance; undefined when there is no such case
 */
export function choosePart(world: World, person: string, instance: string | undefined, area: string): Done<null> {
  const about = [...world.cases.values()].find((candidate) => candidate.instance === instance);
  if (!about) return refused('case-unknown');
  if (about.progress.status !== 'open') return refused('case-closed');
  const split = world.release.areaChanges.find(({ kind, from }) => kind === 'split' && from.includes(about.area));
  if (!split?.to.includes(area)) return refused('area-not-split');
  world.chosenParts.set(about.id, area);
  const today = localDate(world.state.now);
  if (split.on > today) return { ok: true, value: null };
  for (const { state, task, scope, position, ...entry } of world.state.userTasks.values()) {
    const isMine = world.state.instances.get(entry.instance)?.subject?.id === about.id;
    if (!isMine || state !== 'open' || position.area === area) continue;
    if (![...split.from, ...split.to].includes(position.area)) continue;
    const answer = resolvePosition(world.organization, { post: position.post, area }, today);
    if (answer.kind === 'unknown') continue;
    const by = { person };
    const to = answer.position;
    const command = { type: 'reassign-user-task', task, scope, to, because: 'area-changed', by } as const;
    world.state.inbox.push({ instance: entry.instance, command });
  }
  settle(world);
  return { ok: true, value: null };
}
