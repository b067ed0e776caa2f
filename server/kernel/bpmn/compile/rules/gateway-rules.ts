import type { FlowNode } from '../../executable-process.ts';
import { broken, when, type Rule } from './rule.ts';

/** What may stand behind an event-based gateway, and how (BPMN 2.0.2, 10.6.6). */
const eventBasedGateways: Rule = (process, node) => {
  if (node.type !== 'eventBasedGateway') return [];
  const targets = node.outgoing.flatMap((flow) => process.nodes.get(process.flows.get(flow)?.target ?? '') ?? []);
  const receives = targets.some(({ type }) => type === 'receiveTask');
  const catchesMessage = targets.some(
    (target) => 'catches' in target && target.catches.some(({ kind }) => kind === 'message'),
  );
  return [
    ...when(node.outgoing.length === 0, () =>
      broken(
        node,
        'event-gateway-flows',
        '之后没有事件可等。请接上要等的事件。',
        'has no event behind it to wait for. Add the events.',
      ),
    ),
    ...targets
      .filter((target) => !mayFollow(target))
      .map((target) =>
        broken(
          target,
          'event-gateway-target',
          '接在「等事件」网关之后，只能是消息、计时、信号、条件的接收事件或接收任务。请在前面加一个这样的事件。',
          'stands behind an event-based gateway, where only message, timer, signal and conditional catch events and receive tasks may. Put such an event before it.',
        ),
      ),
    ...targets
      .filter(({ incoming }) => incoming.length > 1)
      .map((target) =>
        broken(
          target,
          'event-gateway-target',
          '接在「等事件」网关之后，就不能再有别的线接进来。请删去别的线。',
          'stands behind an event-based gateway, so no other flow may lead into it. Remove the other flow.',
        ),
      ),
    ...when(receives && catchesMessage, () =>
      broken(
        node,
        'event-gateway-mixed',
        '之后不能同时有消息事件和接收任务。请只用一种。',
        'may not have both message events and receive tasks behind it. Use one of them.',
      ),
    ),
    ...targets
      .filter((target) => target.type === 'receiveTask' && process.boundaryEvents.has(target.id))
      .map((target) =>
        broken(
          target,
          'event-gateway-target',
          '接在「等事件」网关之后的接收任务不能带边界事件。请删去边界事件。',
          'is a receive task behind an event-based gateway, so nothing may be attached to it. Remove the boundary event.',
        ),
      ),
  ];
};

/** A gateway a process begins at has nothing before it (BPMN 2.0.2, 10.6.6). */
const instantiatingGateways: Rule = (_process, node) =>
  when(node.type === 'eventBasedGateway' && node.instantiate !== 'no' && node.incoming.length > 0, () =>
    broken(
      node,
      'event-gateway-instantiates',
      '用来开始流程，就不能有线接进来。请删去接进来的线，或取消开始流程。',
      'begins the process, so no flow may lead into it. Remove the flow, or its instantiate.',
    ),
  );

/** A process begins at the top: a gateway or task that begins one is in no sub-process (BPMN 2.0.2, 10.3.3, 10.6.6). */
const instantiatingInside: Rule = (process, node) => {
  const instantiates =
    (node.type === 'eventBasedGateway' && node.instantiate !== 'no') ||
    (node.type === 'receiveTask' && node.instantiate);
  return when(instantiates && node.parent !== process.id, () =>
    broken(
      node,
      'instantiates-inside',
      '用来开始流程，就不能放在子流程里。请移到流程的最外层，或取消开始流程。',
      'begins the process, so it may not be in a sub-process. Move it to the process itself, or remove its instantiate.',
    ),
  );
};

const awaitable: readonly string[] = ['message', 'timer', 'signal', 'conditional', 'none'];

function mayFollow(target: FlowNode): boolean {
  if (target.type === 'receiveTask') return true;
  return target.type === 'intermediateCatchEvent' && target.catches.every(({ kind }) => awaitable.includes(kind));
}

/** A gateway joins or splits: one that does neither, because nothing leads to it or from it, is a slip of the pen. */
const gatewayEnds: Rule = (process, node) => {
  const isGateway = node.type.endsWith('Gateway');
  const begins = node.type === 'eventBasedGateway' && node.instantiate !== 'no';
  return when(
    isGateway && !begins && node.incoming.length === 0 && node.outgoing.length === 0 && process.nodes.size > 1,
    () =>
      broken(node, 'gateway-alone', '没有接任何线。请接上，或删掉。', 'has no flow at all. Connect it or remove it.'),
  );
};

export const gatewayRules: readonly Rule[] = [
  eventBasedGateways,
  instantiatingGateways,
  instantiatingInside,
  gatewayEnds,
];
