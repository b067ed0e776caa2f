import type { PastTelling } from '../cases/story.ts';
import { localDate } from '../local-time.ts';
import { mayDoAt } from '../organization/asked-by-name.ts';
import type { Subject } from './scenario-plan.ts';
import type { World } from './world.ts';
import type { UserTaskEntry } from './world-state.ts';

/** The names a scenario gave to the cases it reported, and to the instances of processes it started. */
export interface Named {
  readonly cases: Map<string, string>;
  readonly processes: Map<string, string>;
}

/** Nothing has a name yet. */
export function nothingNamed(): Named {
  return { cases: new Map(), processes: new Map() };
}

/** The instance a scenario speaks of: of a case, of a series' latest meeting, of an action item by its title. */
export function instanceOf(world: World, named: Named, subject: Subject): string | undefined {
  switch (subject.kind) {
    case 'case':
      return world.cases.get(named.cases.get(subject.name) ?? '')?.instance;
    case 'meeting':
      return [...world.meetings.values()].findLast((meeting) => meeting.series === subject.meeting)?.instance;
    case 'process':
      return named.processes.get(subject.name);
    case 'action-item':
      return [...world.actionItems.values()].findLast((item) => item.title === subject.title)?.instance;
  }
}

/** The open user tasks of a subject. */
export function openUserTasks(world: World, named: Named, subject: Subject): readonly UserTaskEntry[] {
  const instance = instanceOf(world, named, subject);
  return [...world.state.userTasks.values()].filter((entry) => entry.instance === instance && entry.state === 'open');
}

/** The open user task of a subject at an element; where several are asked, the one that this person may do. */
export function findOpenUserTask(
  world: World,
  named: Named,
  subject: Subject,
  element: string,
  person: string,
): UserTaskEntry | undefined {
  const there = openUserTasks(world, named, subject).filter((entry) => entry.element === element);
  const on = localDate(world.state.now);
  return there.find((entry) => mayDoAt(world.organization, entry.position, entry.person, person, on)) ?? there[0];
}

/** Everybody who was told something about a subject. */
export function tellingsOf(world: World, named: Named, subject: Subject): readonly PastTelling[] {
  const instance = instanceOf(world, named, subject);
  const about = [...world.cases.values(), ...world.meetings.values()].find(
    (candidate) => candidate.instance === instance,
  );
  return about?.tellings ?? [];
}
