import type { ExecutableProcess, FlowNode } from '../executable-process.ts';
import { calledName, type ModelFault } from './model-fault.ts';

/**
 * Faults of a process that the standard allows or leaves to the modeller, but a published definition must not have:
 * a way that leads nowhere, a step nothing leads to, a decision that may find no way out.
 *
 * @param process a compiled process
 * @returns the faults in the order of the elements
 */
export function structureFaults(process: ExecutableProcess): readonly ModelFault[] {
  const reached = reachableFrom(process, process.startEvent);
  return [...process.nodes.values()].flatMap((node) => [
    ...(reached.has(node.id) ? [] : [unreachable(node)]),
    ...(node.outgoing.length === 0 && node.type !== 'endEvent' ? [deadEnd(node)] : []),
    ...misplaced(node),
    ...undecided(process, node),
  ]);
}

/** Ids of the nodes a token can get to from a node, boundary events of its activities included. */
export function reachableFrom(process: ExecutableProcess, start: string): ReadonlySet<string> {
  const reached = new Set<string>();
  const waiting = [start];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (reached.has(id)) continue;
    reached.add(id);
    const node = process.nodes.get(id);
    for (const flow of node?.outgoing ?? []) waiting.push(process.flows.get(flow)?.target ?? '');
    for (const boundary of process.boundaryEvents.get(id) ?? []) waiting.push(boundary.id);
  }
  return reached;
}

function undecided(process: ExecutableProcess, node: FlowNode): ModelFault[] {
  if (node.outgoing.length < 2) return [];
  const conditional = node.outgoing.filter((flow) => process.flows.get(flow)?.condition);
  const named = 'defaultFlow' in node ? node.defaultFlow : undefined;
  const defaultFlow = node.outgoing.find((flow) => flow === named);
  if (node.type === 'exclusiveGateway' && !defaultFlow) {
    return [
      {
        code: 'gateway-without-default',
        element: node.id,
        zh: `判断「${calledName(node)}」没有默认去向：条件都不成立时事件会停在这里。请把其中一条线设为默认。`,
        en: `The gateway "${calledName(node)}" has no default flow: when no condition holds the case would be stuck. Make one flow the default.`,
      },
    ];
  }
  const unconditional = node.outgoing.filter((flow) => flow !== defaultFlow && !process.flows.get(flow)?.condition);
  if (node.type === 'exclusiveGateway' && unconditional.length > 0) {
    return unconditional.map((flow) => ({
      code: 'condition-missing',
      element: flow,
      zh: `判断「${calledName(node)}」的一条去向没有写条件，也不是默认。请写上条件。`,
      en: `A flow out of the gateway "${calledName(node)}" has neither a condition nor is it the default. Give it a condition.`,
    }));
  }
  if (node.type === 'parallelGateway' && conditional.length > 0) {
    return [
      {
        code: 'condition-ignored',
        element: node.id,
        zh: `「同时办」之后的线上写了条件，但同时办不看条件。请改用判断，或删去条件。`,
        en: `A flow out of the parallel gateway "${calledName(node)}" has a condition, which a parallel gateway ignores. Use an exclusive gateway or remove it.`,
      },
    ];
  }
  return [];
}

/** Events that begin have nothing before them, events that end nothing after them (BPMN 2.0.2, 10.5.2 to 10.5.4). */
function misplaced(node: FlowNode): ModelFault[] {
  const into = node.type === 'startEvent' || node.type === 'boundaryEvent' ? node.incoming : [];
  const outOf = node.type === 'endEvent' ? node.outgoing : [];
  return [
    ...into.map((flow) => ({
      code: 'flow-into-beginning',
      element: flow,
      zh: `「${calledName(node)}」是开始或边界事件，不能有线接进来。请把这条线接到后面的步骤。`,
      en: `"${calledName(node)}" is a start or boundary event, so no flow may lead into it. Lead the flow to the step behind it.`,
    })),
    ...outOf.map((flow) => ({
      code: 'flow-out-of-end',
      element: flow,
      zh: `「${calledName(node)}」是结束事件，后面不能再有步骤。请删去这条线，或把结束换成普通步骤。`,
      en: `"${calledName(node)}" is an end event, so nothing may follow it. Remove the flow, or replace the end by a step.`,
    })),
  ];
}

function unreachable(node: FlowNode): ModelFault {
  return {
    code: 'node-unreachable',
    element: node.id,
    zh: `没有一条线能走到「${calledName(node)}」。请把它接上，或删掉。`,
    en: `Nothing leads to "${calledName(node)}". Connect it or remove it.`,
  };
}

function deadEnd(node: FlowNode): ModelFault {
  return {
    code: 'dead-end',
    element: node.id,
    zh: `「${calledName(node)}」之后没有去向，事件到这里就断了。请接到下一步或结束。`,
    en: `Nothing follows "${calledName(node)}": the case would break off here. Lead it to a next step or an end event.`,
  };
}
