import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../json.ts';
import type { DemoPerson } from '../release/demo.ts';
import { fillForm } from './form-words.ts';
import type { PlannedAct, Subject } from './scenario-plan.ts';
import { subjectOf, type ScenarioReading } from './scenario-reading.ts';
import {
  actionItemProcesses,
  findArea,
  findProcess,
  findUserTask,
  onlyCaseType,
  processesOf,
  userTaskNames,
  type FoundUserTask,
} from './scenario-words.ts';
import type { CompleteStep, ReportStep, SendUpStep, StartStep } from './scenario.ts';

/** Looks up the words of a report: who, which case type, in which area, with what in the form. */
export function planReport(reading: ScenarioReading, step: ReportStep, place: string): PlannedAct | null {
  const person = reading.person(step.who, `${place}/who`);
  const caseType = onlyCaseType(reading.words.release);
  const form = caseType && reading.words.release.forms.get(caseType.reportForm);
  if (reading.cases.has(step.reports) || reading.started.has(step.reports))
    nameTwice(reading, step.reports, `${place}/reports`);
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

/** Looks up the words of a start: which process, and what it is called from then on. */
export function planStart(reading: ScenarioReading, step: StartStep, place: string): PlannedAct | null {
  const { release } = reading.words;
  const process = findProcess(release, step.starts);
  if (reading.cases.has(step.named) || reading.started.has(step.named))
    nameTwice(reading, step.named, `${place}/named`);
  if (!process) {
    const names = [...release.processes.values()].map(({ executable }) => executable.name).join('、');
    reading.report(
      'scenario-process-unknown',
      `${place}/starts`,
      `没有流程「${step.starts}」。有的是：${names}。`,
      `There is no process "${step.starts}". There are: ${names}.`,
    );
    return null;
  }
  reading.started.set(step.named, process.id);
  reading.last = { kind: 'process', name: step.named, process: process.id };
  return { do: 'start', name: step.named, process: process.id, variables: step.with ?? {} };
}

function nameTwice(reading: ScenarioReading, name: string, place: string): void {
  reading.report(
    'scenario-case-twice',
    place,
    `这个场景里已经有一件「${name}」，请换个名字。`,
    `There is already a case "${name}" in this scenario; give it another name.`,
  );
}

/** Looks up the words of a completion: who, which user task of what, with what in its form. */
export function planCompletion(reading: ScenarioReading, step: CompleteStep, place: string): PlannedAct | null {
  const found = findStep(reading, step, step.completes, `${place}/completes`, place);
  if (!found) return null;
  const form = found.userTask.form === undefined ? undefined : reading.words.release.forms.get(found.userTask.form);
  const filled = form ? fillForm(form, step.with, `${place}/with`) : { data: step.with, faults: [] };
  reading.faults.push(...filled.faults);
  rememberActionItems(reading, filled.data);
  const { person, of, process, userTask } = found;
  return { do: 'complete', person, of, process, element: userTask.id, data: filled.data, ...refusedBy(step) };
}

/** Looks up the words of a 报上级: who, which user task of what, why. */
export function planSendUp(reading: ScenarioReading, step: SendUpStep, place: string): PlannedAct | null {
  const found = findStep(reading, step, step.sendsUp, `${place}/sendsUp`, place);
  if (!found) return null;
  const { person, of, process, userTask } = found;
  return { do: 'send-up', person, of, process, element: userTask.id, because: step.because, ...refusedBy(step) };
}

interface FoundStep extends FoundUserTask {
  readonly person: string;
  readonly of: Subject;
}

/** Who does something to which user task of what; an unknown word is reported. */
export function findStep(
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

function refusedBy(step: { readonly refused?: string }): { readonly refused?: string } {
  return step.refused === undefined ? {} : { refused: step.refused };
}
