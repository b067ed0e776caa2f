import type { FlowNode } from '../../executable-process.ts';
import { nodesIn } from './flow-rules.ts';
import { broken, isInside, when, type Rule } from './rule.ts';

/**
 * Where events stand in the flow (BPMN 2.0.2, 10.5.2 to 10.5.4: "must be a source", "must be a target"). In an ad-hoc
 * sub-process nothing need be connected, and a process of one event alone is a beginning or an end by itself.
 */
const eventsInFlow: Rule = (process, node) => {
  const isEvent = 'catches' in node || 'throws' in node;
  if (!isEvent || isInside(process, node, 'adHoc') || nodesIn(process, node.parent).length === 1) return [];
  return [
    ...when(needsIncoming(node) && node.incoming.length === 0, () =>
      broken(
        node,
        'flow-missing',
        '没有线接进来，走不到这里。请接上，或删掉。',
        'has no flow leading into it, so it is never reached. Connect it or remove it.',
      ),
    ),
    ...when(needsOutgoing(node) && node.outgoing.length === 0, () =>
      broken(
        node,
        'flow-missing',
        '之后没有线出去。请接到下一步，或删掉。',
        'has no flow leading out of it. Lead it to a next step or remove it.',
      ),
    ),
  ];
};

function needsIncoming(node: FlowNode): boolean {
  if (node.type === 'endEvent' || node.type === 'intermediateThrowEvent') return true;
  return node.type === 'intermediateCatchEvent' && !node.catches.some(({ kind }) => kind === 'link');
}

function needsOutgoing(node: FlowNode): boolean {
  if (node.type === 'intermediateThrowEvent') return !node.throws.some(({ kind }) => kind === 'link');
  if (node.type === 'boundaryEvent') return !node.catches.some(({ kind }) => kind === 'compensation');
  return node.type === 'startEvent' || node.type === 'intermediateCatchEvent';
}

/** Only a start, an end and a throwing event may do without a definition (BPMN 2.0.2, table 10.93). */
const definedEvents: Rule = (_process, node) => {
  if (node.type !== 'intermediateCatchEvent' && node.type !== 'boundaryEvent') return [];
  return when(
    node.catches.some(({ kind }) => kind === 'none'),
    () =>
      broken(
        node,
        'event-definition-missing',
        '没有写等的是什么。请写明消息、时间、信号或别的事件。',
        'does not say what it waits for. Give it a message, a timer, a signal or another definition.',
      ),
  );
};

/** Links have names, and somebody goes where one leads (BPMN 2.0.2, table 10.96). */
const linkNames: Rule = (process, node) => {
  const names = linksOf(node);
  const thrown = nodesIn(process, node.parent).flatMap((other) => ('throws' in other ? linksOf(other) : []));
  return [
    ...when(names.includes(''), () =>
      broken(
        node,
        'link-without-name',
        '是链接事件，要有名称才能成对。请给两端写同一个名称。',
        'is a link event, which is paired by its name. Give both ends the same name.',
      ),
    ),
    ...when('catches' in node && names.some((name) => !thrown.includes(name)), () =>
      broken(
        node,
        'link-without-source',
        '接收的链接没有谁发出。请在同一层加一个同名的链接发出事件，或删掉。',
        'catches a link that nothing throws. Add a link throw event of its name in the same scope, or remove it.',
      ),
    ),
  ];
};

function linksOf(node: FlowNode): readonly string[] {
  const parts = 'catches' in node ? node.catches : 'throws' in node ? node.throws : [];
  return parts.flatMap((part) => (part.kind === 'link' ? [part.link] : []));
}

/** A gateway joins or splits (BPMN 2.0.2, 10.6.1); one flow in and one out is common and does no harm. */
const gatewaysInFlow: Rule = (_process, node) => {
  if (!node.type.endsWith('Gateway')) return [];
  const [into, out] = [node.incoming.length, node.outgoing.length];
  return [
    ...when((into === 0 && out === 1) || (into === 1 && out === 0), () =>
      broken(
        node,
        'gateway-idle',
        '只接了一条线，既不分也不合。请接上其他的线，或删掉。',
        'has one flow only, so it neither joins nor splits. Connect the others or remove it.',
      ),
    ),
    ...when(node.type === 'eventBasedGateway' && out === 1, () =>
      broken(
        node,
        'event-gateway-flows',
        '要在几个事件里等先来的，之后至少要有两条线。请加上，或直接用那个事件。',
        'waits for the first of several events, so it needs at least two flows. Add one, or use the event alone.',
      ),
    ),
  ];
};

/** What a compensation event on a boundary is for is its handler (BPMN 2.0.2, 10.7.1). */
const compensationHandlers: Rule = (_process, node) =>
  when(
    node.type === 'boundaryEvent' &&
      node.handler === undefined &&
      node.catches.some(({ kind }) => kind === 'compensation'),
    () =>
      broken(
        node,
        'compensation-handler',
        '是补偿事件，但没有关联补偿步骤。请用关联线接上一个「用于补偿」的步骤。',
        'is a compensation event without a handler. Associate an activity that is for compensation.',
      ),
  );

/** What the standard demands of a process that runs, and a drawing may leave out. */
export const executableRules: readonly Rule[] = [definedEvents, linkNames, compensationHandlers];

/** What hangs loose in a process that is run as it is. */
export const looseEndRules: readonly Rule[] = [eventsInFlow, gatewaysInFlow];
