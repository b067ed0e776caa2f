import type { CallOutcome, ReassignReason } from '../bpmn/commands.ts';
import type { ProcessEvent } from '../bpmn/events.ts';
import { Speaker, moment, why, type EventNames, type Telling } from './speaker.ts';
import { clockTelling } from './tell-clock-event.ts';
import { togetherTelling } from './tell-together.ts';

/** A sentence in both languages, and how much it matters: `detail` is bookkeeping between two waits. */
export interface EventSentence {
  readonly zh: string;
  readonly en: string;
  readonly weight: 'main' | 'detail';
}

export type { EventNames } from './speaker.ts';

/** Events an operator reads first; all others are bookkeeping. */
const main: ReadonlySet<ProcessEvent['type']> = new Set([
  'instance-created',
  'instance-completed',
  'instance-cancelled',
  'instance-suspended',
  'instance-resumed',
  'instance-modified',
  'instance-migrated',
  'user-task-created',
  'user-task-reassigned',
  'posts-told',
  'approval-decided',
  'user-task-completed',
  'user-task-cancelled',
  'clock-shifted',
  'clock-paused',
  'clock-resumed',
  'clock-review-moved',
  'clock-extended',
  'clock-rebased',
  'clock-stopped',
  'calendars-adopted',
  'light-changed',
  'ladder-started',
  'job-created',
  'job-completed',
  'job-cancelled',
  'timer-fired',
  'event-triggered',
  'error-thrown',
  'escalation-thrown',
  'message-thrown',
  'signal-thrown',
  'process-called',
  'call-ended',
  'incident-raised',
  'incident-resolved',
  'element-cancelled',
]);

/**
 * What an event of an instance's history is, as an operator reads it: every event has its sentence. Values are not told:
 * variables and inputs of decisions stand in the instance, not in its story.
 *
 * @param elements ids of element instances to the BPMN ids they are of, as the story so far has told them
 */
export function tellEvent(
  event: ProcessEvent,
  names: EventNames,
  elements: ReadonlyMap<number, string>,
): EventSentence {
  const say = new Speaker(names, elements);
  // The table is keyed by the very type the event carries, which the compiler cannot follow through a union.
  const tell = telling[event.type] as (event: ProcessEvent, say: Speaker) => readonly [string, string];
  const [zh, en] = tell(event, say);
  const byHand = event.type === 'variables-set' && event.by !== undefined;
  const isAside = event.type === 'incident-resolved' && event.withdrawn === true;
  return { zh, en, weight: byHand || (main.has(event.type) && !isAside) ? 'main' : 'detail' };
}

const reasons: { readonly [reason in ReassignReason]: readonly [string, string] } = {
  overdue: ['超期', 'it is overdue'],
  'cannot-solve': ['办不了', 'it cannot be solved there'],
  vacant: ['岗位没有人', 'the post is vacant'],
  given: ['管理员交办', 'an administrator gave it'],
  'area-changed': ['网格调整', 'the areas changed'],
};

const outcomes: { readonly [kind in CallOutcome['kind']]: readonly [string, string] } = {
  completed: ['办完', 'completed'],
  error: ['出错', 'ended with an error'],
  escalation: ['上报了情况', 'escalated'],
  cancelled: ['中止', 'was cancelled'],
  unknown: ['没有找到，没有开始', 'is not there and never began'],
  iterated: ['办完一项', 'has done one item'],
};

function named(values: object): string {
  return Object.keys(values).join('、') || '—';
}

function caught(by: string | null, say: Speaker): readonly [string, string] {
  if (by === null) return ['，没有谁接住', '; nobody catches it'];
  if (by === 'caller') return ['，交给调用它的流程', '; its caller gets it'];
  return [`，由「${say.step(by)}」接住`, `; "${say.enStep(by)}" catches it`];
}

const telling: Telling = {
  ...clockTelling,
  'instance-created': ({ by }, say) => {
    const [zh, en] = say.by(by);
    return [`${zh}启动「${say.process()}」。`, `${en} started "${say.enProcess()}".`];
  },
  'instance-completed': (_, say) => [`「${say.process()}」办完。`, `"${say.enProcess()}" completed.`],
  'instance-cancelled': ({ because, by }, say) => {
    const [zh, en] = say.by(by);
    // What was moved left nothing behind that could go on.
    if (because === 'modified') return ['流程里没有步骤了，到此为止。', 'No step is left; the instance ends.'];
    const [zhWhy, enWhy] = why(because);
    return [`${zh}中止了流程${zhWhy}。`, `${en} cancelled the instance${enWhy}.`];
  },
  'instance-suspended': ({ because, by }, say) => {
    const [zh, en] = say.by(by);
    const [zhWhy, enWhy] = why(because);
    return [`${zh}挂起了流程${zhWhy}。`, `${en} suspended the instance${enWhy}.`];
  },
  'instance-resumed': ({ clocks, because, by }, say) => {
    const [zh, en] = say.by(by);
    const [zhWhy, enWhy] = why(because);
    return clocks === 'shift'
      ? [`${zh}恢复了流程，挂起的时间不计入时限${zhWhy}。`, `${en} resumed it; the time held does not count${enWhy}.`]
      : [`${zh}恢复了流程，挂起的时间照算${zhWhy}。`, `${en} resumed it; the time held counts${enWhy}.`];
  },
  'instance-modified': ({ because, by }, say) => {
    const [zh, en] = say.by(by);
    const [zhWhy, enWhy] = why(because);
    return [`${zh}移动了流程的位置${zhWhy}。`, `${en} moved its tokens${enWhy}.`];
  },
  'instance-migrated': ({ because, by }, say) => {
    const [zh, en] = say.by(by);
    const [zhWhy, enWhy] = why(because);
    return [`${zh}把流程换到另一个版本${zhWhy}。`, `${en} migrated it to another version${enWhy}.`];
  },
  'element-entered': ({ element }, say) => [`到了「${say.step(element)}」。`, `Reached "${say.enStep(element)}".`],
  'element-waiting': ({ id }, say) => [`「${say.at(id)}」在等。`, `"${say.enAt(id)}" waits.`],
  'element-completing': ({ id }, say) => [`「${say.at(id)}」做完，准备离开。`, `"${say.enAt(id)}" is done.`],
  'element-left': ({ element }, say) => [`离开「${say.step(element)}」。`, `Left "${say.enStep(element)}".`],
  'element-cancelled': ({ element }, say) => [
    `「${say.step(element)}」被取消。`,
    `"${say.enStep(element)}" was cancelled.`,
  ],
  'sequence-flow-taken': ({ flow }, say) => [`走「${say.flow(flow)}」。`, `Took the way ${say.flow(flow)}.`],
  'token-arrived': ({ flow }, say) => [
    `从「${say.flow(flow)}」到了会合处。`,
    `A token arrived at a join by ${say.flow(flow)}.`,
  ],
  'tokens-joined': ({ element }, say) => [
    `「${say.step(element)}」的分支会合了。`,
    `Branches joined at "${say.enStep(element)}".`,
  ],
  'scope-opened': ({ element }, say) => [`「${say.step(element)}」里面开始。`, `Went inside "${say.enStep(element)}".`],
  'scope-closed': ({ scope }, say) => [`「${say.at(scope)}」里面结束。`, `The inside of "${say.enAt(scope)}" ended.`],
  'scope-interrupted': ({ scope }, say) => [
    `「${say.at(scope)}」里面被打断。`,
    `The inside of "${say.enAt(scope)}" was interrupted.`,
  ],
  'gateway-phase': ({ element }, say) => [
    `「${say.step(element)}」进入下一阶段。`,
    `"${say.enStep(element)}" went on to its next phase.`,
  ],
  'subscription-opened': ({ id, subscription }, say) => [
    `「${say.at(id)}」开始等${subscription.name === '' ? '条件' : `「${subscription.name}」`}。`,
    `"${say.enAt(id)}" listens to ${subscription.name === '' ? 'a condition' : `"${subscription.name}"`}.`,
  ],
  'subscription-closed': ({ id }, say) => [`「${say.at(id)}」不再等。`, `"${say.enAt(id)}" listens no more.`],
  'event-triggered': ({ id }, say) => [`「${say.at(id)}」等的事来了。`, `What "${say.enAt(id)}" waited for came.`],
  'event-heard': ({ id }, say) => [
    `「${say.at(id)}」等的几件事来了一件。`,
    `One of the events "${say.enAt(id)}" waits for came.`,
  ],
  'events-gathered': ({ key }, say) => [
    `「${say.step(key)}」等的几件事都来了，重新等。`,
    `All events "${say.enStep(key)}" waits for came; it waits for them anew.`,
  ],
  'condition-changed': ({ id, holds }, say) => [
    `「${say.at(id)}」的条件${holds ? '成立' : '不成立'}了。`,
    `The condition of "${say.enAt(id)}" ${holds ? 'holds' : 'holds no more'}.`,
  ],
  'loop-changed': ({ id, loop }, say) => [
    `「${say.at(id)}」办了 ${loop.completed} 个${loop.total === null ? '' : `，共 ${loop.total} 个`}。`,
    `"${say.enAt(id)}" has ${loop.completed}${loop.total === null ? '' : ` of ${loop.total}`} done.`,
  ],
  'inside-kept': ({ id }, say) => [
    `「${say.at(id)}」做完的留着，以便撤销。`,
    `What was done in "${say.enAt(id)}" is kept, to be undone if need be.`,
  ],
  'iterations-begun': ({ element, first, count }, say) => [
    `「${say.step(element)}」的第 ${first} 到 ${first + count - 1} 项各自开始办。`,
    `Items ${first} to ${first + count - 1} of "${say.enStep(element)}" began, each by itself.`,
  ],
  'iterations-ended': ({ id, ended, cancelled }, say) => [
    `「${say.at(id)}」办完 ${ended.length} 项${cancelled === 0 ? '' : `，撤销 ${cancelled} 项`}。`,
    `${ended.length} items of "${say.enAt(id)}" ended${cancelled === 0 ? '' : `, ${cancelled} were taken away`}.`,
  ],
  'activity-queued': ({ element }, say) => [
    `「${say.step(element)}」排队等着办。`,
    `"${say.enStep(element)}" waits its turn.`,
  ],
  'activity-turn': ({ scope }, say) => [
    `「${say.at(scope)}」里轮到下一件。`,
    `The next activity in "${say.enAt(scope)}" has its turn.`,
  ],
  'ad-hoc-finishing': ({ scope }, say) => [
    `「${say.at(scope)}」的结束条件成立，不再开始别的。`,
    `"${say.enAt(scope)}" is finishing; nothing else begins in it.`,
  ],
  'activity-picked': ({ element, by }, say) => {
    const [zh, en] = say.by(by);
    return [`${zh}开始「${say.step(element)}」。`, `"${say.enStep(element)}" was begun by ${en}.`];
  },
  'activity-done': ({ element }, say) => [`「${say.step(element)}」做完一次。`, `"${say.enStep(element)}" was done.`],
  'compensable-recorded': ({ record }, say) => [
    `「${say.step(record.element)}」可以撤销。`,
    `"${say.enStep(record.element)}" can be undone.`,
  ],
  'compensation-begun': () => ['开始撤销做过的事。', 'Began to undo what was done.'],
  'compensating-changed': ({ id }, say) => [`「${say.at(id)}」正在撤销。`, `"${say.enAt(id)}" is undoing.`],
  'error-thrown': ({ element, code, caughtBy }, say) => {
    const [zh, en] = caught(caughtBy, say);
    return [
      `「${say.step(element)}」报错 ${code ?? ''}${zh}。`,
      `"${say.enStep(element)}" threw the error ${code ?? ''}${en}.`,
    ];
  },
  'escalation-thrown': ({ element, code, caughtBy }, say) => {
    const [zh, en] = caught(caughtBy, say);
    return [
      `「${say.step(element)}」上报情况 ${code ?? ''}${zh}。`,
      `"${say.enStep(element)}" escalated ${code ?? ''}${en}.`,
    ];
  },
  'signal-thrown': ({ name }) => [`广播了「${name}」。`, `Broadcast "${name}".`],
  'message-thrown': ({ name }) => [`发出消息「${name}」。`, `Sent the message "${name}".`],
  'process-called': ({ element, process }, say) => [
    `「${say.step(element)}」启动了流程「${process}」。`,
    `"${say.enStep(element)}" called the process "${process}".`,
  ],
  'call-ended': ({ id, outcome }, say) => {
    const [zh, en] = outcomes[outcome];
    return [`「${say.at(id)}」启动的流程${zh}。`, `The process called by "${say.enAt(id)}" ${en}.`];
  },
  'call-cancelled': ({ id }, say) => [
    `「${say.at(id)}」启动的流程也中止。`,
    `The process called by "${say.enAt(id)}" is cancelled too.`,
  ],
  'variables-set': ({ values, by, because }, say) => {
    if (by === undefined) return [`设置变量 ${named(values)}。`, `Set ${named(values)}.`];
    const [zh, en] = say.by(by);
    const [zhWhy, enWhy] = why(because);
    return [`${zh}改了变量 ${named(values)}${zhWhy}。`, `${en} changed ${named(values)}${enWhy}.`];
  },
  'decision-evaluated': ({ decision, rules }) => [
    `查了决策表「${decision}」，用到规则 ${rules.join('、') || '无'}。`,
    `Evaluated the decision "${decision}"; rules: ${rules.join(', ') || 'none'}.`,
  ],
  'timer-armed': ({ id, due }, say) => [
    `「${say.at(id)}」定了时，${moment(due)} 到点。`,
    `A timer of "${say.enAt(id)}" is due at ${moment(due)}.`,
  ],
  'timer-disarmed': ({ id }, say) => [`「${say.at(id)}」的定时取消。`, `A timer of "${say.enAt(id)}" was taken off.`],
  'timer-fired': ({ id }, say) => [`「${say.at(id)}」的定时到点。`, `A timer of "${say.enAt(id)}" fired.`],
  'job-created': ({ element, jobType }, say) => [
    `「${say.step(element)}」交给自动步骤 ${jobType}。`,
    `"${say.enStep(element)}" became a job of type ${jobType}.`,
  ],
  'job-completed': ({ id }, say) => [`「${say.at(id)}」自动办好。`, `The job of "${say.enAt(id)}" was done.`],
  'job-cancelled': ({ id }, say) => [
    `「${say.at(id)}」的自动步骤取消。`,
    `The job of "${say.enAt(id)}" was cancelled.`,
  ],
  'user-task-created': ({ element, position }, say) => [
    `「${say.step(element)}」交给 ${say.place(position)}。`,
    `"${say.enStep(element)}" went to ${say.place(position)}.`,
  ],
  ...togetherTelling,
  'user-task-reassigned': ({ element, position, because }, say) => {
    const [zh, en] = reasons[because];
    return [
      `「${say.step(element)}」因${zh}转给 ${say.place(position)}。`,
      `"${say.enStep(element)}" moved to ${say.place(position)}, because ${en}.`,
    ];
  },
  'user-task-completed': ({ element, by }, say) => {
    const [zh, en] = say.by(by);
    return [`${zh}办完「${say.step(element)}」。`, `${en} completed "${say.enStep(element)}".`];
  },
  'user-task-cancelled': ({ element }, say) => [
    `「${say.step(element)}」的待办撤销。`,
    `The user task "${say.enStep(element)}" was withdrawn.`,
  ],
  'ladder-started': ({ element }, say) => [
    `「${say.step(element)}」开始逐级上报。`,
    `"${say.enStep(element)}" began to climb its ladder.`,
  ],
  'incident-raised': ({ element, incident }, say) => [
    `卡在「${say.step(element)}」：${incident.zh}`,
    `Stuck at "${say.enStep(element)}": ${incident.en}`,
  ],
  'incident-resolved': ({ id, by, skipped, withdrawn, because }, say) => {
    if (withdrawn)
      return [`「${say.at(id)}」卡住的记录随它取消。`, `The incident at "${say.enAt(id)}" went with its element.`];
    const [zh, en] = say.by(by);
    const [zhWhy, enWhy] = why(because);
    return skipped
      ? [`${zh}跳过了「${say.at(id)}」${zhWhy}。`, `${en} skipped "${say.enAt(id)}"${enWhy}.`]
      : [`${zh}让「${say.at(id)}」重试${zhWhy}。`, `${en} had "${say.enAt(id)}" tried again${enWhy}.`];
  },
  'slice-ended': () => ['这一步很长，先存下来接着办。', 'The step is long; it was stored to go on with.'],
  'slice-continued': () => ['接着办。', 'Went on.'],
};
