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
        '用于补偿，不能接在顺序线上。请删去这些线。',
        'is for compensation, so no sequence flow may lead to or from it. Remove the flows.',
      ),
    ),
    ...when((process.boundaryEvents.get(node.id) ?? []).length > 0, () =>
      broken(
        node,
        'compensation-boundary',
        '用于补偿，不能带边界事件。请删去边界事件。',
        'is for compensation, so nothing may be attached to it. Remove its boundary events.',
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
        '是事件子流程，不能接顺序线。请删去这些线。',
        'is an event sub-process, so no sequence flow may lead to or from it. Remove the flows.',
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
        '是临时子流程，里面至少要有一个步骤。请画一个。',
        'is an ad-hoc sub-process and needs at least one activity. Draw one.',
      ),
    ),
    ...inside
      .filter(({ type }) => type === 'startEvent' || type === 'endEvent')
      .map((inner) =>
        broken(
          inner,
          'ad-hoc-event',
          '在临时子流程里，不能用开始和结束事件。请删去。',
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
      '用来开始流程，就不能有线接进来。请删去这条线。',
      'begins the process, so no flow may lead into it. Remove the flow.',
    ),
  );

export const activityRules: readonly Rule[] = [
  compensationActivities,
  eventSubProcesses,
  adHocSubProcesses,
  instantiatingReceives,
];
