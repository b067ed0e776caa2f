import { planCompletion, planReport, planSendUp, planStart } from './plan-act.ts';
import { isAreaStep, planAreaStep } from './plan-areas.ts';
import { isClockStep, planClockStep } from './plan-clock.ts';
import { planExpectation } from './plan-expectation.ts';
import { planGiven } from './plan-given.ts';
import type { ScenarioFault } from './scenario-fault.ts';
import type { PlannedAct, PlannedStep, ScenarioPlan } from './scenario-plan.ts';
import { scenarioReading, type ScenarioReading } from './scenario-reading.ts';
import { planWait, readLocalTime } from './scenario-time.ts';
import type { ScenarioWords } from './scenario-words.ts';
import type { Scenario, ScenarioStep } from './scenario.ts';

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
  const steps = planSteps(reading, scenario.steps);
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

/** Looks up the words of steps, in their order; a step with a word that means nothing is left out and reported. */
export function planSteps(reading: ScenarioReading, steps: readonly ScenarioStep[]): readonly PlannedStep[] {
  return steps.flatMap((step, index): PlannedStep[] => {
    const planned = planStep(reading, step, `/steps/${index}`);
    return planned ? [{ ...planned, index }] : [];
  });
}

function planStep(reading: ScenarioReading, step: ScenarioStep, place: string): PlannedAct | null {
  if ('given' in step) return planGiven(reading, step, place);
  if ('reports' in step) return planReport(reading, step, place);
  if ('starts' in step) return planStart(reading, step, place);
  if ('completes' in step) return planCompletion(reading, step, place);
  if ('sendsUp' in step) return planSendUp(reading, step, place);
  if (isClockStep(step)) return planClockStep(reading, step, place);
  if (isAreaStep(step)) return planAreaStep(reading, step, place);
  if ('wait' in step) return planWait(reading, step.wait, `${place}/wait`);
  if ('until' in step) {
    const at = readLocalTime(reading, step.until, `${place}/until`);
    return at === null ? null : { do: 'wait-until', at };
  }
  return planExpectation(reading, step.then, `${place}/then`);
}
