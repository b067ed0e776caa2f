import { localDateTime } from '../local-time.ts';
import type { Instant } from '../json.ts';
import type { CompiledRelease } from '../release/compiled-release.ts';
import type { DemoPerson } from '../release/demo.ts';
import type { Subject } from '../world/scenario-plan.ts';
import { findArea, findMeeting, findPerson, findPost, findUserTask, processesOf } from '../world/scenario-words.ts';

/** The word for a person: the name, or the account where two bear it. */
export function personWord(people: readonly DemoPerson[], account: string): string {
  const name = people.find((person) => person.account === account)?.name ?? account;
  return findPerson(people, name)?.account === account ? name : account;
}

/** The word for an area: its name, or its code where two bear it. */
export function areaWord(release: CompiledRelease, code: string): string {
  const name = release.areas.find((area) => area.code === code)?.name ?? code;
  return findArea(release, name)?.code === code ? name : code;
}

/** The word for a post: its title, or its id where two bear it. */
export function postWord(release: CompiledRelease, id: string): string {
  const title = release.posts.find((post) => post.id === id)?.title ?? id;
  return findPost(release, title)?.id === id ? title : id;
}

/** The word for a user task of a subject: its name, or its element id where two bear it. */
export function userTaskWord(release: CompiledRelease, of: Subject, process: string, element: string): string {
  const processes = processesOf(release, of);
  const name = release.processes.get(process)?.executable.nodes.get(element)?.name ?? '';
  const found = name === '' ? undefined : findUserTask(release, processes, name);
  return found?.process === process && found.userTask.id === element ? name : element;
}

/** The word for a meeting series: its title, or its id where two bear it. */
export function meetingWord(release: CompiledRelease, id: string): string {
  const title = release.meetings.get(id)?.title ?? id;
  return findMeeting(release, title)?.id === id ? title : id;
}

/** The title of a stage; its id where two stages of the pack bear it. */
export function stageWord(release: CompiledRelease, id: string): string {
  const stages = [...release.caseTypes.values()].flatMap((caseType) => caseType.stages);
  const title = stages.find((stage) => stage.id === id)?.title ?? id;
  return stages.find((stage) => stage.id === title || stage.title === title)?.id === id ? title : id;
}

/** A local time to the minute as scenarios write it; a later second counts as the next minute, so that it has come. */
export function minuteWord(instant: Instant): string {
  const minute = new Date(Math.ceil(Date.parse(instant) / 60_000) * 60_000).toISOString();
  return localDateTime(minute).slice(0, 16).replace('T', ' ');
}
