import { attempt, DEFAULT_LIMITS, startRun, type Run } from '../feel/evaluation/run.ts';
import { variableScope } from '../feel/evaluation/scope.ts';
import type { EvaluationContext } from '../feel/expression.ts';
import type { FeelValue } from '../feel/values/feel-value.ts';
import { ownProperty, toJson } from '../feel/values/json-boundary.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { buildGraph } from './build-graph.ts';
import type { Decision, DecisionResult } from './decision.ts';
import type { DmnFault } from './dmn-fault.ts';
import { readDmnXml } from './read-dmn-xml.ts';
import { answerOf, type DecisionNode } from './requirement-graph.ts';

/** The decisions of a file that can be made, by id, and all faults of the file; `validate` wants none. */
export interface CompiledDecisions {
  readonly decisions: ReadonlyMap<string, Decision>;
  readonly faults: readonly DmnFault[];
}

/** A decision with those it requires may hold some hundred rules; FEEL's own budget is for one expression. */
const DECISION_LIMITS = { ...DEFAULT_LIMITS, steps: 200_000 };

/**
 * Reads DMN 1.1–1.5 XML and compiles its decisions, at compliance level 2 and more: tables under every hit policy,
 * required decisions, business knowledge models, and the boxed expressions of DMN 1.3. Limits: `dmnLimits`.
 *
 * A decision with a fault, or requiring one that has, is left out of `decisions`; the others can be made. Not supported,
 * and reported: imports of other files, decision services, other languages than FEEL, external functions, the boxed
 * conditional, filter and iterator of DMN 1.4.
 */
export async function compileDecisions(xml: string): Promise<CompiledDecisions> {
  const { root, faults } = await readDmnXml(xml);
  if (root === null) return { decisions: new Map(), faults };
  const graph = buildGraph(root);
  return {
    decisions: new Map(graph.decisions.map((node) => [node.id, decisionOf(node)] as const)),
    faults: [...faults, ...graph.faults],
  };
}

function decisionOf(node: DecisionNode): Decision {
  const { id, name, reads, table } = node;
  const decision = { id, name, reads, evaluate: (context: EvaluationContext): DecisionResult => decide(node, context) };
  return table === null ? decision : { ...decision, table };
}

function decide(node: DecisionNode, context: EvaluationContext): DecisionResult {
  const run = startRun(context.now, context.utcOffset, DECISION_LIMITS);
  const result = attempt(() => {
    const answer = answerOf(node, { run, variables: variableScope(run, context.variables), known: new Map() });
    const inputs = answer.inputs === undefined ? inputsRead(node, context.variables) : jsonInputs(run, answer.inputs);
    return { output: toJson(run, answer.output), inputs, rules: answer.rules };
  });
  return result.ok ? { ok: true, ...result.value } : result;
}

function jsonInputs(run: Run, inputs: ReadonlyMap<string, FeelValue>): JsonObject {
  return Object.fromEntries([...inputs].map(([expression, value]) => [expression, toJson(run, value)]));
}

/** The variables an expression reads, by their paths; null for those that are not there. */
function inputsRead(node: DecisionNode, variables: JsonObject): JsonObject {
  return Object.fromEntries(node.reads.map((path) => [path, atPath(variables, path)]));
}

function atPath(variables: JsonObject, path: string): Json {
  const whole = ownProperty(variables, path);
  if (whole !== undefined) return whole;
  let value: Json = variables;
  for (const name of path.split('.')) value = isJsonObject(value) ? (ownProperty(value, name) ?? null) : null;
  return value;
}
