import type { Scenario } from '../world/scenario.ts';
import { act, beginSimulation, type Simulation, type SimulationBeginning } from './simulation.ts';

/**
 * Walks through a scenario as somebody would by hand, so that it can be looked at step by step.
 *
 * @returns the run after each step, its beginning first; it ends where a step cannot be done. Empty when it cannot begin.
 */
export function walkScenario(
  { steps: [first, ...steps] }: Scenario,
  around: Pick<SimulationBeginning, 'release' | 'demoPeople' | 'validatorFor'>,
): readonly Simulation[] {
  if (first === undefined || !('given' in first)) return [];
  const { at = '', people = 'demo', vacant } = first.given;
  const begun = beginSimulation({ ...around, at, people });
  if (!begun.ok) return [];
  const walked = [begun.simulation];
  const left = vacant === undefined ? [] : [{ given: { vacant } }];
  for (const step of [...left, ...steps]) {
    const before = walked.at(-1);
    if (before === undefined || 'then' in step) continue;
    const acted = act(before, step);
    if (!acted.ok) break;
    walked.push(acted.simulation);
  }
  return walked;
}
