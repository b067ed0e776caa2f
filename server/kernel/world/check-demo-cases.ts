import type { Instant, JsonObject } from '../json.ts';
import type { DemoCase, DemoCasesFile } from '../release/demo.ts';
import { fillForm, type FilledForm } from './form-words.ts';
import { scenarioReading, type ScenarioReading } from './scenario-reading.ts';
import { findArea, findUserTask, onlyCaseType, type ScenarioWords } from './scenario-words.ts';
import type { ScenarioFault } from './scenario-fault.ts';
import { readSpokenAmount, type SpokenAmount } from './spoken-amount.ts';

/** A demo case whose words have been looked up. Persons are accounts. */
export interface DemoCasePlan {
  readonly ago: SpokenAmount;
  readonly person: string;
  readonly caseType: string;
  readonly area: string;
  readonly data: JsonObject;
  readonly steps: readonly DemoStepPlan[];
}

/** One completed user task of a demo case, so long after what went before it. */
interface DemoStepPlan {
  readonly after: SpokenAmount;
  readonly person: string;
  readonly element: string;
  /** The form's data; `现在` in it is the instant the step is completed. */
  readonly data: (now: Instant) => JsonObject;
}

/** Any instant: the faults of words do not depend on it. */
const someTime: Instant = '2026-01-01T00:00:00.000Z';

/**
 * Looks up the words of all demo cases, as `checkScenario` does for a scenario.
 *
 * @returns the cases that mean something, in the order of the file, and the faults of the others
 */
export function checkDemoCases(
  file: DemoCasesFile,
  words: ScenarioWords,
): { readonly plans: readonly DemoCasePlan[]; readonly faults: readonly ScenarioFault[] } {
  const reading = scenarioReading(words);
  reading.people = words.demoPeople;
  const plans = file.cases.flatMap((demo, index) => planCase(reading, demo, `/cases/${index}`) ?? []);
  return { plans, faults: reading.faults };
}

function planCase(reading: ScenarioReading, demo: DemoCase, place: string): DemoCasePlan | null {
  const { release } = reading.words;
  const caseType = onlyCaseType(release);
  const form = caseType && release.forms.get(caseType.reportForm);
  const ago = amountOf(reading, demo.ago, `${place}/ago`);
  const person = reading.person(demo.who, `${place}/who`);
  const area =
    demo.in === undefined
      ? person?.posts.map((held) => findArea(release, held.area)).find((found) => found?.type === 'grid')
      : findArea(release, demo.in);
  if (!area)
    reading.report(
      'scenario-area-unknown',
      `${place}/in`,
      `没有区域「${demo.in ?? ''}」，或者没有写在哪个网格报的。`,
      `There is no area "${demo.in ?? ''}", or it is not said in which grid it was reported.`,
    );
  const filled = form ? fillForm(form, demo.with, `${place}/with`) : { data: {}, faults: [] };
  reading.faults.push(...filled.faults);
  const steps = demo.then.flatMap(
    (step, index) => planStep(reading, step, caseType?.process ?? '', `${place}/then/${index}`) ?? [],
  );
  if (!ago || !person || !area || !caseType || steps.length < demo.then.length) return null;
  return { ago, person: person.account, caseType: caseType.id, area: area.code, data: filled.data, steps };
}

function planStep(
  reading: ScenarioReading,
  step: DemoCase['then'][number],
  process: string,
  place: string,
): DemoStepPlan | null {
  const { release } = reading.words;
  const after = amountOf(reading, step.after, `${place}/after`);
  const person = reading.person(step.who, `${place}/who`);
  const found = findUserTask(release, [process], step.completes);
  if (!found) {
    reading.report(
      'scenario-step-unknown',
      `${place}/completes`,
      `没有步骤「${step.completes}」。`,
      `There is no step "${step.completes}".`,
    );
    return null;
  }
  const form = release.forms.get(found.userTask.form ?? '');
  const data = (now: Instant): FilledForm =>
    form ? fillForm(form, step.with, `${place}/with`, now) : { data: step.with, faults: [] };
  reading.faults.push(...data(someTime).faults);
  return after && person
    ? { after, person: person.account, element: found.userTask.id, data: (now) => data(now).data }
    : null;
}

function amountOf(reading: ScenarioReading, text: string, place: string): SpokenAmount | null {
  const spoken = readSpokenAmount(text);
  if (!spoken)
    reading.report(
      'scenario-time-wrong',
      place,
      `「${text}」不是一段时间。例：3 个工作时。`,
      `"${text}" is no amount of time. Example: 3 个工作时.`,
    );
  return spoken;
}
