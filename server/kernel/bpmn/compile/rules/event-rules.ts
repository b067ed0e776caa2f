import type { CatchKind, Throw } from '../../executable-event.ts';
import type { FlowNode } from '../../executable-process.ts';
import { nodesIn } from './flow-rules.ts';
import { broken, isInside, when, type Rule } from './rule.ts';

const anywhere: readonly CatchKind[] = ['timer', 'message', 'signal', 'conditional'];

/** What may be waited for where (BPMN 2.0.2, table 10.93). */
const allowedCatches = {
  process: anywhere,
  subProcess: [],
  event: [...anywhere, 'error', 'escalation', 'compensation'],
  intermediate: [...anywhere, 'link', 'none'],
  boundary: [...anywhere, 'clock', 'error', 'escalation', 'compensation', 'cancel', 'none'],
} satisfies Record<string, readonly CatchKind[]>;

const kindNames: { readonly [kind: string]: string } = {
  none: '空',
  timer: '计时',
  clock: '时限',
  message: '消息',
  signal: '信号',
  error: '错误',
  escalation: '升级',
  conditional: '条件',
  link: '链接',
  cancel: '取消',
  compensation: '补偿',
  terminate: '终止',
};

const catchPlaces: Rule = (process, node) => {
  if (!('catches' in node)) return [];
  const place =
    node.type === 'intermediateCatchEvent'
      ? 'intermediate'
      : node.type === 'boundaryEvent'
        ? 'boundary'
        : isInside(process, node, 'event')
          ? 'event'
          : node.parent === process.id
            ? 'process'
            : 'subProcess';
  const allowed: readonly CatchKind[] = allowedCatches[place];
  return node.catches
    .filter(({ kind }) => !allowed.includes(kind))
    .map(({ kind }) =>
      broken(
        node,
        'event-kind-here',
        `在这里不能用「${kindNames[kind] ?? kind}」事件。请换成允许的事件。`,
        `is a ${kind} event, which is not allowed here. Use another kind.`,
      ),
    );
};

/** What may be thrown where (BPMN 2.0.2, table 10.93). */
const throwPlaces: Rule = (process, node) => {
  if (!('throws' in node)) return [];
  const inFlow: readonly Throw['kind'][] = ['message', 'signal', 'escalation', 'compensation', 'link'];
  const atEnd: readonly Throw['kind'][] = [
    'message',
    'signal',
    'error',
    'escalation',
    'compensation',
    'cancel',
    'terminate',
  ];
  const allowed = node.type === 'endEvent' ? atEnd : inFlow;
  const wrong = node.throws.filter(({ kind }) => !allowed.includes(kind));
  const cancelOutside = node.throws.some(({ kind }) => kind === 'cancel') && !isInside(process, node, 'transaction');
  return [
    ...wrong.map(({ kind }) =>
      broken(
        node,
        'event-kind-here',
        `在这里不能用「${kindNames[kind] ?? kind}」事件。请换成允许的事件。`,
        `is a ${kind} event, which is not allowed here. Use another kind.`,
      ),
    ),
    ...when(cancelOutside, () =>
      broken(
        node,
        'cancel-outside-transaction',
        '是取消结束，只能放在事务里。请移进事务，或换成别的结束。',
        'is a cancel end event, which belongs into a transaction. Move it there, or use another end event.',
      ),
    ),
  ];
};

/** A boundary event is on an activity of its own scope; a cancel event on a transaction (BPMN 2.0.2, 10.5.4). */
const boundaries: Rule = (process, node) => {
  if (node.type !== 'boundaryEvent') return [];
  const host = process.nodes.get(node.attachedTo);
  const kinds = node.catches.map(({ kind }) => kind);
  const isHost = host !== undefined && 'startQuantity' in host && host.parent === node.parent;
  const mustInterrupt = kinds.includes('error') || kinds.includes('cancel');
  return [
    ...when(node.attachedTo !== '' && !isHost, () =>
      broken(
        node,
        'boundary-unattached',
        '是边界事件，只能挂在同一层的一个步骤上。请改挂。',
        'is a boundary event, which can only be attached to an activity of its own scope. Attach it to one.',
      ),
    ),
    ...when(isHost && host.type === 'subProcess' && host.kind === 'event', () =>
      broken(
        node,
        'boundary-unattached',
        '挂在事件子流程上，但事件子流程没有边界。请挂到别的步骤上。',
        'is attached to an event sub-process, which has no boundary. Attach it to another activity.',
      ),
    ),
    ...when(kinds.includes('cancel') && isHost && !(host.type === 'subProcess' && host.kind === 'transaction'), () =>
      broken(
        node,
        'cancel-outside-transaction',
        '是取消事件，只能挂在事务上。请挂到事务上，或换成别的事件。',
        'is a cancel event, which can only be attached to a transaction. Attach it to one, or use another event.',
      ),
    ),
    ...when(mustInterrupt && !node.interrupting, () =>
      broken(
        node,
        'must-interrupt',
        '是错误或取消事件，必须打断它所在的步骤。请改为打断。',
        'is an error or cancel event, which must interrupt its activity. Make it interrupting.',
      ),
    ),
  ];
};

/** The start of an event sub-process has a trigger, and for errors and compensation interrupts (BPMN 2.0.2, 10.3.5). */
const eventSubProcessStarts: Rule = (process, node) => {
  if (node.type !== 'startEvent' || !isInside(process, node, 'event')) return [];
  const kinds = node.catches.map(({ kind }) => kind);
  return [
    ...when(kinds.length === 0, () =>
      broken(
        node,
        'event-sub-process-start',
        '是事件子流程的开始，却没有触发。请写明由什么触发。',
        'starts an event sub-process, but nothing triggers it. Give it a trigger.',
      ),
    ),
    ...when((kinds.includes('error') || kinds.includes('compensation')) && !node.interrupting, () =>
      broken(
        node,
        'must-interrupt',
        '由错误或补偿触发，必须打断所在的流程。请改为打断。',
        'is triggered by an error or compensation, so it must interrupt. Make it interrupting.',
      ),
    ),
  ];
};

/** A link leads to one place of its name in its own scope (BPMN 2.0.2, 10.5.5). */
const links: Rule = (process, node) => {
  if (node.type !== 'intermediateCatchEvent') return [];
  const names = node.catches.flatMap((part) => (part.kind === 'link' ? [part.link] : []));
  const twin = nodesIn(process, node.parent).find(
    (other): other is Extract<FlowNode, { type: 'intermediateCatchEvent' }> =>
      other.type === 'intermediateCatchEvent' &&
      other.index < node.index &&
      other.catches.some((part) => part.kind === 'link' && names.includes(part.link)),
  );
  return when(twin !== undefined, () =>
    broken(
      node,
      'link-twice',
      '和另一个链接接收事件同名，不知道该去哪里。请改名。',
      'has the same name as another link catch event, so there is no telling where to go. Rename one.',
    ),
  );
};

const linkTargets: Rule = (process, node) => {
  if (node.type !== 'intermediateThrowEvent') return [];
  return node.throws.flatMap((thrown) => {
    if (thrown.kind !== 'link') return [];
    const isThere = nodesIn(process, node.parent).some(
      (other) => 'catches' in other && other.catches.some((part) => part.kind === 'link' && part.link === thrown.link),
    );
    return when(!isThere, () =>
      broken(
        node,
        'link-without-target',
        '发出的链接没有对应的接收链接。请在同一层加一个同名的。',
        'throws a link that nothing catches. Add a link catch event of its name in the same scope.',
      ),
    );
  });
};

export const eventRules: readonly Rule[] = [
  catchPlaces,
  throwPlaces,
  boundaries,
  eventSubProcessStarts,
  links,
  linkTargets,
];
