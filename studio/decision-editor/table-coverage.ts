import type { Decision } from '../../server/kernel/dmn/decision.ts';
import type { CellDescription, TableDescription } from '../../server/kernel/dmn/table-description.ts';
import { isJsonObject, type Json, type JsonObject } from '../../server/kernel/json.ts';
import type { TableColumn } from './table-columns.ts';

/** As many combinations of conditions are tried; a table with more is for experts, and publishing checks it anyway. */
const MOST = 2_000;

/** What is wrong with the table as a whole. */
export interface Coverage {
  /** Values of the conditions for which no rule fits: one of each column, in their order. */
  readonly gaps: readonly (readonly Json[])[];
  /** Pairs of rules that fit at the same time although only one may. */
  readonly overlaps: readonly (readonly [number, number])[];
}

/**
 * Looks for what a table forgets and where it contradicts itself. Gaps are found by asking the decision itself for every
 * combination of choices; overlaps by comparing the cells, and only where constants prove them.
 *
 * @param now any instant; decisions see one
 */
export function coverageOf(
  decision: Decision,
  table: TableDescription,
  columns: readonly TableColumn[],
  now: string,
): Coverage {
  return { gaps: gapsOf(decision, columns, now), overlaps: overlapsOf(table) };
}

function gapsOf(decision: Decision, columns: readonly TableColumn[], now: string): Coverage['gaps'] {
  const inputs = columns.filter(({ part }) => part === 'inputs');
  const choices = inputs.map((column) => valuesOf(column));
  if (choices.some((values) => values.length === 0)) return [];
  if (choices.reduce((count, values) => count * values.length, 1) > MOST) return [];
  return combinationsOf(choices).filter((values) => {
    const result = decision.evaluate({ variables: variablesOf(inputs, values), now });
    return result.ok && result.rules.length === 0;
  });
}

/** The values a condition may meet; none where they cannot be listed. */
function valuesOf({ type, choices }: TableColumn): readonly Json[] {
  return type === 'boolean' ? [true, false] : choices.map(({ value }) => value);
}

function combinationsOf(choices: readonly (readonly Json[])[]): readonly (readonly Json[])[] {
  return choices.reduce<readonly (readonly Json[])[]>(
    (all, values) => all.flatMap((before) => values.map((value) => [...before, value])),
    [[]],
  );
}

/** Variables in which each condition has a value: `case.category` becomes `{ case: { category } }`. */
export function variablesOf(inputs: readonly TableColumn[], values: readonly Json[]): JsonObject {
  const variables: Record<string, Json> = {};
  inputs.forEach(({ name }, index) => {
    const path = name.split('.');
    let at: Record<string, Json> = variables;
    for (const step of path.slice(0, -1)) {
      const next = at[step];
      const inside: Record<string, Json> = isJsonObject(next) ? { ...next } : {};
      at[step] = inside;
      at = inside;
    }
    at[path.at(-1) ?? name] = values[index] ?? null;
  });
  return variables;
}

function overlapsOf({ hitPolicy, rules }: TableDescription): Coverage['overlaps'] {
  if (hitPolicy !== 'UNIQUE') return [];
  return rules.flatMap((one, first) =>
    rules.slice(first + 1).flatMap((other, rest) => {
      const meet = one.inputs.every((cell, column) => cellsMeet(cell, other.inputs[column]));
      return meet ? [[first, first + 1 + rest] as const] : [];
    }),
  );
}

/** True when some value surely passes both cells. */
function cellsMeet(one: CellDescription, other: CellDescription | undefined): boolean {
  if (other === undefined || one.any || other.any) return true;
  const [these, those] = [constantsOf(one), constantsOf(other)];
  if (these === null || those === null) return false;
  return these.some((value) => those.includes(value));
}

function constantsOf({ negated, tests }: CellDescription): readonly Json[] | null {
  const values = tests.flatMap((test) => (test.kind === 'equals' ? [test.value] : []));
  return negated || values.length < tests.length ? null : values;
}
