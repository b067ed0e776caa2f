import type { ExecutableProcess, FlowNode } from '../../executable-process.ts';
import { calledName, type ModelFault } from '../faults/model-fault.ts';

/** Faults of one rule of the standard, at the elements that break it. */
export type Rule = (process: ExecutableProcess, node: FlowNode) => readonly ModelFault[];

/** A broken rule: `zh` and `en` go on from the element's name. */
export function broken(node: FlowNode, code: string, zh: string, en: string): ModelFault {
  const name = calledName(node);
  return { code, element: node.id, zh: `「${name}」${zh}`, en: `"${name}" ${en}` };
}

/** The fault when a rule is broken, else none. */
export function when(isBroken: boolean, fault: () => ModelFault): readonly ModelFault[] {
  return isBroken ? [fault()] : [];
}

/** Whether a scope is the inside of a sub-process of this kind. */
export function isInside(process: ExecutableProcess, node: FlowNode, kind: string): boolean {
  const around = process.nodes.get(node.parent);
  return around?.type === 'subProcess' && around.kind === kind;
}
