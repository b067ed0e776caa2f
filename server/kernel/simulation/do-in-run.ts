import type { FormDefinition } from '../forms/form-definition.ts';
import { textIn, type JsonObject } from '../json.ts';
import { complete, report, sendUp } from '../world/act.ts';
import { moveClockOf } from '../world/clock-acts.ts';
import { findProcess, onlyCaseType } from '../world/scenario-words.ts';
import { findOpenUserTask } from '../world/subjects.ts';
import type { Done, World } from '../world/world.ts';
import type { UserTaskEntry } from '../world/world-state.ts';
import { findCategory } from '../cases/find-category.ts';
import { recordedAnswers } from './recorded-answers.ts';
import { refusalWords } from './refusal-words.ts';
import { runSubjects } from './run-subjects.ts';
import { areaWord, minuteWord, personWord, userTaskWord } from './scenario-names.ts';
import { act, type Acted, type ExactAct, type Simulation } from './simulation.ts';

/** Somebody of the run reports a case, in an area, with the data of the report form. */
export function reportInRun(simulation: Simulation, person: string, area: string, data: JsonObject): Acted {
  const { words, people } = simulation;
  const caseType = onlyCaseType(words.release);
  const form = caseType && words.release.forms.get(caseType.reportForm);
  const found = findCategory(caseType?.categories ?? [], textIn(data['category']));
  return act(
    simulation,
    {
      who: personWord(people, person),
      reports: freeName(simulation, found?.category.title ?? caseType?.title ?? ''),
      in: areaWord(words.release, area),
      with: form ? recordedAnswers(form, 'report', data) : data,
    },
    {
      means: (planned) => planned.do === 'report' && planned.area === area && planned.person === person,
      carryOut: (world) => refusalWords(report(world, person, { caseType: caseType?.id ?? '', area, data })),
    },
  );
}

/** A process is started that no case, meeting or minutes starts. */
export function startInRun(simulation: Simulation, process: string, variables: JsonObject): Acted {
  const { release } = simulation.words;
  const name = release.processes.get(process)?.executable.name ?? '';
  const word = findProcess(release, name)?.id === process ? name : process;
  return act(simulation, { starts: word, named: freeName(simulation, word), with: variables });
}

/** Somebody of the run completes a user task with the data of its form. */
export function completeInRun(simulation: Simulation, person: string, entry: UserTaskEntry, data: JsonObject): Acted {
  const form = formOf(simulation, entry);
  const words = form ? recordedAnswers(form, entry.element, data) : data;
  const { who, of, step } = wordsFor(simulation, person, entry);
  return act(
    simulation,
    { who, completes: step, of, with: words },
    exactly(simulation, entry, (world) => complete(world, person, entry, data)),
  );
}

/** Somebody of the run hands a user task one level up (报上级). */
export function sendUpInRun(simulation: Simulation, person: string, entry: UserTaskEntry, because: string): Acted {
  const { who, of, step } = wordsFor(simulation, person, entry);
  return act(
    simulation,
    { who, sendsUp: step, of, because },
    exactly(simulation, entry, (world) => sendUp(world, person, entry, because)),
  );
}

/** Somebody of the run signs for a user task (签收), or says that a first answer went out (首次响应). */
export function signInRun(
  simulation: Simulation,
  person: string,
  entry: UserTaskEntry,
  what: 'sign-for' | 'respond',
): Acted {
  const { who, of, step } = wordsFor(simulation, person, entry);
  return act(
    simulation,
    what === 'sign-for' ? { who, signsFor: step, of } : { who, respondsTo: step, of },
    exactly(simulation, entry, (world) => moveClockOf(world, person, entry, { do: what })),
  );
}

/** Time passes by an amount as it is spoken: `1 个工作日`, `1 小时`. */
export function waitInRun(simulation: Simulation, amount: string): Acted {
  return act(simulation, { wait: amount });
}

/** Time passes until an instant, to the minute. */
export function waitUntilInRun(simulation: Simulation, at: string): Acted {
  return act(simulation, { until: minuteWord(at) });
}

/** A position has nobody from now on. */
export function vacateInRun(simulation: Simulation, post: string, area: string): Acted {
  return act(simulation, { given: { vacant: [{ post, area }] } });
}

/** The form of a user task, choices filled in; undefined when it has none. */
export function formOf({ world }: Simulation, entry: UserTaskEntry): FormDefinition | undefined {
  const node = world.state.instances.get(entry.instance)?.process.nodes.get(entry.element);
  return node?.type === 'userTask' && node.form !== undefined ? world.release.forms.get(node.form) : undefined;
}

/** What the form of a user task starts with. */
export function storedFor({ world }: Simulation, entry: UserTaskEntry): JsonObject {
  const scope = world.state.instances.get(entry.instance)?.instance.scopes[entry.scope];
  return scope?.elements.find((element) => element.id === entry.task)?.variables ?? {};
}

/** A name nothing in the run has yet. */
function freeName({ named, words, world }: Simulation, wanted: string): string {
  const taken = new Set([
    ...named.cases.keys(),
    ...named.processes.keys(),
    ...[...words.release.meetings.values()].flatMap(({ id, title }) => [id, title]),
    ...[...world.actionItems.values()].map(({ title }) => title),
  ]);
  let name = wanted;
  for (let nth = 2; taken.has(name); nth += 1) name = `${wanted} ${nth}`;
  return name;
}

function wordsFor(simulation: Simulation, person: string, entry: UserTaskEntry) {
  const { world, named, words, people } = simulation;
  const about = runSubjects(world, named).find(({ instance }) => instance === entry.instance);
  const instance = world.state.instances.get(entry.instance);
  const name = instance?.process.nodes.get(entry.element)?.name ?? '';
  return {
    who: personWord(people, person),
    of: about?.word ?? instance?.process.name ?? entry.instance,
    step: about
      ? userTaskWord(words.release, about.subject, instance?.process.id ?? '', entry.element)
      : name || entry.element,
  };
}

/** The user task that was meant, whatever the words of a scenario would find. */
function exactly(simulation: Simulation, entry: UserTaskEntry, doIt: (world: World) => Done<unknown>): ExactAct {
  return {
    means: (planned) => {
      if (planned.do !== 'complete' && planned.do !== 'send-up' && planned.do !== 'clock') return false;
      const found = findOpenUserTask(simulation.world, simulation.named, planned.of, planned.element, planned.person);
      return found?.instance === entry.instance && found.task === entry.task;
    },
    carryOut: (world) => refusalWords(doIt(world)),
  };
}

/** Amounts of time that screens offer, as scenarios speak them. */
export const offeredAmounts = { hour: '1 小时', workingDay: '1 个工作日' } as const;
