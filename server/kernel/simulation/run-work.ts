import type { Instant } from '../json.ts';
import { localDate } from '../local-time.ts';
import { datesToCall } from '../meetings/meeting-dates.ts';
import { holdersOf } from '../organization/holders.ts';
import type { World } from '../world/world.ts';
import type { UserTaskEntry } from '../world/world-state.ts';

/** An open user task of a run, and who may do it. */
export interface OpenWork {
  readonly entry: UserTaskEntry;
  /** Name of the step. */
  readonly step: string;
  readonly post: string;
  readonly area: string;
  /** Accounts and names; empty when the post is vacant and nobody stands in. */
  readonly holders: readonly { readonly account: string; readonly name: string }[];
}

/** Who has what now, the most urgent first. */
export function openWork(world: World): readonly OpenWork[] {
  const on = localDate(world.state.now);
  const open = [...world.state.userTasks.values()].filter(({ state }) => state === 'open');
  return open
    .toSorted((one, other) => ((one.dueAt ?? '9') < (other.dueAt ?? '9') ? -1 : 1))
    .map((entry) => ({
      entry,
      step: world.state.instances.get(entry.instance)?.process.nodes.get(entry.element)?.name || entry.element,
      post: world.organization.posts.get(entry.position.post)?.title ?? entry.position.post,
      area: world.organization.tree.areas.get(entry.position.area)?.name ?? entry.position.area,
      holders: holdersOf(world.organization, entry.position, on).map(({ person }) => ({
        account: person,
        name: world.names.get(person) ?? person,
      })),
    }));
}

/** Beyond this a meeting is no next thing any more. */
const horizon = 92 * 86_400_000;

/** When something happens by itself next: a timer, or the notice of a meeting; null when nothing will. */
export function nextHappening(world: World): Instant | null {
  const { now } = world.state;
  const until = new Date(Date.parse(now) + horizon).toISOString();
  const timers = [...world.state.timers.values()].map(({ due }) => due);
  const notices = [...world.release.meetings.values()].flatMap((meeting) => nextNotice(world, meeting.id, until) ?? []);
  return [...timers, ...notices].toSorted()[0] ?? null;
}

/** When the process of the next meeting of a series begins; null when it is far off. */
export function nextNotice(world: World, series: string, until?: Instant): Instant | null {
  const meeting = world.release.meetings.get(series);
  const calendar = world.release.calendars.get(meeting?.calendar ?? '');
  if (!meeting || !calendar) return null;
  const end = until ?? new Date(Date.parse(world.state.now) + 400 * 86_400_000).toISOString();
  return datesToCall(meeting, calendar, world.meetingsCheckedUntil, end)[0]?.noticeAt ?? null;
}
