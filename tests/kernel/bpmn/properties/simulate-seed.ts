import { ok } from 'node:assert/strict';
import { compileBpmn } from '../../../../server/kernel/bpmn/compile/compile-bpmn.ts';
import type { ExecutableProcess } from '../../../../server/kernel/bpmn/executable-process.ts';
import { liveThrough, type Life } from './random-life.ts';
import { randomModel, type RandomModel } from './random-model.ts';

/** Lives that one model lives: a model costs more to compile than a life to live. */
const livesPerModel = 10;

/** What came of a seed: how it lived, or that its model was refused, as one that is spoilt may be. */
export type Outcome = { readonly kind: 'lived'; readonly life: Life } | { readonly kind: 'refused' };

interface Prepared {
  readonly model: RandomModel;
  readonly processes: readonly ExecutableProcess[];
}

let last: { readonly seed: number; readonly prepared: Prepared } | null = null;

/**
 * Lives one seed: its random model (ten seeds in a row share one), and on it a random path of its own.
 *
 * @throws AssertionError when an invariant does not hold
 */
export async function simulateSeed(seed: number): Promise<Outcome> {
  const { model, processes } = await prepared(Math.floor(seed / livesPerModel));
  return processes.length === 0 ? { kind: 'refused' } : { kind: 'lived', life: liveThrough(model, processes, seed) };
}

async function prepared(seed: number): Promise<Prepared> {
  if (last?.seed === seed) return last.prepared;
  const model = randomModel(seed);
  const { processes, faults } = await compileBpmn(model.xml, { lenient: true });
  ok(
    model.spoilt !== null || faults.length === 0,
    `a sound model is refused: ${faults.map(({ code, element }) => `${code}@${element}`).join(', ')}`,
  );
  last = { seed, prepared: { model, processes } };
  return last.prepared;
}
