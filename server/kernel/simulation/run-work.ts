import type { Instant } from '../json.ts';
import { localDate } from '../local-time.ts';
import { isExternalJobType } from '../jobs/external-job-type.ts';
import { datesToCall } from '../meetings/meeting-dates.ts';
import { lightOfKey } from '../bpmn/flow-nodes/clock-timers.ts';
import { clocksOf, urgentClock } from '../bpmn/user-task-clocks.ts';
import { clockState, type ClockState } from '../calendar/light.ts';
import { clockStages, type ClockStage } from '../calendar/time-limit.ts';
import { mayDoAt } from '../organization/asked-by-name.ts';
import { holdersOf } from '../organization/holders.ts';
import type { World } from '../world/world.ts';
import type { TimerEntry, UserTaskEntry } from '../world/world-state.ts';

/** An open user task of a run, and who may do it. */
export interface OpenWork {
  readonly entry: UserTaskEntry;
  /** Name of the step. */
  readonly step: string;
  readonly post: string;
  readonly area: string;
  /** How its most urgent limit stands; null when none runs. */
  readonly light: ClockState | null;
  /** How each of its limits stands. */
  readonly clocks: readonly WorkClock[];
  readonly dueAt: Instant | null;
  /** Accounts and names; empty when the post is vacant and nobody stands in. */
  readonly holders: readonly { readonly account: string; readonly name: string }[];
}

/** One limit of an open user task. */
interface WorkClock {
  readonly stage: ClockStage;
  readonly light: ClockState;
  readonly isUrgent: boolean;
}

/** Who has what now, the most urgent first. */
export function openWork(world: World): readonly OpenWork[] {
  const on = localDate(world.state.now);
  const open = [...world.state.userTasks.values()].filter(({ state }) => state === 'open');
  return open
    .toSorted((one, other) => ((one.dueAt ?? '9') < (other.dueAt ?? '9') ? -1 : 1))
    .map((entry) => ({ entry, clocks: clocksIn(world, entry) }))
    .map(({ entry, clocks }) => ({
      entry,
      clocks,
      step: world.state.instances.get(entry.instance)?.process.nodes.get(entry.element)?.name || entry.element,
      post: world.organization.posts.get(entry.position.post)?.title ?? entry.position.post,
      light: clocks.find(({ isUrgent }) => isUrgent)?.light ?? null,
      dueAt: entry.dueAt,
      area: world.organization.tree.areas.get(entry.position.area)?.name ?? entry.position.area,
      holders: holdersOf(world.organization, entry.position, on)
        .filter(({ person }) => mayDoAt(world.organization, entry.position, entry.person, person, on))
        .map(({ person }) => ({ account: person, name: world.names.get(person) ?? person })),
    }));
}

/** Names of the steps that wait for a system outside, which no run has. */
export function waitingOutside({ state }: World): readonly string[] {
  const steps = [...state.jobs.values()]
    .filter(({ jobType }) => isExternalJobType(jobType))
    .map(({ instance, scope, element }) => {
      const at = state.instances.get(instance);
      const node = at?.instance.scopes[scope]?.elements.find(({ id }) => id === element)?.element ?? '';
      return at?.process.nodes.get(node)?.name || node;
    });
  return [...new Set(steps)];
}

/** How every clock of a user task stands that still runs or stands still, in the order of the stages. */
function clocksIn(world: World, entry: UserTaskEntry): readonly WorkClock[] {
  const scope = world.state.instances.get(entry.instance)?.instance.scopes[entry.scope];
  const userTask = scope?.elements.find((element) => element.id === entry.task)?.userTask;
  if (!userTask) return [];
  const urgent = urgentClock(userTask);
  return clocksOf(userTask)
    .filter(({ light }) => light !== 'done')
    .flatMap((clock) => {
      const limit = world.release.limits.get(clock.limit);
      const { stage = 'handle' } = clock;
      if (!limit) return [];
      const light = clockState(clock, limit, world.release.calendars, world.state.now);
      return [{ stage, light, isUrgent: clock === urgent }];
    })
    .toSorted((one, other) => clockStages.indexOf(one.stage) - clockStages.indexOf(other.stage));
}

/** Something that will happen by itself. */
export interface Happening {
  readonly at: Instant;
  /** A limit is nearly over or over, a meeting is called, or a process waits for this time. */
  readonly kind: 'yellow' | 'red' | 'meeting' | 'timer';
  /** Name of the step, or title of the meeting. */
  readonly what: string;
}

/** Beyond this a meeting is no next thing any more. */
const horizon = 92 * 86_400_000;

/** What happens by itself next; null when nothing will. */
export function nextHappening(world: World): Happening | null {
  const notices = [...world.release.meetings.values()].flatMap(({ id, title }): readonly Happening[] => {
    const at = nextNotice(world, id, horizon);
    return at === null ? [] : [{ at, kind: 'meeting', what: title }];
  });
  const timers = [...world.state.timers.values()].map((timer) => happeningOf(world, timer));
  return [...timers, ...notices].toSorted((one, other) => (one.at < other.at ? -1 : 1))[0] ?? null;
}

function happeningOf(world: World, { instance, scope, element, key, due }: TimerEntry): Happening {
  const found = world.state.instances.get(instance);
  const id = found?.instance.scopes[scope]?.elements.find((candidate) => candidate.id === element)?.element ?? '';
  const kind = lightOfKey(key)?.threshold ?? 'timer';
  return { at: due, kind, what: found?.process.nodes.get(id)?.name || (found?.process.name ?? '') };
}

/**
 * When the process of the next meeting of a series begins.
 *
 * @param within milliseconds from now in which it must begin
 * @returns null when it does not
 */
export function nextNotice(world: World, series: string, within = 400 * 86_400_000): Instant | null {
  const meeting = world.release.meetings.get(series);
  const calendar = world.release.calendars.get(meeting?.calendar ?? '');
  if (!meeting || !calendar) return null;
  const until = new Date(Date.parse(world.state.now) + within).toISOString();
  return datesToCall(meeting, calendar, world.meetingsCheckedUntil, until)[0]?.noticeAt ?? null;
}
