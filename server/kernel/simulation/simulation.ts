import { planSteps } from '../world/check-scenario.ts';
import { planGiven } from '../world/plan-given.ts';
import type { ValidatorFor } from '../forms/accept-submission.ts';
import type { Instant } from '../json.ts';
import type { CompiledRelease } from '../release/compiled-release.ts';
import type { DemoPerson } from '../release/demo.ts';
import { copyWorld } from '../world/copy-world.ts';
import { performStep } from '../world/run-scenario.ts';
import type { PlannedStep } from '../world/scenario-plan.ts';
import { scenarioReading } from '../world/scenario-reading.ts';
import type { ScenarioWords } from '../world/scenario-words.ts';
import type { GivenStep, ScenarioExpectation, ScenarioStep } from '../world/scenario.ts';
import { nothingNamed, type Named } from '../world/subjects.ts';
import { createWorld, type World } from '../world/world.ts';
import { proposeExpectations } from './propose-expectations.ts';

/**
 * A simulated run: a street of pretend people, and what was done there in the words of a scenario. It is never changed;
 * each act gives a new one, so going back is taking an earlier one.
 */
export interface Simulation {
  readonly words: ScenarioWords;
  readonly people: readonly DemoPerson[];
  readonly world: World;
  readonly named: Named;
  readonly given: GivenStep;
  readonly done: readonly DoneAct[];
}

/** Something that was done in a run. */
interface DoneAct {
  readonly step: ScenarioStep;
  /** False when a scenario would understand the words differently, so that it cannot be kept from here on. */
  readonly keepable: boolean;
  /** When it was done; of time that passes, when it began to. */
  readonly at: Instant;
  /** What is so since then, of everything it changed. */
  readonly expected: readonly ScenarioExpectation[];
}

type Sentence = { readonly zh: string; readonly en: string };

/** The run after an act, or why it could not be done; then nothing has changed. */
export type Acted =
  | { readonly ok: true; readonly simulation: Simulation }
  | { readonly ok: false; readonly because: readonly Sentence[] };

/** Where a run begins. */
export interface SimulationBeginning {
  readonly release: CompiledRelease;
  readonly demoPeople: readonly DemoPerson[];
  /** `demo`, or people invented for this run. */
  readonly people: 'demo' | readonly DemoPerson[];
  /** Local date and time, `2026-11-30 09:00`. */
  readonly at: string;
  readonly validatorFor: ValidatorFor;
}

/** Begins a run. @returns why not, when there is nobody or the time is none */
export function beginSimulation(beginning: SimulationBeginning): Acted {
  const { release, demoPeople, people, at, validatorFor } = beginning;
  const words: ScenarioWords = { release, demoPeople };
  const given: GivenStep = { given: { at, people } };
  const reading = scenarioReading(words);
  const planned = planGiven(reading, given, '/steps/0');
  if (planned?.do !== 'begin' || reading.faults.length > 0) return { ok: false, because: reading.faults };
  const world = createWorld({
    release,
    people: planned.people,
    assignments: planned.assignments,
    now: planned.at,
    validatorFor,
  });
  const named = nothingNamed();
  return { ok: true, simulation: { words, people: reading.people, world, named, given, done: [] } };
}

/** An act whose meaning does not hang on words. */
export interface ExactAct {
  /** Whether the words of the step, looked up, mean this act. */
  readonly means: (planned: PlannedStep) => boolean;
  /** Does it; the answer says why it could not be done. */
  readonly carryOut: (world: World) => readonly Sentence[];
}

/**
 * Does what a step of a scenario says, exactly as the scenario will do it when it is run.
 *
 * @param exact what is done instead where the words of the step would mean something else; then the step cannot be kept
 */
export function act(simulation: Simulation, step: ScenarioStep, exact?: ExactAct): Acted {
  const world = copyWorld(simulation.world);
  const named: Named = { cases: new Map(simulation.named.cases), processes: new Map(simulation.named.processes) };
  const { planned, faults } = planNext(simulation, step);
  const understood = planned !== undefined && planned.do !== 'begin' && faults.length === 0;
  const keepable = understood && (exact?.means(planned) ?? true);
  if (!keepable && exact === undefined) return { ok: false, because: faults };
  const refusal = keepable ? performStep(world, named, planned) : (exact?.carryOut(world) ?? []);
  // Scenarios refuse with codes; who tries the act itself is told in words.
  if (refusal.length > 0 && keepable && exact)
    return refusedInWords(refusal, exact.carryOut(copyWorld(simulation.world)));
  if (refusal.length > 0) return { ok: false, because: refusal };
  const after: Simulation = { ...simulation, world, named };
  const expected = proposeExpectations(simulation, after);
  return {
    ok: true,
    simulation: { ...after, done: [...simulation.done, { step, keepable, at: simulation.world.state.now, expected }] },
  };
}

function refusedInWords(refusal: readonly Sentence[], words: readonly Sentence[]): Acted {
  return { ok: false, because: words.length > 0 ? words : refusal };
}

/** The step's words looked up after everything that can be told of the run so far. */
function planNext(
  simulation: Simulation,
  step: ScenarioStep,
): { readonly planned: PlannedStep | undefined; readonly faults: readonly Sentence[] } {
  const reading = scenarioReading(simulation.words);
  const before = simulation.done.filter(({ keepable }) => keepable).map((done) => done.step);
  const planned = planSteps(reading, [simulation.given, ...before, step]);
  const last = before.length + 1;
  return { planned: planned.find(({ index }) => index === last), faults: reading.faults };
}
