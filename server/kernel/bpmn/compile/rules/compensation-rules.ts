import type { ExecutableProcess, FlowNode } from '../../executable-process.ts';
import { broken, isInside, when, type Rule } from './rule.ts';

/** A compensation event on a boundary leads to its handler, which is one activity for compensation (BPMN 2.0.2, 10.7.1). */
const handlers: Rule = (process, node) => {
  if (!isCompensationBoundary(node)) return [];
  const handler = node.handler === undefined ? undefined : process.nodes.get(node.handler);
  const isHandler = handler !== undefined && 'forCompensation' in handler && handler.forCompensation;
  const others = (process.boundaryEvents.get(node.attachedTo) ?? []).filter(isCompensationBoundary);
  return [
    ...when(node.outgoing.length > 0, () =>
      broken(
        node,
        'compensation-flow',
        '是补偿事件，后面不能接顺序线。请改用关联线接补偿步骤。',
        'is a compensation event: an association leads to its handler, never a sequence flow. Replace the flow by one.',
      ),
    ),
    ...when(node.handler !== undefined && (!isHandler || handler.parent !== node.parent), () =>
      broken(
        node,
        'compensation-handler',
        '关联到的不是同一层的补偿步骤。请把那个步骤设为「用于补偿」。',
        'is associated with something that is no compensation activity of its scope. Mark that activity as being for compensation.',
      ),
    ),
    ...when(others[0] !== undefined && others[0].id !== node.id, () =>
      broken(
        node,
        'compensation-twice',
        '所在的步骤已经有一个补偿事件。一个步骤只有一种补偿，请删去一个。',
        'is the second compensation event of its activity, which has one handler at most. Remove one.',
      ),
    ),
  ];
};

type Boundary = Extract<FlowNode, { type: 'boundaryEvent' }>;

function isCompensationBoundary(node: FlowNode): node is Boundary {
  return node.type === 'boundaryEvent' && node.catches.some(({ kind }) => kind === 'compensation');
}

/**
 * A compensation names an activity of its own scope or, thrown in an event sub-process, of the scope around it (BPMN 2.0.2,
 * 10.7.2).
 */
const compensatedActivities: Rule = (process, node) => {
  if (!('throws' in node)) return [];
  return node.throws.flatMap((thrown) => {
    if (thrown.kind !== 'compensation' || thrown.activity === null) return [];
    const { activity: named } = thrown;
    const activity = process.nodes.get(named);
    const isActivity = activity !== undefined && 'startQuantity' in activity;
    return [
      ...when(!isActivity, () =>
        broken(
          node,
          'compensation-activity',
          `要补偿的「${named}」不是本流程的步骤。请改成本流程的一个步骤。`,
          `compensates "${named}", which is no activity of this process. Name one that is.`,
        ),
      ),
      ...when(isActivity && !scopesSeen(process, node).includes(activity.parent), () =>
        broken(
          node,
          'compensation-activity',
          `要补偿的「${named}」在另一层子流程里。请改成同一层的步骤，或它所在的子流程。`,
          `compensates "${named}", which is in another sub-process. Name an activity of its own scope, or the sub-process itself.`,
        ),
      ),
    ];
  });
};

function scopesSeen(process: ExecutableProcess, node: FlowNode): readonly string[] {
  const around = process.nodes.get(node.parent);
  return isInside(process, node, 'event') && around ? [node.parent, ...scopesSeen(process, around)] : [node.parent];
}

export const compensationRules: readonly Rule[] = [handlers, compensatedActivities];
