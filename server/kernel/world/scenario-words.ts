import type { UserTask } from '../bpmn/executable-activity.ts';
import type { ExecutableProcess } from '../bpmn/executable-process.ts';
import type { Area, Post } from '../organization/organization.ts';
import type { CompiledRelease } from '../release/compiled-release.ts';
import type { CaseTypeFile, MeetingFile } from '../release/definitions.ts';
import type { DemoPerson } from '../release/demo.ts';
import type { Subject } from './scenario-plan.ts';

/** What the words of a scenario are looked up in. */
export interface ScenarioWords {
  readonly release: CompiledRelease;
  /** `demo/people.json`; empty when the pack has none. */
  readonly demoPeople: readonly DemoPerson[];
}

/** A post by its id or title. */
export function findPost(release: CompiledRelease, word: string): Post | undefined {
  return release.posts.find((post) => post.id === word) ?? release.posts.find((post) => post.title === word);
}

/** An area by its code or name; 「西关 04」 finds 「西关 04 网格」. */
export function findArea(release: CompiledRelease, word: string): Area | undefined {
  return (
    release.areas.find((area) => area.code === word) ??
    release.areas.find((area) => area.name === word || area.name === `${word} 网格`)
  );
}

/** A person by account or name. */
export function findPerson(people: readonly DemoPerson[], word: string): DemoPerson | undefined {
  return people.find((person) => person.account === word) ?? people.find((person) => person.name === word);
}

/** A meeting series by its id or title. */
export function findMeeting(release: CompiledRelease, word: string): MeetingFile | undefined {
  return release.meetings.get(word) ?? [...release.meetings.values()].find((meeting) => meeting.title === word);
}

/** A process by its id or name. */
export function findProcess(release: CompiledRelease, word: string): ExecutableProcess | undefined {
  const processes = [...release.processes.values()].map(({ executable }) => executable);
  return processes.find((process) => process.id === word) ?? processes.find((process) => process.name === word);
}

/** The case type scenarios report; a pack of this first floor has one. */
export function onlyCaseType(release: CompiledRelease): CaseTypeFile | undefined {
  return release.caseTypes.values().next().value;
}

/** The processes in which the user tasks of a subject are. */
export function processesOf(release: CompiledRelease, subject: Subject): readonly string[] {
  if (subject.kind === 'case') return [...release.caseTypes.values()].map((caseType) => caseType.process);
  if (subject.kind === 'process') return [subject.process];
  if (subject.kind === 'meeting') return [release.meetings.get(subject.meeting)?.process ?? ''];
  return actionItemProcesses(release);
}

/** The processes that minutes start for their action items: named in the header of `grid:start-action-items`. */
export function actionItemProcesses(release: CompiledRelease): readonly string[] {
  const started = [...release.processes.values()].flatMap(({ executable }) =>
    [...executable.nodes.values()].flatMap((node) => {
      const process =
        node.type === 'serviceTask' && node.jobType === 'grid:start-action-items' ? node.headers['process'] : null;
      return typeof process === 'string' ? [process] : [];
    }),
  );
  return [...new Set(started)];
}

/** A user task with the process it is in. */
export interface FoundUserTask {
  readonly process: string;
  readonly userTask: UserTask;
}

/** A user task by its name or element id, in the given processes. */
export function findUserTask(
  release: CompiledRelease,
  processes: readonly string[],
  word: string,
): FoundUserTask | undefined {
  const tasks = processes.flatMap((process) => {
    const nodes = release.processes.get(process)?.executable.nodes.values() ?? [];
    return [...nodes].flatMap((node) => (node.type === 'userTask' ? [{ process, userTask: node }] : []));
  });
  return tasks.find(({ userTask }) => userTask.id === word) ?? tasks.find(({ userTask }) => userTask.name === word);
}

/** Names of all user tasks in the given processes, for messages. */
export function userTaskNames(release: CompiledRelease, processes: readonly string[]): readonly string[] {
  return processes.flatMap((process) => {
    const nodes = release.processes.get(process)?.executable.nodes.values() ?? [];
    return [...nodes].flatMap((node) => (node.type === 'userTask' ? [node.name || node.id] : []));
  });
}
