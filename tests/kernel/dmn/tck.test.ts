import { describe, expect, it } from 'vitest';
import { compileDecisions } from '../../../server/kernel/dmn/compile-decisions.ts';
import type { Json } from '../../../server/kernel/json.ts';
import { tckCases, tckIsThere, tckModel, type TckCase } from './tck-cases.ts';

const cases = tckCases();

/** Numbers are compared by value to 9 digits: the kit prints some results rounded, some from binary arithmetic. */
function rounded(value: Json): Json {
  if (typeof value === 'number') return Number(value.toPrecision(9));
  if (Array.isArray(value)) return value.map(rounded);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, rounded(inner)]));
}

async function answer({ model, decision: wanted, inputs }: TckCase): Promise<Json> {
  const { decisions } = await compileDecisions(tckModel(model));
  const decision = [...decisions.values()].find(({ name }) => name === wanted);
  const result = decision?.evaluate({ variables: inputs, now: '2026-09-10T01:12:00.000Z' });
  // The kit writes null where a decision fails.
  return result?.ok === true ? result.output : null;
}

describe(`DMN TCK, compliance level 2${tckIsThere ? '' : ' (the kit is not beside the project: left out)'}`, () => {
  it.runIf(tckIsThere)('has cases that the reader of the kit sees', () => {
    expect(cases.length).toBeGreaterThan(100);
  });

  it.runIf(tckIsThere)('has models without faults', async () => {
    const faults = await Promise.all(
      [...new Set(cases.map(({ model }) => model))].map(
        async (model) => (await compileDecisions(tckModel(model))).faults,
      ),
    );

    expect(faults.flat()).toEqual([]);
  });

  it.runIf(tckIsThere).each(cases)('$model, case $id: $decision', async (tckCase) => {
    expect(rounded(await answer(tckCase))).toEqual(rounded(tckCase.expected));
  });
});
