import type { ReassignReason } from '../bpmn/commands.ts';
import { moment, type Telling } from './speaker.ts';

const reasons: { readonly [reason in ReassignReason]: readonly [string, string] } = {
  overdue: ['超期', 'it is overdue'],
  'cannot-solve': ['办不了', 'it cannot be solved there'],
  vacant: ['岗位没有人', 'the post is vacant'],
  given: ['管理员交办', 'an administrator gave it'],
  'area-changed': ['网格调整', 'the areas changed'],
};

/** How the events of what waits for somebody or something are told to an operator: user tasks, jobs, timers. */
export const workTelling = {
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
} satisfies Partial<Telling>;
