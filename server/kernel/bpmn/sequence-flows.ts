import { evaluateCondition } from '../feel/condition.ts';
import type { EvaluationFault } from '../feel/expression.ts';
import type { JsonObject } from '../json.ts';
import type { FlowNode, SequenceFlow } from './executable-process.ts';
import type { Execution } from './execution.ts';

type Selection =
  | { readonly ok: true; readonly flows: readonly SequenceFlow[] }
  | { readonly ok: false; readonly fault: EvaluationFault };

/**
 * The sequence flows a token leaves by (BPMN 2.0.2, 13.3.1 and 13.4): an exclusive gateway takes the first whose
 * condition holds, else its default; a parallel gateway all; any other node every unconditional flow and every one whose
 * condition holds, else its default.
 *
 * @param own variables that only this node's conditions see: those of a complex gateway
 * @returns the flows in document order, or the fault that leaves the token where it is
 */
export function selectFlows(execution: Execution, node: FlowNode, scope: number, own?: JsonObject): Selection {
  const flows = node.outgoing.map((id) => execution.process.flows.get(id)).filter((flow) => flow !== undefined);
  const { supplied } = execution.given;
  // A complex gateway puts out in its reset only what asks for it; nothing at all is no fault then (13.4.5).
  const isReset = own?.['waitingForStart'] === false;
  const chosen = supplied?.choices.get(node.id);
  const isOpen = (flow: SequenceFlow): boolean => !isReset || flow.condition !== undefined;
  if (chosen) return { ok: true, flows: flows.filter((flow) => chosen.includes(flow.id) && isOpen(flow)) };
  const defaultFlow = 'defaultFlow' in node ? flows.find((flow) => flow.id === node.defaultFlow) : undefined;
  const taken: SequenceFlow[] = [];
  for (const flow of flows) {
    if (flow === defaultFlow) continue;
    if (node.type === 'exclusiveGateway' && !flow.condition && flows.length > 1)
      return supplied?.drawing ? { ok: true, flows: [] } : { ok: false, fault: undecided(node) };
    if (!isOpen(flow)) continue;
    const holds = node.type === 'parallelGateway' || !flow.condition || conditionHolds(execution, flow, scope, own);
    if (typeof holds !== 'boolean') return { ok: false, fault: holds };
    if (holds) taken.push(flow);
    if (holds && node.type === 'exclusiveGateway') break;
  }
  const conditionHeld = node.type === 'exclusiveGateway' ? taken.length > 0 : taken.some((flow) => flow.condition);
  const leaving = defaultFlow && !conditionHeld ? [...taken, defaultFlow] : taken;
  return leaving.length > 0 || flows.length === 0 || isReset
    ? { ok: true, flows: leaving }
    : { ok: false, fault: noWayOut(node) };
}

function conditionHolds(
  execution: Execution,
  flow: SequenceFlow,
  scope: number,
  own?: JsonObject,
): boolean | EvaluationFault {
  if (!flow.condition) return true;
  const result = evaluateCondition(flow.condition, execution.contextFor(execution.visible(scope, own)));
  return result.ok ? result.value : result.fault;
}

/** BPMN asks for a condition on every flow out of an exclusive gateway but the default; the engine does not guess one. */
function undecided(node: FlowNode): EvaluationFault {
  return {
    code: 'condition-missing',
    zh: `「${node.name || node.id}」有一条去向没有写条件，也不是默认，不知道该走哪条。`,
    en: `A flow out of "${node.name || node.id}" has neither a condition nor is it the default, so there is no telling which way to go.`,
  };
}

function noWayOut(node: FlowNode): EvaluationFault {
  return {
    code: 'no-flow-taken',
    zh: `「${node.name || node.id}」之后的条件都不成立，也没有默认去向。`,
    en: `No condition after "${node.name || node.id}" holds and there is no default flow.`,
  };
}
