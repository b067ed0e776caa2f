import type { ShownLight } from '../bpmn/user-task-clocks.ts';
import type { ScenarioExpectation } from './scenario.ts';
import type { PlannedExpectation, Subject } from './scenario-plan.ts';
import { readLocalTime } from './scenario-time.ts';
import { subjectOf, type ScenarioReading } from './scenario-reading.ts';
import { actionItemProcesses, findArea, findPost, findUserTask, processesOf, userTaskNames } from './scenario-words.ts';

const lights: { readonly [word: string]: ShownLight } = {
  正常: 'green',
  临期: 'yellow',
  超期: 'red',
  挂起: 'paused',
  green: 'green',
  yellow: 'yellow',
  red: 'red',
  paused: 'paused',
};

/** How a scenario says, as screens do, that work has a place and nobody who holds it. */
export const nobodyHasIt = '无人办理';

/** Looks up the words of one `then`; a word that means nothing is reported. */
export function planExpectation(
  reading: ScenarioReading,
  then: ScenarioExpectation,
  place: string,
): PlannedExpectation | null {
  const of = subjectOf(reading, then.of, `${place}/of`);
  if (!of) return null;
  const light = then.light === undefined ? undefined : lights[then.light];
  return {
    do: 'expect',
    of,
    ...(then.status === undefined ? {} : { status: then.status === '已办结' ? 'closed' : 'open' }),
    ...(then.number === undefined ? {} : { number: then.number }),
    ...given('stage', then.stage, (word) => stageOf(reading, word, `${place}/stage`)),
    ...given('element', then.step, (word) => elementOf(reading, of, word, `${place}/step`)),
    ...given('holder', then.holder, (word) =>
      word === nobodyHasIt ? '' : reading.person(word, `${place}/holder`)?.account,
    ),
    ...given('post', then.post, (word) => postOf(reading, word, `${place}/post`)),
    ...given('area', then.area, (word) => areaOf(reading, word, `${place}/area`)),
    ...(light === undefined ? {} : { light }),
    ...given('due', then.due, (text) => readLocalTime(reading, text, `${place}/due`) ?? undefined),
    ...given('passed', then.passed, (words) =>
      words.flatMap((word, index) => stageOf(reading, word, `${place}/passed/${index}`) ?? []),
    ),
    ...given('told', then.told, (words) => peopleOf(reading, words, `${place}/told`)),
    ...given('notTold', then.notTold, (words) => peopleOf(reading, words, `${place}/notTold`)),
    ...(then.story === undefined ? {} : { story: then.story }),
    ...given('work', then.work, (work) => workOf(reading, work, `${place}/work`)),
  };
}

/** The property when it was written and means something, else nothing. */
function given<Name extends string, Word, Meaning>(
  name: Name,
  word: Word | undefined,
  meaning: (word: Word) => Meaning | undefined,
): { readonly [name in Name]?: Meaning } {
  const found = word === undefined ? undefined : meaning(word);
  return (found === undefined ? {} : { [name]: found }) as { readonly [name in Name]?: Meaning };
}

function stageOf(reading: ScenarioReading, word: string, place: string): string | undefined {
  const stages = [...reading.words.release.caseTypes.values()].flatMap((caseType) => caseType.stages);
  const found = stages.find((stage) => stage.id === word || stage.title === word);
  if (!found)
    reading.report(
      'scenario-stage-unknown',
      place,
      `没有环节「${word}」。有的是：${stages.map((stage) => stage.title).join('、')}。`,
      `There is no stage "${word}".`,
    );
  return found?.id;
}

function elementOf(reading: ScenarioReading, of: Subject, word: string, place: string): string | undefined {
  const { release } = reading.words;
  const processes = processesOf(release, of);
  const found = findUserTask(release, processes, word);
  if (!found)
    reading.report(
      'scenario-step-unknown',
      place,
      `没有步骤「${word}」。有的是：${userTaskNames(release, processes).join('、')}。`,
      `There is no step "${word}".`,
    );
  return found?.userTask.id;
}

function postOf(reading: ScenarioReading, word: string, place: string): string | undefined {
  const post = findPost(reading.words.release, word);
  if (!post) reading.report('scenario-post-unknown', place, `没有岗位「${word}」。`, `There is no post "${word}".`);
  return post?.id;
}

function areaOf(reading: ScenarioReading, word: string, place: string): string | undefined {
  const area = findArea(reading.words.release, word);
  if (!area) reading.report('scenario-area-unknown', place, `没有区域「${word}」。`, `There is no area "${word}".`);
  return area?.code;
}

function peopleOf(reading: ScenarioReading, words: readonly string[], place: string): readonly string[] {
  return words.flatMap((word, index) => reading.person(word, `${place}/${index}`)?.account ?? []);
}

function workOf(
  reading: ScenarioReading,
  work: { readonly [person: string]: readonly string[] },
  place: string,
): { readonly [person: string]: readonly string[] } {
  const { release } = reading.words;
  const processes = [
    ...[...release.caseTypes.values()].map((caseType) => caseType.process),
    ...[...release.meetings.values()].map((meeting) => meeting.process),
    ...actionItemProcesses(release),
    ...reading.started.values(),
  ];
  return Object.fromEntries(
    Object.entries(work).flatMap(([name, steps]) => {
      const person = reading.person(name, `${place}/${name}`);
      const elements = steps.flatMap((word, index) => {
        const found = findUserTask(release, processes, word);
        if (!found)
          reading.report(
            'scenario-step-unknown',
            `${place}/${name}/${index}`,
            `没有步骤「${word}」。`,
            `There is no step "${word}".`,
          );
        return found ? [found.userTask.id] : [];
      });
      return person ? [[person.account, elements.toSorted()]] : [];
    }),
  );
}
