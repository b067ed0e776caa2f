import { serverValidatorFor } from '../../../server/application/forms/accept-form.ts';
import type { CompiledRelease } from '../../../server/kernel/release/compiled-release.ts';
import { beginSimulation, type Acted, type Simulation } from '../../../server/kernel/simulation/simulation.ts';
import type { DemoPerson } from '../../../server/kernel/release/demo.ts';
import type { Scenario } from '../../../server/kernel/world/scenario.ts';
import { compilePack } from '../../../server/packs/compile-pack.ts';
import { packArgument } from '../../../server/packs/pack-argument.ts';

const compiled = await compilePack('tianshui-xiguan', packArgument('tianshui-xiguan').find);
if (!compiled.release || !compiled.definitions) throw new Error('The real pack does not compile.');

export const release: CompiledRelease = compiled.release;
export const demoPeople: readonly DemoPerson[] = compiled.definitions.people.flatMap((file) => file.value.people);
export const compiledScenarios: readonly Scenario[] = compiled.definitions.scenarios.map((file) => file.value);

/** A run of the real pack at its beginning: Monday morning, the invented people at their posts. */
export function begun(people: 'demo' | readonly DemoPerson[] = 'demo', at = '2026-09-07 09:00'): Simulation {
  return did(beginSimulation({ release, demoPeople, people, at, validatorFor: serverValidatorFor }));
}

/** The run after an act that is done. */
export function did(acted: Acted): Simulation {
  if (!acted.ok) throw new Error(acted.because.map(({ zh }) => zh).join(' '));
  return acted.simulation;
}
