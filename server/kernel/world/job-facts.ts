import { isOverdue } from '../bpmn/user-task-clocks.ts';
import type { Calendars } from '../calendar/limit-time.ts';
import { calendarsNow } from '../calendar/own-calendars.ts';
import type { HostUserTask, JobFacts, SubjectFacts } from '../jobs/job-handler.ts';
import type { World } from './world.ts';
import { elementKey, type WorldInstance } from './world-state.ts';

/** The facts around a job of an instance, as its handler gets them. */
export function jobFactsOf(world: World, id: string): JobFacts {
  const instance = world.state.instances.get(id);
  return {
    release: { ...world.release, calendars: calendarsOf(world, instance) },
    organization: world.organization,
    personName: (person) => world.names.get(person) ?? person,
    subject: subjectFacts(world, instance),
    host: instance?.host ? hostUserTask(world, instance.host) : null,
  };
}

/** What the instance counts by now: it may have been re-based since it began, while its definitions stay. */
function calendarsOf(world: World, instance: WorldInstance | undefined): Calendars {
  return calendarsNow(instance?.calendars ?? world.calendars, instance?.instance.calendars);
}

function subjectFacts(world: World, instance: WorldInstance | undefined): SubjectFacts {
  const subject = instance?.subject;
  const about = subject?.kind === 'case' ? world.cases.get(subject.id) : undefined;
  if (about) {
    const { id, number, title, place, area, category, progress, answeredAt, wantsAnswer } = about;
    return {
      kind: 'case',
      id,
      number,
      title,
      place,
      area,
      category,
      progress,
      history: world.state.instances.get(about.instance)?.history ?? [],
      answeredAt,
      wantsAnswer,
    };
  }
  const meeting = subject?.kind === 'meeting' ? world.meetings.get(subject.id) : undefined;
  const item = subject?.kind === 'action-item' ? world.actionItems.get(subject.id) : undefined;
  return {
    kind: subject?.kind ?? 'case',
    id: subject?.id ?? '',
    number: null,
    title: meeting?.title ?? item?.title ?? '',
    place: meeting?.place ?? '',
    area: meeting?.area ?? item?.position.area ?? '',
    category: null,
    progress: null,
    history: instance?.history ?? [],
    answeredAt: null,
    wantsAnswer: false,
  };
}

function hostUserTask(world: World, host: NonNullable<WorldInstance['host']>): HostUserTask | null {
  const entry = world.state.userTasks.get(elementKey(host.instance, host.task));
  const { process, instance } = world.state.instances.get(host.instance) ?? {};
  if (!entry) return null;
  const element = instance?.scopes[host.scope]?.elements.find(({ id }) => id === host.task);
  return {
    instance: host.instance,
    userTask: host.task,
    scope: host.scope,
    open: entry.state === 'open',
    overdue: element?.userTask !== undefined && isOverdue(element.userTask),
    position: entry.position,
    step: process?.nodes.get(entry.element)?.name || entry.element,
    dueAt: entry.dueAt ?? world.state.now,
  };
}
