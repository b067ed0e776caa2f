import type { Rejection } from './commands.ts';

interface Sentence {
  readonly zh: string;
  readonly en: string;
}

const words: { readonly [code in Rejection['code']]: Sentence } = {
  'instance-unknown': {
    zh: '没有这个流程实例。请检查编号，或先开始它。',
    en: 'There is no such instance. Check its id, or start it first.',
  },
  'instance-ended': {
    zh: '流程已经结束，什么也不能再做。需要时请重新开始一个。',
    en: 'The instance has ended, so nothing can be done to it. Start another one if need be.',
  },
  'instance-exists': {
    zh: '流程已经开始了，不能再开始一次。请另用一个编号。',
    en: 'The instance has begun already. Use another id for a new one.',
  },
  'unknown-element': {
    zh: '要动的这一步现在不在这里。请看看流程走到了哪里再做。',
    en: 'What is meant is not alive there. Look where the instance is, and name what is alive.',
  },
  'user-task-stale': {
    zh: '这一步已经办完或换人了。请刷新后再看。',
    en: 'This user task is done already or has gone to somebody else. Look again.',
  },
  'answer-missing': {
    zh: '没有写同意还是不同意。请选一个再提交。',
    en: 'It does not say whether you agree. Choose one, then send it.',
  },
  'answered-already': {
    zh: '您已经就这件事表过态了，一人一次。请让这个岗位的其他人来办。',
    en: 'You have answered on this already; everybody answers once. Leave it to the others who hold the post.',
  },
  'job-stale': {
    zh: '这个自动步骤已经办完或重新派过了，这次的结果不算。请不要再交。',
    en: 'The job is done already or was given out anew, so this result does not count. Do not hand it in again.',
  },
  'timer-stale': {
    zh: '这个计时已经不作数了。不用再管它。',
    en: 'The timer counts no more. Nothing is to be done.',
  },
  'event-stale': {
    zh: '已经没有谁在等这个事件。请看看流程走到了哪里。',
    en: 'Nobody waits for the event any more. Look where the instance is.',
  },
  'no-incident': {
    zh: '这一步没有卡住，不用重试。请看看流程走到了哪里。',
    en: 'The element is not stuck, so there is nothing to try again. Look where the instance is.',
  },
  'cannot-skip': {
    zh: '这一步已经办完，只是走不出去，不能跳过。请改正后面的条件或变量再重试，或把它移到别处。',
    en: 'The element has done its work and only cannot leave, so it cannot be skipped. Correct the variables and try again, or move it.',
  },
  'agenda-pending': {
    zh: '流程还在往前走，没有停下来。请稍后再做，或中止它。',
    en: 'The instance is still on its way. Try again in a moment, or cancel it.',
  },
  'instance-suspended': {
    zh: '流程暂停着。请先恢复它再做，或中止它。',
    en: 'The instance is suspended. Resume it first, or cancel it.',
  },
  'suspended-already': {
    zh: '流程已经暂停着，不用再暂停。请先恢复它，或中止它。',
    en: 'The instance is suspended already. Resume it first, or cancel it.',
  },
  'not-suspended': {
    zh: '流程没有暂停，不用恢复。',
    en: 'The instance is not suspended, so there is nothing to resume. Go on as usual.',
  },
  'cannot-activate': {
    zh: '不能从这里开始。请改选一个正常流程里的步骤。',
    en: 'It cannot be begun there. Choose an element of the normal flow.',
  },
  'cannot-migrate': {
    zh: '有些正在办的步骤在新流程里没有位置。请在对照表里补上，或先移走它们。',
    en: 'Some of what is alive has no place in the new model. Complete the mapping, or move it first.',
  },
  'command-unknown': {
    zh: '这个程序不认识这种命令，可能是更新的版本写下的。请把程序升级到同一版本，再试一次。',
    en: 'This program does not know such a command; a newer version may have written it. Bring the program up to the same version, then try again.',
  },
  'clock-unknown': {
    zh: '这一步没有这样的时限。请刷新后再看。',
    en: 'The step has no such time limit. Look again.',
  },
  'clock-paused': {
    zh: '时限已经挂起着。请先恢复计时。',
    en: 'The time limit stands still already. Let it run on first.',
  },
  'clock-not-paused': {
    zh: '时限没有挂起，不用恢复计时。',
    en: 'The time limit is not paused, so there is nothing to resume. Go on as usual.',
  },
  'clock-stopped': {
    zh: '这个时限已经停了，不再计时。不用再做。',
    en: 'The time limit has been met and runs no more. Nothing is to be done.',
  },
  'clock-overdue': {
    zh: '已经超期，不能再挂起。请先办延期，或尽快办理。',
    en: 'It is overdue, so it cannot be paused any more. Ask for an extension, or do the work.',
  },
  'pause-not-allowed': {
    zh: '这个办理时限不能挂起，或不能挂起这么久。请改早再看的日子；要能挂起，请在“办理时限”里写上由谁挂起、最长几天，再发布。',
    en: 'The time limit may not be paused, or not for so long. Name an earlier day of review; or say under time limits by whom and for how long, then publish.',
  },
  'extension-not-allowed': {
    zh: '不能再延期这么多：次数用完了，或超过了这一次的上限。请看办理时限里写的延期规则。',
    en: 'It cannot be extended so: no extension is left, or it is more than this one may grant. See the rules of the time limit.',
  },
  'calendar-missing': {
    zh: '没有算这个时限要用的工作日历。请发布有这个日历的配置，再试一次。',
    en: 'The calendar the time limit needs is not there. Publish definitions that have it, then try again.',
  },
};

/** Why an element may not be entered by hand, by the reason `modify` gives. */
const reasons: { readonly [why: string]: Sentence } = {
  unknown: { zh: '流程里没有这一步。请检查编号。', en: 'The process has no such element. Check its id.' },
  startEvent: {
    zh: '开始事件不能直接进入。请改选它后面的一步。',
    en: 'It is a start event. Choose the step behind it.',
  },
  boundaryEvent: {
    zh: '边界事件不能直接进入。请改选它后面的一步，或触发它。',
    en: 'It is a boundary event. Choose the step behind it, or trigger it.',
  },
  'event-sub-process': {
    zh: '事件子流程由它的事件开始。请触发那个事件。',
    en: 'An event sub-process is begun by its event. Trigger that event.',
  },
  'for-compensation': {
    zh: '补偿步骤只在撤销时办。请改选正常流程里的一步。',
    en: 'It is for compensation only. Choose an element of the normal flow.',
  },
  'behind-event-gateway': {
    zh: '它接在「等事件」网关之后。请改选那个网关。',
    en: 'It stands behind an event-based gateway. Choose the gateway.',
  },
  'not-inside': {
    zh: '它不在所选的这一层里。请改选它所在的子流程，或整个流程。',
    en: 'It does not lie in the scope that was chosen. Choose the sub-process around it, or the process.',
  },
  'in-loop': {
    zh: '它在要办多次的步骤里。请先加一项，再在那一项里进入。',
    en: 'It lies in an activity that is done several times. Add an iteration, and enter it there.',
  },
  'no-loop': {
    zh: '它不是正在办的多实例步骤，不能加一项。请改选一个多实例步骤。',
    en: 'It is no multi-instance activity that is alive, so no iteration can be added. Choose one that is.',
  },
  'scope-stuck': {
    zh: '它外面的子流程打不开：变量映射或计时算不出来。请先补上变量。',
    en: 'A sub-process around it cannot be opened: a mapping or a time cannot be told. Set the variables first.',
  },
};

/** What a refused command is told: what is the matter and what to do about it, in both languages. */
export function rejectionWords({ code, details = {} }: Rejection): Sentence {
  const { element, why } = details;
  const { zh, en } = (typeof why === 'string' ? reasons[why] : undefined) ?? words[code];
  return typeof element === 'string' ? { zh: `「${element}」：${zh}`, en: `"${element}": ${en}` } : { zh, en };
}
