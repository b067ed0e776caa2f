import { interrupt, type Run } from '../feel/evaluation/run.ts';
import type { Scope } from '../feel/evaluation/scope.ts';
import type { UnaryTests } from '../feel/parse-unary-tests.ts';
import { compare, equal } from '../feel/values/compare.ts';
import { feelNumber, isNumber } from '../feel/values/feel-number.ts';
import { contextOf, type FeelValue } from '../feel/values/feel-value.ts';
import { report, type Compilation, type Logic } from './compilation.ts';
import { textOf, type DmnElement } from './dmn-element.ts';
import { notAggregable, notTheSame, notUnique, outputNotAllowed } from './table-faults.ts';
import type { Aggregation, HitPolicy } from './table-description.ts';

/** An output column, as the hit policy needs it. */
export interface OutputClause {
  readonly name: string | null;
  readonly called: string;
  readonly allowed: UnaryTests | null;
  /** What it gives when no rule matches. */
  readonly otherwise: Logic | null;
}

/** A rule that matched; its outputs are computed when asked for. */
export interface Matched {
  readonly id: string;
  readonly outputs: () => readonly FeelValue[];
}

/** How the rules that matched become the table's value (DMN 1.3 clause 8.2.8). */
export interface Outcome {
  readonly hitPolicy: HitPolicy;
  readonly aggregation: Aggregation | null;
  readonly evaluate: (
    matched: readonly Matched[],
    scope: Scope,
    run: Run,
  ) => { readonly output: FeelValue; readonly rules: readonly string[] };
}

interface Hit {
  readonly id: string;
  readonly values: readonly FeelValue[];
}

const POLICIES: { readonly [name: string]: HitPolicy } = {
  UNIQUE: 'UNIQUE',
  ANY: 'ANY',
  PRIORITY: 'PRIORITY',
  FIRST: 'FIRST',
  'RULE ORDER': 'RULE ORDER',
  'OUTPUT ORDER': 'OUTPUT ORDER',
  COLLECT: 'COLLECT',
};
const AGGREGATIONS: { readonly [name: string]: Aggregation } = { SUM: 'SUM', COUNT: 'COUNT', MIN: 'MIN', MAX: 'MAX' };

/**
 * Compiles hit policy and aggregation of a table. No hit: the default outputs, else null.
 *
 * @returns null when the policy does not exist or does not fit the outputs; faults are reported
 */
export function compileOutcome(
  compilation: Compilation,
  element: DmnElement,
  outputs: readonly OutputClause[],
): Outcome | null {
  const policyName = textOf(element, 'hitPolicy') ?? 'UNIQUE';
  const aggregationName = textOf(element, 'aggregation') ?? null;
  const hitPolicy = POLICIES[policyName];
  const aggregation = aggregationName === null ? null : AGGREGATIONS[aggregationName];
  if (hitPolicy === undefined || aggregation === undefined) {
    report(
      compilation,
      'dmn-hit-policy',
      `命中策略“${policyName} ${aggregationName ?? ''}”不存在。`,
      `the hit policy "${policyName} ${aggregationName ?? ''}" does not exist.`,
    );
    return null;
  }
  if (!fits(compilation, hitPolicy, aggregation, outputs)) return null;

  const evaluate = (
    matched: readonly Matched[],
    scope: Scope,
    run: Run,
  ): { output: FeelValue; rules: readonly string[] } => {
    if (matched.length === 0) return { output: otherwise(outputs, scope, run), rules: [] };
    const hits = select(hitPolicy, matched, outputs, scope, run);
    const values = hits.map(({ values: found }) => asOne(outputs, found));
    return { output: combine(hitPolicy, aggregation, values), rules: hits.map(({ id }) => id) };
  };
  return { hitPolicy, aggregation, evaluate };
}

function fits(
  compilation: Compilation,
  hitPolicy: HitPolicy,
  aggregation: Aggregation | null,
  outputs: readonly OutputClause[],
): boolean {
  const ordered = hitPolicy === 'PRIORITY' || hitPolicy === 'OUTPUT ORDER';
  if (ordered && outputs.every(({ allowed }) => allowed === null)) {
    report(
      compilation,
      'dmn-output-values-missing',
      `命中策略 ${hitPolicy} 需要列出输出值，次序就是优先级。`,
      `the hit policy ${hitPolicy} needs output values; their order is the priority.`,
    );
    return false;
  }
  if (aggregation !== null && (hitPolicy !== 'COLLECT' || outputs.length > 1)) {
    report(
      compilation,
      'dmn-aggregation',
      '汇总只能用于 COLLECT 且只有一个输出。',
      'aggregation needs hit policy COLLECT and a single output.',
    );
    return false;
  }
  if (outputs.length > 1 && outputs.some(({ name }) => name === null)) {
    report(
      compilation,
      'dmn-output-unnamed',
      '有多个输出时，每个输出都要有名称。',
      'with several outputs each needs a name.',
    );
    return false;
  }
  return true;
}

/** The hits that count, in the order of the result. */
function select(
  hitPolicy: HitPolicy,
  matched: readonly Matched[],
  outputs: readonly OutputClause[],
  scope: Scope,
  run: Run,
): readonly Hit[] {
  const ids = matched.map(({ id }) => id);
  if (hitPolicy === 'UNIQUE' && matched.length > 1) interrupt(notUnique(ids));
  const wanted = hitPolicy === 'FIRST' ? matched.slice(0, 1) : matched;
  const hits = wanted.map(({ id, outputs: compute }) => ({ id, values: checked(outputs, compute(), scope, run) }));
  if (hitPolicy === 'ANY' && !hits.every(({ values }) => equal(run, values, hits[0]?.values ?? []) === true))
    interrupt(notTheSame(ids));
  if (hitPolicy === 'OUTPUT ORDER') return byPriority(hits, outputs, scope, run);
  return hitPolicy === 'PRIORITY' ? byPriority(hits, outputs, scope, run).slice(0, 1) : hits;
}

function combine(hitPolicy: HitPolicy, aggregation: Aggregation | null, values: readonly FeelValue[]): FeelValue {
  switch (hitPolicy) {
    case 'UNIQUE':
    case 'ANY':
    case 'PRIORITY':
    case 'FIRST':
      return values[0] ?? null;
    case 'RULE ORDER':
    case 'OUTPUT ORDER':
      return values;
    case 'COLLECT':
      return aggregation === null ? values : aggregate(aggregation, values);
  }
}

function aggregate(aggregation: Aggregation, values: readonly FeelValue[]): FeelValue {
  if (aggregation === 'COUNT') return feelNumber(values.length);
  if (aggregation === 'SUM') {
    const numbers = values.filter(isNumber);
    return numbers.length < values.length
      ? interrupt(notAggregable(aggregation))
      : numbers.reduce((sum, next) => sum.plus(next), feelNumber(0));
  }
  const direction = aggregation === 'MAX' ? 1 : -1;
  return values.reduce((best, next) => {
    const order = compare(next, best);
    return order === null ? interrupt(notAggregable(aggregation)) : order * direction > 0 ? next : best;
  });
}

/** Sorted by the places of their values in the lists of output values, the first output first; equal ones keep the order of the rules. */
function byPriority(hits: readonly Hit[], outputs: readonly OutputClause[], scope: Scope, run: Run): readonly Hit[] {
  const ranked = hits.map((hit) => ({
    hit,
    ranks: outputs.map(({ allowed }, index) => rank(allowed, hit.values[index] ?? null, scope, run)),
  }));
  const difference = (left: readonly number[], right: readonly number[]): number =>
    left.map((one, index) => one - (right[index] ?? 0)).find((distance) => distance !== 0) ?? 0;
  return ranked.sort((left, right) => difference(left.ranks, right.ranks)).map(({ hit }) => hit);
}

function rank(allowed: UnaryTests | null, value: FeelValue, scope: Scope, run: Run): number {
  const position = allowed?.firstPassed(value, scope, run) ?? 0;
  return position === -1 ? Number.MAX_SAFE_INTEGER : position;
}

function checked(
  outputs: readonly OutputClause[],
  values: readonly FeelValue[],
  scope: Scope,
  run: Run,
): readonly FeelValue[] {
  for (const [index, { allowed, called }] of outputs.entries()) {
    const value = values[index] ?? null;
    if (value !== null && allowed !== null && !allowed.testValue(value, scope, run))
      interrupt(outputNotAllowed(called, run, value, allowed.source));
  }
  return values;
}

function otherwise(outputs: readonly OutputClause[], scope: Scope, run: Run): FeelValue {
  if (outputs.every((output) => output.otherwise === null)) return null;
  return asOne(
    outputs,
    outputs.map((output) => output.otherwise?.(scope, run) ?? null),
  );
}

/** One output is the value itself; several are a context by their names. */
function asOne(outputs: readonly OutputClause[], values: readonly FeelValue[]): FeelValue {
  if (outputs.length === 1) return values[0] ?? null;
  return contextOf(outputs.map(({ name }, index) => [name ?? '', values[index] ?? null] as const));
}
