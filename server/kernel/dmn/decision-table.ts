import { interrupt, type Run } from '../feel/evaluation/run.ts';
import type { Scope } from '../feel/evaluation/scope.ts';
import { parseUnaryTests, type UnaryTests } from '../feel/parse-unary-tests.ts';
import type { FeelValue } from '../feel/values/feel-value.ts';
import { at, feelLogic, feelSyntax, remember, report, type Compilation, type Logic } from './compilation.ts';
import { describeCell, describeEntry, usedInCells, usedInEntries } from './describe-cells.ts';
import { childOf, childrenOf, textOf, type DmnElement } from './dmn-element.ts';
import { feelFaults } from './dmn-fault.ts';
import { compileOutcome, type Matched, type OutputClause } from './hit-policy.ts';
import { allowedValues, conform, type ItemType } from './item-types.ts';
import { inputNotAllowed, inputWrongType } from './table-faults.ts';
import type {
  CellDescription,
  EntryDescription,
  InputDescription,
  OutputDescription,
  RuleDescription,
  TableDescription,
} from './table-description.ts';

/** What a table answered: the value, the rules that matched, and the inputs by their expressions. */
export interface TableAnswer {
  readonly output: FeelValue;
  readonly rules: readonly string[];
  readonly inputs: ReadonlyMap<string, FeelValue>;
}

/** A compiled decision table. */
export interface CompiledTable {
  readonly evaluate: (scope: Scope, run: Run) => TableAnswer;
  readonly description: TableDescription;
}

interface InputClause {
  readonly expression: string;
  readonly called: string;
  readonly value: Logic;
  readonly type: ItemType;
  readonly allowed: UnaryTests | null;
  readonly description: Omit<InputDescription, 'used'>;
}

interface Rule {
  readonly id: string;
  readonly tests: readonly UnaryTests[];
  readonly outputs: readonly Logic[];
  readonly description: RuleDescription;
}

/**
 * Compiles a decision table (DMN 1.3 clause 8). All rules are tested, also under hit policy FIRST: which others would
 * have matched costs little and explains much.
 *
 * @returns null when the table cannot run; its faults are reported
 */
export function compileTable(outer: Compilation, element: DmnElement): CompiledTable | null {
  const compilation = at(outer, element, '的决策表', 'decision table');
  const before = compilation.faults.length;
  const inputs = childrenOf(element, 'input').map((input, index) => compileInput(compilation, input, index));
  const outputs = childrenOf(element, 'output').map((output, index) => compileOutput(compilation, output, index));
  const rules = childrenOf(element, 'rule').map((rule, index) =>
    compileRule(compilation, rule, index, inputs.length, outputs.length),
  );
  const outcome = compileOutcome(
    compilation,
    element,
    outputs.map(({ clause }) => clause),
  );
  if (outputs.length === 0)
    report(compilation, 'dmn-table-without-output', '没有输出列。', 'there is no output column.');
  if (compilation.faults.length > before || outcome === null) return null;

  const evaluate = (scope: Scope, run: Run): TableAnswer => {
    const values = inputs.map((input) => inputValue(input, scope, run));
    const matched: Matched[] = rules
      .filter(({ tests }) => tests.every((test, index) => test.testValue(values[index] ?? null, scope, run)))
      .map(({ id, outputs: entries }) => ({ id, outputs: () => entries.map((entry) => entry(scope, run)) }));
    const { output, rules: hits } = outcome.evaluate(matched, scope, run);
    return {
      output,
      rules: hits,
      inputs: new Map(inputs.map(({ expression }, index) => [expression, values[index] ?? null])),
    };
  };

  return { evaluate, description: describe(outcome, inputs, outputs, rules) };
}

function compileInput(outer: Compilation, element: DmnElement, index: number): InputClause {
  const label = textOf(element, 'label') ?? null;
  const compilation = at(outer, element, `第 ${index + 1} 个输入`, `input ${index + 1}`);
  const expressionElement = childOf(element, 'inputExpression');
  const expression = textOf(expressionElement, 'text') ?? '';
  const typeRef = textOf(expressionElement, 'typeRef') ?? null;
  const allowed = allowedValues(childOf(element, 'inputValues'), compilation.place, compilation.faults);
  return {
    expression,
    called: label ?? expression,
    value: feelLogic(feelSyntax(compilation, expressionElement)),
    type: compilation.types(typeRef ?? undefined),
    allowed,
    description: {
      id: textOf(element, 'id') ?? null,
      label,
      expression,
      type: typeRef,
      allowed: allowed === null ? null : describeCell(allowed),
    },
  };
}

interface CompiledOutput {
  readonly clause: OutputClause;
  readonly otherwise: EntryDescription | null;
  readonly description: Omit<OutputDescription, 'used'>;
}

function compileOutput(outer: Compilation, element: DmnElement, index: number): CompiledOutput {
  const compilation = at(outer, element, `第 ${index + 1} 个输出`, `output ${index + 1}`);
  const name = textOf(element, 'name') ?? null;
  const typeRef = textOf(element, 'typeRef') ?? null;
  const allowed =
    allowedValues(childOf(element, 'outputValues'), compilation.place, compilation.faults) ??
    compilation.types(typeRef ?? undefined).allowed;
  const otherwise = childOf(element, 'defaultOutputEntry');
  const syntax =
    otherwise === undefined || textOf(otherwise, 'text') === undefined ? null : feelSyntax(compilation, otherwise);
  const source = textOf(otherwise, 'text') ?? null;
  return {
    clause: {
      name,
      called: textOf(element, 'label') ?? name ?? String(index + 1),
      allowed,
      otherwise: syntax === null ? null : feelLogic(syntax),
    },
    otherwise: syntax === null || source === null ? null : describeEntry(source, syntax),
    description: {
      id: textOf(element, 'id') ?? null,
      name,
      label: textOf(element, 'label') ?? null,
      type: typeRef,
      allowed: allowed === null ? null : describeCell(allowed),
      otherwise: source,
    },
  };
}

function compileRule(outer: Compilation, element: DmnElement, index: number, inputs: number, outputs: number): Rule {
  const compilation = at(outer, element, `第 ${index + 1} 条规则`, `rule ${index + 1}`);
  const cells = childrenOf(element, 'inputEntry');
  const entries = childrenOf(element, 'outputEntry');
  if (cells.length !== inputs || entries.length !== outputs) {
    report(
      compilation,
      'dmn-rule-incomplete',
      `有 ${cells.length} 个条件、${entries.length} 个结果，应为 ${inputs} 和 ${outputs} 个。`,
      `there are ${cells.length} conditions and ${entries.length} results; it must be ${inputs} and ${outputs}.`,
    );
  }
  const id = textOf(element, 'id') ?? `rule-${index + 1}`;
  const tests = cells.flatMap((cell) => compileCell(compilation, cell));
  const results = entries.map((entry) => compileEntry(compilation, entry));
  const annotations = childrenOf(element, 'annotationEntry').map((annotation) => ({
    name: null,
    text: textOf(annotation, 'text') ?? '',
  }));
  const description = textOf(element, 'description');
  return {
    id,
    tests,
    outputs: results.map(({ logic }) => logic),
    description: {
      id,
      inputs: tests.map(describeCell),
      outputs: results.map((result) => result.description),
      annotations: description === undefined ? annotations : [...annotations, { name: null, text: description }],
    },
  };
}

function compileCell(outer: Compilation, element: DmnElement): readonly UnaryTests[] {
  const compilation = at(outer, element);
  const source = textOf(element, 'text') ?? '';
  const parsed = parseUnaryTests(source, { names: compilation.names });
  if (!parsed.ok) {
    compilation.faults.push(...feelFaults(compilation.place, source, parsed.faults));
    return [];
  }
  remember(compilation, parsed.tests.reads);
  return [parsed.tests];
}

function compileEntry(
  outer: Compilation,
  element: DmnElement,
): { readonly logic: Logic; readonly description: EntryDescription } {
  const source = textOf(element, 'text');
  // An empty result cell gives null; modelers leave them so for outputs a rule does not set.
  if (source === undefined) return { logic: () => null, description: { source: '', constant: true, value: null } };
  const syntax = feelSyntax(at(outer, element), element);
  return {
    logic: feelLogic(syntax),
    description: syntax === null ? { source, constant: false } : describeEntry(source, syntax),
  };
}

function inputValue(input: InputClause, scope: Scope, run: Run): FeelValue {
  const given = input.value(scope, run);
  const value = conform(run, given, input.type);
  if (value === undefined) return interrupt(inputWrongType(input.called, given, input.type));
  if (value !== null && input.allowed !== null && !input.allowed.testValue(value, scope, run))
    interrupt(inputNotAllowed(input.called, run, value, input.allowed.source));
  return value;
}

function describe(
  outcome: { readonly hitPolicy: TableDescription['hitPolicy']; readonly aggregation: TableDescription['aggregation'] },
  inputs: readonly InputClause[],
  outputs: readonly CompiledOutput[],
  rules: readonly Rule[],
): TableDescription {
  const cells = (index: number): readonly CellDescription[] =>
    rules.flatMap(({ description }) => description.inputs[index] ?? []);
  const entries = (index: number): readonly EntryDescription[] =>
    rules.flatMap(({ description }) => description.outputs[index] ?? []);
  return {
    hitPolicy: outcome.hitPolicy,
    aggregation: outcome.aggregation,
    inputs: inputs.map(({ description }, index) => ({ ...description, used: usedInCells(cells(index)) })),
    outputs: outputs.map(({ description, otherwise }, index) => ({
      ...description,
      used: usedInEntries(otherwise === null ? entries(index) : [...entries(index), otherwise]),
    })),
    rules: rules.map(({ description }) => description),
  };
}
