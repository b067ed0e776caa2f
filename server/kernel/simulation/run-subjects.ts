import type { Subject } from '../world/scenario-plan.ts';
import type { World } from '../world/world.ts';
import type { Named } from '../world/subjects.ts';
import { meetingWord } from './scenario-names.ts';

/** Something a run is about: a case, a meeting, an action item, a process that was started by itself. */
export interface RunSubject {
  readonly instance: string;
  readonly kind: Subject['kind'];
  /** What a scenario calls it; a later thing of the same name takes the name over. */
  readonly word: string;
  readonly subject: Subject;
}

/** Everything a run is about, the latest last. */
export function runSubjects(world: World, named: Named): readonly RunSubject[] {
  const words = new Map([...named.cases].map(([word, id]) => [id, word]));
  const cases = [...world.cases.values()].map(({ id, instance, title }): RunSubject => {
    const name = words.get(id) ?? title;
    return { instance, kind: 'case', word: name, subject: { kind: 'case', name } };
  });
  const meetings = [...world.meetings.values()].map(({ instance, series }): RunSubject => {
    const word = meetingWord(world.release, series);
    return { instance, kind: 'meeting', word, subject: { kind: 'meeting', meeting: series } };
  });
  const items = [...world.actionItems.values()].map(({ instance, title }): RunSubject => {
    return { instance, kind: 'action-item', word: title, subject: { kind: 'action-item', title } };
  });
  const started = [...named.processes].map(([name, instance]): RunSubject => {
    const process = world.state.instances.get(instance)?.process.id ?? '';
    return { instance, kind: 'process', word: name, subject: { kind: 'process', name, process } };
  });
  return [...cases, ...meetings, ...items, ...started];
}
