import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { serverValidatorFor } from '../../../server/application/forms/accept-form.ts';
import { scenarioLines, tryScenario } from '../../../server/kernel/simulation/keep-scenario.ts';
import { pretendPeople } from '../../../server/kernel/simulation/pretend-people.ts';
import type { Simulation } from '../../../server/kernel/simulation/simulation.ts';
import { checkScenario } from '../../../server/kernel/world/check-scenario.ts';
import { runScenario } from '../../../server/kernel/world/run-scenario.ts';
import type { Scenario } from '../../../server/kernel/world/scenario.ts';
import { shapeOf } from '../../../server/packs/reading/shapes.ts';
import { begun, demoPeople, release } from './real-pack.ts';
import { tryAct, type Chance } from './random-run.ts';

const chances = fc.array(
  fc.record<Chance>({
    kind: fc.constantFrom('report', 'complete', 'complete', 'complete', 'send-up', 'wait', 'next', 'vacate', 'start'),
    one: fc.nat(1000),
    other: fc.nat(1000),
  }),
  { minLength: 3, maxLength: 16 },
);

const live = (start: Simulation, acts: readonly Chance[]): Simulation =>
  acts.reduce((simulation, chance) => {
    const acted = tryAct(simulation, chance);
    return acted?.ok ? acted.simulation : simulation;
  }, start);

/** The whole run with everything that may be expected of it. */
const told = (simulation: Simulation): Scenario => ({
  title: '模拟的一次',
  steps: scenarioLines(simulation).lines.map(({ step }) => step),
});

describe('a run that is kept as a scenario', () => {
  it('is green when it is run, with all expectations that were proposed', () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(chances, fc.boolean(), (acts, invented) => {
        const simulation = live(begun(invented ? pretendPeople(release) : 'demo'), acts);
        const scenario = told(simulation);
        count(seen, scenario);
        if (!scenario.steps.some((step) => 'then' in step)) return;
        expect([shapeOf('scenario')(scenario), shapeOf('scenario').errors]).toEqual([true, null]);
        expect(tryScenario(scenario, { release, demoPeople }, serverValidatorFor)).toEqual([]);
      }),
      { numRuns: 120, seed: 20_261_128 },
    );
    for (const word of ['reports', 'completes', 'sendsUp', 'wait', 'until', 'then', 'given', 'starts'])
      expect([word, seen.get(word) ?? 0]).toEqual([word, expect.toSatisfy((times: number) => times > 20)]);
  }, 120_000);

  it('does, when it is run, what it did', () => {
    fc.assert(
      fc.property(chances, (acts) => {
        const simulation = live(begun(), acts);
        fc.pre(simulation.done.length > 0 && simulation.done.every(({ keepable }) => keepable));
        fc.pre(simulation.done.some(({ expected }) => expected.length > 0));
        const { plan } = checkScenario(told(simulation), { release, demoPeople });
        const again = plan && runScenario(plan, release, serverValidatorFor).world;
        expect(again?.state).toEqual(simulation.world.state);
        expect(again?.cases).toEqual(simulation.world.cases);
      }),
      { numRuns: 60, seed: 20_261_128 },
    );
  }, 120_000);
});

function count(seen: Map<string, number>, scenario: Scenario): void {
  for (const step of scenario.steps) for (const word of Object.keys(step)) seen.set(word, (seen.get(word) ?? 0) + 1);
}
