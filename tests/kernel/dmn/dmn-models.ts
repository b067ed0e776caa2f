import { compileDecisions, type CompiledDecisions } from '../../../server/kernel/dmn/compile-decisions.ts';
import type { Decision, DecisionResult } from '../../../server/kernel/dmn/decision.ts';
import type { JsonObject } from '../../../server/kernel/json.ts';

const NAMESPACE = 'https://www.omg.org/spec/DMN/20191111/MODEL/';

/** A DMN file around the given elements. */
export function file(elements: string, namespace: string = NAMESPACE): string {
  return `<?xml version="1.0"?><definitions xmlns="${namespace}" id="file" name="file" namespace="test">${elements}</definitions>`;
}

/** A literal expression of a FEEL text. */
export function literal(source: string): string {
  return `<literalExpression><text><![CDATA[${source}]]></text></literalExpression>`;
}

/** A decision `route` around its logic and requirements. */
export function decision(logic: string, requirements = '', id = 'route'): string {
  return `<decision id="${id}" name="${id}"><variable name="${id}"/>${requirements}${logic}</decision>`;
}

interface TableShape {
  readonly policy?: string;
  readonly inputs?: readonly { readonly expression: string; readonly type?: string; readonly allowed?: string }[];
  readonly outputs?: readonly { readonly name?: string; readonly allowed?: string; readonly otherwise?: string }[];
  /** Conditions and results of each rule; the ids are r1, r2 … */
  readonly rules: readonly (readonly string[])[];
}

/** A decision table; without inputs and outputs one of each, reading `x`. */
export function table({
  policy = 'hitPolicy="UNIQUE"',
  inputs = [{ expression: 'x' }],
  outputs = [{}],
  rules,
}: TableShape): string {
  const cell = (tag: string, text: string): string => `<${tag}><text><![CDATA[${text}]]></text></${tag}>`;
  const inputXml = inputs.map(
    ({ expression, type, allowed }) =>
      `<input label="${expression}"><inputExpression${type === undefined ? '' : ` typeRef="${type}"`}><text>${expression}</text></inputExpression>${allowed === undefined ? '' : cell('inputValues', allowed)}</input>`,
  );
  const outputXml = outputs.map(
    ({ name, allowed, otherwise }) =>
      `<output${name === undefined ? '' : ` name="${name}"`}>${allowed === undefined ? '' : cell('outputValues', allowed)}${otherwise === undefined ? '' : cell('defaultOutputEntry', otherwise)}</output>`,
  );
  const ruleXml = rules.map(
    (cells, index) =>
      `<rule id="r${index + 1}">${cells.map((text, column) => cell(column < inputs.length ? 'inputEntry' : 'outputEntry', text)).join('')}</rule>`,
  );
  return `<decisionTable id="table" ${policy}>${inputXml.join('')}${outputXml.join('')}${ruleXml.join('')}</decisionTable>`;
}

/** Compiles a file that must have no faults and answers its decision `route`. */
export async function compileRoute(elements: string): Promise<Decision> {
  const { decisions, faults } = await compileDecisions(file(elements));
  const route = decisions.get('route');
  if (route === undefined || faults.length > 0) throw new Error(`Faults: ${JSON.stringify(faults)}`);
  return route;
}

/** The answer of a decision with this logic to these variables. */
export async function decide(logic: string, variables: JsonObject, requirements = ''): Promise<DecisionResult> {
  const route = await compileRoute(decision(logic, requirements));
  return route.evaluate({ variables, now: '2026-09-10T01:12:00.000Z' });
}

/** Faults of a file as `code element`. */
export async function faultsOf(xml: string): Promise<readonly string[]> {
  const { faults }: CompiledDecisions = await compileDecisions(xml);
  return faults.map(({ code, element }) => `${code} ${element ?? '-'}`);
}
