import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../json.ts';
import { instantOfLocal } from '../local-time.ts';
import type { PostAssignment } from '../organization/organization.ts';
import type { DemoPerson } from '../release/demo.ts';
import { fillForm } from './form-words.ts';
import type { CompleteStep, GivenStep, ReportStep, Scenario, ScenarioStep, SendUpStep } from './scenario.ts';
import { planExpectation } from './plan-expectation.ts';
import type { PlannedStep, ScenarioPlan, Subject } from './scenario-plan.ts';
import type { ScenarioFault } from './scenario-fault.ts';
import { scenarioReading, subjectOf, type ScenarioReading } from './scenario-reading.ts';
import {
  actionItemProcesses,
  findArea,
  findPost,
  findUserTask,
  onlyCaseType,
  processesOf,
  userTaskNames,
  type FoundUserTask,
  type ScenarioWords,
} from './scenario-words.ts';
import { readSpokenAmount } from './spoken-amount.ts';

/**
 * Looks up every word of a scenario: people, areas, steps, questions and choices become ids, times instants.
 *
 * @param scenario a scenario whose shape its JSON Schema accepts
 * @param words the release it is about, and the people of its demo
 * @returns the plan to run, or null when a word means nothing; then the faults say which
 */
export function checkScenario(
  scenario: Scenario,
  words: ScenarioWords,
): { readonly plan: ScenarioPlan | null; readonly faults: readonly ScenarioFault[] } {
  const reading = scenarioReading(words);
  const first = scenario.steps[0];
  if (!first || !('given' in first) || first.given.at === undefined || first.given.people === undefined) {
    reading.report(
      'scenario-without-beginning',
      '/steps/0',
      '第一步要写「假定」：现在是几时、有哪些人。',
      'The first step must be "given" with the time and the people.',
    );
  }
  const steps = scenario.steps.flatMap((step, index): PlannedStep[] => {
    const planned = planStep(reading, step, `/steps/${index}`);
    return planned ? [{ ...planned, index } as PlannedStep] : [];
  });
  if (!scenario.steps.some((step) => 'then' in step)) {
    reading.report(
      'scenario-without-expectation',
      '/steps',
      '场景没有写「这时应当」，运行了也说明不了什么。请至少写一处。',
      'The scenario expects nothing. Write at least one "then".',
    );
  }
  return { plan: reading.faults.length === 0 ? { title: scenario.title, steps } : null, faults: reading.faults };
}

type Planned = PlannedStep extends infer Step
  ? Step extends { readonly index: number }
    ? Omit<Step, 'index'>
    : never
  : never;

function planStep(reading: ScenarioReading, step: ScenarioStep, place: string): Planned | null {
  if ('given' in step) return planGiven(reading, step, place);
  if ('reports' in step) return planReport(reading, step, place);
  if ('completes' in step) return planCompletion(reading, step, place);
  if ('sendsUp' in step) return planSendUp(reading, step, place);
  if ('wait' in step) return planWait(reading, step.wait, `${place}/wait`);
  if ('until' in step) {
    const at = readLocalTime(reading, step.until, `${place}/until`);
    return at === null ? null : { do: 'wait-until', at };
  }
  return planExpectation(reading, step.then, `${place}/then`);
}

function planGiven(reading: ScenarioReading, step: GivenStep, place: string): Planned | null {
  const { at, people, vacant = [] } = step.given;
  const positions = vacant.flatMap((wanted, index) => positionOf(reading, wanted, `${place}/given/vacant/${index}`));
  if (at === undefined && people === undefined) return { do: 'vacate', positions };
  const instant = at === undefined ? null : readLocalTime(reading, at, `${place}/given/at`);
  reading.people = people === 'demo' ? reading.words.demoPeople : (people ?? []);
  if (reading.people.length === 0) {
    reading.report(
      'scenario-without-people',
      `${place}/given`,
      '没有可用的人。请写 demo，或写出这个场景里的人。',
      'There are no people. Write "demo", or name the people of this scenario.',
    );
  }
  const assignments = reading.people.flatMap((person, index) =>
    assignmentsOf(reading, person, people === 'demo' ? null : `${place}/given/people/${index}`),
  );
  const held = assignments.filter(
    (assignment) =>
      !positions.some((position) => position.post === assignment.post && position.area === assignment.area),
  );
  const planned = reading.people.map((person) => ({ id: person.account, name: person.name }));
  return instant === null ? null : { do: 'begin', at: instant, people: planned, assignments: held };
}

/** Faults of the demo people belong to their own file, so they are not reported here (`place` null). */
function assignmentsOf(reading: ScenarioReading, person: DemoPerson, place: string | null): readonly PostAssignment[] {
  return person.posts.flatMap((held, index) => {
    const found =
      place === null ? [{ post: held.post, area: held.area }] : positionOf(reading, held, `${place}/posts/${index}`);
    return found.map((position) => ({
      ...position,
      person: person.account,
      kind: held.kind ?? 'formal',
      from: held.from ?? '2000-01-01',
      to: null,
    }));
  });
}

function positionOf(
  reading: ScenarioReading,
  wanted: { readonly post: string; readonly area: string },
  place: string,
): readonly { readonly post: string; readonly area: string }[] {
  const post = findPost(reading.words.release, wanted.post);
  const area = findArea(reading.words.release, wanted.area);
  if (!post)
    reading.report(
      'scenario-post-unknown',
      `${place}/post`,
      `没有岗位「${wanted.post}」。`,
      `There is no post "${wanted.post}".`,
    );
  if (!area)
    reading.report(
      'scenario-area-unknown',
      `${place}/area`,
      `没有区域「${wanted.area}」。`,
      `There is no area "${wanted.area}".`,
    );
  return post && area ? [{ post: post.id, area: area.code }] : [];
}

function planReport(reading: ScenarioReading, step: ReportStep, place: string): Planned | null {
  const person = reading.person(step.who, `${place}/who`);
  const caseType = onlyCaseType(reading.words.release);
  const form = caseType && reading.words.release.forms.get(caseType.reportForm);
  if (reading.cases.has(step.reports)) {
    reading.report(
      'scenario-case-twice',
      `${place}/reports`,
      `这个场景里已经有一件「${step.reports}」，请换个名字。`,
      `There is already a case "${step.reports}" in this scenario; give it another name.`,
    );
  }
  reading.cases.add(step.reports);
  reading.last = { kind: 'case', name: step.reports };
  if (!caseType || !form) {
    reading.report(
      'scenario-without-case-type',
      place,
      '配置包里没有可以报的事件类型。',
      'The pack has no case type that could be reported.',
    );
    return null;
  }
  const filled = fillForm(form, step.with, `${place}/with`);
  reading.faults.push(...filled.faults);
  const area = areaOfReport(reading, step, person, place);
  if (!person || area === null) return null;
  return {
    do: 'report',
    person: person.account,
    name: step.reports,
    caseType: caseType.id,
    area,
    data: filled.data,
    ...refusedBy(step),
  };
}

function areaOfReport(
  reading: ScenarioReading,
  step: ReportStep,
  person: DemoPerson | undefined,
  place: string,
): string | null {
  const { release } = reading.words;
  if (step.in !== undefined) {
    const area = findArea(release, step.in);
    if (!area)
      reading.report(
        'scenario-area-unknown',
        `${place}/in`,
        `没有区域「${step.in}」。`,
        `There is no area "${step.in}".`,
      );
    return area?.code ?? null;
  }
  const own = person?.posts.map((held) => findArea(release, held.area)).find((area) => area?.type === 'grid');
  if (person && !own)
    reading.report(
      'scenario-area-missing',
      place,
      `「${person.name}」不在网格里工作，请写明在哪个网格报的（in）。`,
      `"${person.name}" works in no grid; say in which grid it is reported (in).`,
    );
  return own?.code ?? null;
}

function planCompletion(reading: ScenarioReading, step: CompleteStep, place: string): Planned | null {
  const found = findStep(reading, step, step.completes, `${place}/completes`, place);
  if (!found) return null;
  const form = found.userTask.form === undefined ? undefined : reading.words.release.forms.get(found.userTask.form);
  const filled = form ? fillForm(form, step.with, `${place}/with`) : { data: step.with, faults: [] };
  reading.faults.push(...filled.faults);
  rememberActionItems(reading, filled.data);
  const { person, of, process, userTask } = found;
  return { do: 'complete', person, of, process, element: userTask.id, data: filled.data, ...refusedBy(step) };
}

function planSendUp(reading: ScenarioReading, step: SendUpStep, place: string): Planned | null {
  const found = findStep(reading, step, step.sendsUp, `${place}/sendsUp`, place);
  if (!found) return null;
  const { person, of, process, userTask } = found;
  return { do: 'send-up', person, of, process, element: userTask.id, because: step.because, ...refusedBy(step) };
}

interface FoundStep extends FoundUserTask {
  readonly person: string;
  readonly of: Subject;
}

function findStep(
  reading: ScenarioReading,
  step: { readonly who: string; readonly of?: string },
  word: string,
  wordPlace: string,
  place: string,
): FoundStep | null {
  const { release } = reading.words;
  const person = reading.person(step.who, `${place}/who`);
  const of = subjectOf(reading, step.of, `${place}/of`);
  if (!of) return null;
  const processes = processesOf(release, of);
  const found = findUserTask(release, processes, word);
  if (!found) {
    const names = userTaskNames(release, processes).join('、');
    reading.report(
      'scenario-step-unknown',
      wordPlace,
      `没有步骤「${word}」。有的是：${names}。`,
      `There is no step "${word}". There are: ${names}.`,
    );
  }
  return person && found ? { ...found, person: person.account, of } : null;
}

/** Action items that minutes agree on can be named by their title afterwards. */
function rememberActionItems(reading: ScenarioReading, data: JsonObject): void {
  if (actionItemProcesses(reading.words.release).length === 0) return;
  for (const rows of Object.values(data)) {
    if (!isJsonArray(rows)) continue;
    for (const title of rows.map(titleOf)) if (title !== null) reading.actionItems.add(title);
  }
}

function titleOf(row: Json): string | null {
  const title = isJsonObject(row) ? row['title'] : null;
  return typeof title === 'string' ? title : null;
}

function planWait(reading: ScenarioReading, text: string, place: string): Planned | null {
  const spoken = readSpokenAmount(text);
  const calendar = reading.words.release.calendars.keys().next().value;
  if (!spoken)
    reading.report(
      'scenario-time-wrong',
      place,
      `「${text}」不是一段时间。例：3 个工作日。`,
      `"${text}" is no amount of time. Example: 3 个工作日.`,
    );
  return spoken ? { do: 'wait', ...spoken, calendar: calendar ?? '' } : null;
}

function readLocalTime(reading: ScenarioReading, text: string, place: string): string | null {
  try {
    return instantOfLocal(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    reading.report(
      'scenario-time-wrong',
      place,
      `「${text}」不是日期和时间。例：2026-09-10 09:00。`,
      `${reason}. Example: 2026-09-10 09:00.`,
    );
    return null;
  }
}

function refusedBy(step: { readonly refused?: string }): { readonly refused?: string } {
  return step.refused === undefined ? {} : { refused: step.refused };
}
