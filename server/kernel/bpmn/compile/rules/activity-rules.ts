import { isActivity } from '../../flow-nodes/activity.ts';
import type { FlowNode } from '../../executable-process.ts';
import { nodesIn } from './flow-rules.ts';
import { broken, when, type Rule } from './rule.ts';

/** What compensates another activity stands outside the flow (BPMN 2.0.2, 10.7). */
const compensationActivities: Rule = (process, node) => {
  if (!('forCompensation' in node) || !node.forCompensation) return [];
  return [
    ...when(node.incoming.length + node.outgoing.length > 0, () =>
      broken(
        node,
        'compensation-in-flow',
        '用于补偿，不能接在顺序线上。请删去这些线，用关联线从补偿事件接过来。',
        'is for compensation, so no sequence flow may lead to or from it. Remove the flows; an association leads to it from a compensation event.',
      ),
    ),
    ...when((process.boundaryEvents.get(node.id) ?? []).length > 0, () =>
      broken(
        node,
        'compensation-boundary',
        '用于补偿，不能带边界事件。请把边界事件挂到别的步骤上。',
        'is for compensation, so nothing may be attached to it. Attach the event to another activity.',
      ),
    ),
  ];
};

/** An event sub-process stands outside the flow and has its start event (BPMN 2.0.2, 10.3.5). */
const eventSubProcesses: Rule = (process, node) => {
  if (node.type !== 'subProcess' || node.kind !== 'event') return [];
  const starts = nodesIn(process, node.id).filter(({ type }) => type === 'startEvent');
  return [
    ...when(node.incoming.length + node.outgoing.length > 0, () =>
      broken(
        node,
        'event-sub-process-flow',
        '是事件子流程，不能接顺序线。请删去这些线：它由自己的开始事件触发。',
        'is an event sub-process, so no sequence flow may lead to or from it. Remove the flows: its start event triggers it.',
      ),
    ),
    ...when(node.loop !== undefined, () =>
      broken(
        node,
        'event-sub-process-loop',
        '是事件子流程，由事件触发一次算一次，不能再设循环或多实例。请删去。',
        'is an event sub-process, which is done once for each trigger and cannot loop. Remove its loop.',
      ),
    ),
    ...when(starts.length === 0, () =>
      broken(
        node,
        'event-sub-process-start',
        '是事件子流程，要有一个开始事件。请加一个，写明由什么触发。',
        'is an event sub-process and needs a start event. Add one, and say what triggers it.',
      ),
    ),
  ];
};

/** An ad-hoc sub-process holds activities, and neither begins nor ends anywhere (BPMN 2.0.2, 10.3.5). */
const adHocSubProcesses: Rule = (process, node) => {
  if (node.type !== 'subProcess' || node.kind !== 'adHoc') return [];
  const inside = nodesIn(process, node.id);
  return [
    ...when(!inside.some((inner) => 'startQuantity' in inner), () =>
      broken(
        node,
        'ad-hoc-empty',
        '是临时子流程，里面至少要有一个步骤。请加一个。',
        'is an ad-hoc sub-process and needs at least one activity. Add one.',
      ),
    ),
    ...inside
      .filter(({ type }) => type === 'startEvent' || type === 'endEvent')
      .map((inner) =>
        broken(
          inner,
          'ad-hoc-event',
          '在临时子流程里，不能用开始和结束事件。请删去它。',
          'is in an ad-hoc sub-process, where start and end events are not allowed. Remove it.',
        ),
      ),
  ];
};

/** A receive task that begins a process has nothing before it (BPMN 2.0.2, 10.3.3). */
const instantiatingReceives: Rule = (_process, node) =>
  when(node.type === 'receiveTask' && node.instantiate && node.incoming.length > 0, () =>
    broken(
      node,
      'receive-instantiates',
      '用来开始流程，就不能有线接进来。请删去这些线，或去掉 instantiate。',
      'begins the process, so no flow may lead into it. Remove the flows, or its instantiate.',
    ),
  );

/** Where a flow out of an activity has a condition, there is another flow out of it (BPMN 2.0.2, 8.4.13). */
const conditionalFlows: Rule = (process, node) => {
  if (!isActivity(node) || node.outgoing.length !== 1) return [];
  return when(process.flows.get(node.outgoing[0] ?? '')?.condition !== undefined, () =>
    broken(
      node,
      'conditional-flow-alone',
      '之后只有一条线，线上却写了条件：不成立时就没有去向。请再接一条线，或删去条件。',
      'has one flow out of it, with a condition: where that fails there is no way on. Add another flow, or remove the condition.',
    ),
  );
};

/** A sub-process that is not empty begins somewhere (BPMN 2.0.2, 13.3.4). */
const subProcessBeginnings: Rule = (process, node) => {
  if (node.type !== 'subProcess' || node.kind === 'adHoc' || node.kind === 'event') return [];
  const inside = nodesIn(process, node.id).filter((inner) => inner.type !== 'boundaryEvent' && !isAside(inner));
  return when(inside.length > 0 && process.scopes.get(node.id)?.starts.length === 0, () =>
    broken(
      node,
      'sub-process-start-missing',
      '里面每一步之前都有线接进来，没有地方开始。请加一个开始事件。',
      'has a flow into everything inside it, so it begins nowhere. Add a start event.',
    ),
  );
};

function isAside(node: FlowNode): boolean {
  return isActivity(node) && (node.forCompensation || (node.type === 'subProcess' && node.kind === 'event'));
}

/** What is called is a process or a global task, never a step of a process (BPMN 2.0.2, 10.3.6). */
const calledElements: Rule = (process, node) => {
  if (node.type !== 'callActivity') return [];
  const step = [...process.nodes.values()].find(({ id }) => node.called.source === JSON.stringify(id));
  return when(step !== undefined, () =>
    broken(
      node,
      'called-step',
      `要调用的「${step?.id ?? ''}」是一个步骤。只能调用流程或全局任务，请改成它的编号。`,
      `calls "${step?.id ?? ''}", which is a step. Only processes and global tasks can be called: name one of them.`,
    ),
  );
};

export const activityRules: readonly Rule[] = [
  compensationActivities,
  eventSubProcesses,
  adHocSubProcesses,
  instantiatingReceives,
  conditionalFlows,
  subProcessBeginnings,
  calledElements,
];
