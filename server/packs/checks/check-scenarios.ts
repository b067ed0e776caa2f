import type { CompiledRelease } from '../../kernel/release/compiled-release.ts';
import { checkDemoCases } from '../../kernel/world/check-demo-cases.ts';
import { checkScenario } from '../../kernel/world/check-scenario.ts';
import { errorAt, type PackFault } from '../../kernel/compilation/pack-fault.ts';
import type { EffectiveDefinitions } from '../../kernel/compilation/effective-definitions.ts';

/** Scenarios and demo cases: every person, post, area, step, question and choice they name exists. */
export function checkScenarios(definitions: EffectiveDefinitions, release: CompiledRelease): readonly PackFault[] {
  const words = { release, demoPeople: definitions.people.flatMap((file) => file.value.people) };
  return [
    ...definitions.scenarios.flatMap((file) =>
      checkScenario(file.value, words).faults.map((fault) => errorAt(file, fault.code, fault, fault.place)),
    ),
    ...definitions.demoCases.flatMap((file) =>
      checkDemoCases(file.value, words).faults.map((fault) => errorAt(file, fault.code, fault, fault.place)),
    ),
  ];
}
