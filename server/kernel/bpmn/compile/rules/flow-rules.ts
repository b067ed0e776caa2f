import { groupBy } from '../../../group-by.ts';
import type { ExecutableProcess, FlowNode } from '../../executable-process.ts';
import { calledName, type ModelFault } from '../faults/model-fault.ts';
import { broken, when, type Rule } from './rule.ts';

/** Events that begin have nothing before them, events that end nothing after them (BPMN 2.0.2, 10.5.2 to 10.5.4). */
const beginningsAndEnds: Rule = (_process, node) => {
  const isBeginning = node.type === 'startEvent' || node.type === 'boundaryEvent' || catchesLink(node);
  const isEnd = node.type === 'endEvent' || (node.type === 'intermediateThrowEvent' && throwsLink(node));
  return [
    ...(isBeginning ? node.incoming.map((flow) => intoBeginning(node, flow)) : []),
    ...(isEnd ? node.outgoing.map((flow) => outOfEnd(node, flow)) : []),
  ];
};

function catchesLink(node: FlowNode): boolean {
  return node.type === 'intermediateCatchEvent' && node.catches.some(({ kind }) => kind === 'link');
}

function throwsLink(node: FlowNode): boolean {
  return 'throws' in node && node.throws.some(({ kind }) => kind === 'link');
}

function intoBeginning(node: FlowNode, flow: string): ModelFault {
  return {
    code: 'flow-into-beginning',
    element: flow,
    zh: `「${calledName(node)}」是开始、边界或链接接收事件，不能有线接进来。请把这条线接到后面的步骤。`,
    en: `"${calledName(node)}" is a start, boundary or link catch event, so no flow may lead into it. Lead the flow to the step behind it.`,
  };
}

function outOfEnd(node: FlowNode, flow: string): ModelFault {
  return {
    code: 'flow-out-of-end',
    element: flow,
    zh: `「${calledName(node)}」是结束或链接发出事件，后面不能再有步骤。请删去这条线，或把它换成普通步骤。`,
    en: `"${calledName(node)}" is an end or link throw event, so nothing may follow it. Remove the flow, or replace the event by a step.`,
  };
}

/** A default flow is one of the node's own and has no condition (BPMN 2.0.2, 8.4.13, 10.6). */
const defaultFlows: Rule = (process, node) => {
  const id = 'defaultFlow' in node ? node.defaultFlow : undefined;
  if (id === undefined) return [];
  return [
    ...when(!node.outgoing.includes(id), () =>
      broken(
        node,
        'default-flow-foreign',
        `的默认去向「${id}」不是从它出去的线。请改成它自己的一条线。`,
        `has the default flow "${id}", which does not leave it. Choose one of its own.`,
      ),
    ),
    ...when(process.flows.get(id)?.condition !== undefined, () =>
      broken(
        node,
        'default-flow-conditional',
        '的默认去向写了条件。默认去向在其他条件都不成立时才走，请删去它的条件。',
        'has a default flow with a condition. It is taken when no other holds: remove its condition.',
      ),
    ),
  ];
};

/** Conditions stand behind activities and deciding gateways only (BPMN 2.0.2, 8.4.13, 10.5.2, 10.6.4, 10.6.6). */
const conditions: Rule = (process, node) => {
  const conditional = node.outgoing.filter((flow) => process.flows.get(flow)?.condition);
  if (conditional.length === 0) return [];
  const decides = 'startQuantity' in node || node.type === 'exclusiveGateway' || node.type === 'inclusiveGateway';
  return when(!decides && node.type !== 'complexGateway', () =>
    broken(
      node,
      'condition-ignored',
      '之后的线上写了条件，但事件、「同时办」和「等事件」网关之后不看条件。请改用判断，或删去条件。',
      'has a flow with a condition behind it, but no condition is asked behind an event, a parallel or an event-based gateway. Use an exclusive gateway or remove it.',
    ),
  );
};

export const flowRules: readonly Rule[] = [beginningsAndEnds, defaultFlows, conditions];

/** Worked out once for each process: rules ask for every node of it. */
const membersOf = new WeakMap<ExecutableProcess, ReadonlyMap<string, readonly FlowNode[]>>();

/** Nodes of a scope, for rules about names that are unique in it. */
export function nodesIn(process: ExecutableProcess, parent: string): readonly FlowNode[] {
  const members = membersOf.get(process) ?? groupBy([...process.nodes.values()], (node) => node.parent);
  membersOf.set(process, members);
  return members.get(parent) ?? [];
}
