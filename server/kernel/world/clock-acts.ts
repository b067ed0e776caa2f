import type { Calendar } from '../calendar/calendar.ts';
import type { ClockStage, TimeUnit } from '../calendar/time-limit.ts';
import type { ClockCommand } from '../bpmn/clock-commands.ts';
import { clockOf, urgentClock } from '../bpmn/user-task-clocks.ts';
import { localDate } from '../local-time.ts';
import { upwardsFrom } from '../organization/area-tree.ts';
import { holdersOf, postsHeldBy } from '../organization/holders.ts';
import { send } from './send.ts';
import { settle } from './settle.ts';
import { refused, type Done, type World } from './world.ts';
import type { UserTaskEntry } from './world-state.ts';

/** What somebody does to a clock of a user task. */
export type ClockAct =
  | { readonly do: 'pause'; readonly stage?: ClockStage; readonly because: string; readonly reviewOn?: string }
  | { readonly do: 'resume'; readonly stage?: ClockStage }
  | {
      readonly do: 'extend';
      readonly stage?: ClockStage;
      readonly amount: number;
      readonly unit: TimeUnit;
      readonly because: string;
    }
  | { readonly do: 'sign-for' }
  | { readonly do: 'respond' };

/**
 * Somebody does something to a clock. Whoever has the user task signs for it and answers; who pauses and extends is said by
 * the limit: whoever holds that post there or above.
 */
export function moveClockOf(world: World, person: string, entry: UserTaskEntry, act: ClockAct): Done<null> {
  const instance = world.state.instances.get(entry.instance);
  if (!instance) return refused('user-task-stale');
  if (!mayMove(world, person, entry, act)) return refused('clock-not-yours');
  const advanced = send(world, entry.instance, instance, commandOf(entry, act, person));
  settle(world);
  return advanced.ok ? { ok: true, value: null } : refused(advanced.code);
}

function commandOf({ task, scope }: UserTaskEntry, act: ClockAct, person: string): ClockCommand {
  const on = { task, scope, by: { person } };
  switch (act.do) {
    case 'pause': {
      const { do: _pause, because: reason, ...how } = act;
      return { type: 'pause-clock', ...on, ...how, reason };
    }
    case 'resume': {
      const { do: _resume, ...how } = act;
      return { type: 'resume-clock', ...on, ...how };
    }
    case 'extend': {
      const { do: _extend, because: reason, ...how } = act;
      return { type: 'extend-clock', ...on, ...how, reason };
    }
    case 'sign-for':
      return { type: 'sign-for-user-task', ...on };
    case 'respond':
      return { type: 'record-first-response', ...on };
  }
}

function mayMove(world: World, person: string, entry: UserTaskEntry, act: ClockAct): boolean {
  const today = localDate(world.state.now);
  if (act.do === 'sign-for' || act.do === 'respond')
    return holdersOf(world.organization, entry.position, today).some((held) => held.person === person);
  const userTask = world.state.instances
    .get(entry.instance)
    ?.instance.scopes[entry.scope]?.elements.find(({ id }) => id === entry.task)?.userTask;
  const clock = userTask && (clockOf(userTask, act.stage) ?? urgentClock(userTask));
  const limit = clock && world.release.limits.get(clock.limit);
  const post = act.do === 'extend' ? limit?.extensions?.[clock?.extensions?.length ?? 0]?.by : limit?.pause?.by;
  // Where the limit names nobody the kernel refuses, and says why.
  if (post === undefined) return true;
  const areas = new Set(upwardsFrom(world.organization.tree, entry.position.area).map(({ code }) => code));
  return postsHeldBy(world.organization, person, today).some((held) => held.post === post && areas.has(held.area));
}

/** Another calendar is published: it counts for instances that begin from now on. */
export function changeCalendar(world: World, calendar: Calendar): void {
  world.calendars = new Map([...world.calendars, [calendar.id, calendar]]);
}

/** What is open counts by the calendars as they are now. */
export function rebaseAll(world: World, because: string): void {
  const calendars = [...world.calendars.values()];
  for (const [id, instance] of world.state.instances)
    if (instance.instance.status === 'running')
      send(world, id, instance, { type: 'rebase-clocks', calendars, because, by: { system: 'operator' } });
  settle(world);
}
