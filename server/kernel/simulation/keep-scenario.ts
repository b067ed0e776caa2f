import type { ValidatorFor } from '../forms/accept-submission.ts';
import { checkScenario } from '../world/check-scenario.ts';
import { runScenario, type ScenarioFailure } from '../world/run-scenario.ts';
import { scenarioSentences } from '../world/scenario-sentences.ts';
import type { ScenarioWords } from '../world/scenario-words.ts';
import { thenStep, type Scenario, type ScenarioStep } from '../world/scenario.ts';
import type { Simulation } from './simulation.ts';

/** A line of a scenario somebody may keep or leave out. */
export interface ScenarioLine {
  readonly step: ScenarioStep;
  readonly sentence: string;
  /** Whether it is kept unless somebody says otherwise. */
  readonly kept: boolean;
}

/**
 * A run as the lines of a scenario: what was done, and after each act what may be expected. Of the expectations about
 * one thing the last is kept by itself: how the run ended.
 *
 * @returns the lines as far as a scenario has words for them, and how many acts are beyond
 */
export function scenarioLines({ given, done }: Simulation): {
  readonly lines: readonly ScenarioLine[];
  readonly beyond: number;
} {
  const end = done.findIndex(({ keepable }) => !keepable);
  const told = end < 0 ? done : done.slice(0, end);
  const expectations = told.flatMap(({ expected }) => expected);
  const last = new Set(
    expectations.filter((one, at) => !expectations.some(({ of }, later) => later > at && of === one.of)),
  );
  const steps = [
    { step: given as ScenarioStep, kept: true },
    ...told.flatMap(({ step, expected }) => [
      { step, kept: true },
      ...expected.map((expectation) => ({ step: thenStep(expectation) as ScenarioStep, kept: last.has(expectation) })),
    ]),
  ];
  const sentences = scenarioSentences({ title: '', steps: steps.map(({ step }) => step) });
  return {
    lines: steps.map((line, index) => ({ ...line, sentence: sentences[index] ?? '' })),
    beyond: done.length - told.length,
  };
}

/** Runs a scenario as `gridloom test` does; words that mean nothing are failures of their step. */
export function tryScenario(
  scenario: Scenario,
  words: ScenarioWords,
  validatorFor: ValidatorFor,
): readonly ScenarioFailure[] {
  const { plan, faults } = checkScenario(scenario, words);
  if (plan) return runScenario(plan, words.release, validatorFor).failures;
  return faults.map(({ place, zh, en }) => ({ step: Number(/^\/steps\/(\d+)/.exec(place)?.[1] ?? 0), zh, en }));
}
