import type { Duty } from '../bpmn/executable-activity.ts';
import type { Telling } from './speaker.ts';

const duties: { readonly [duty in Duty]: readonly [string, string] } = {
  feedback: ['负责反馈', 'owes the answer'],
  responsible: ['是第一责任人', 'is responsible'],
  procedural: ['负责督促', 'has to push it'],
  substantive: ['负责主办', 'has to settle it'],
};

/** What several do about one user task, as an operator reads it: who is told, who owes what, what they decided. */
export const togetherTelling: Telling<'posts-told' | 'duties-given' | 'answer-given' | 'approval-decided'> = {
  'posts-told': ({ element, positions }, say) => {
    const places = positions.map((position) => say.place(position)).join('、');
    return [`「${say.step(element)}」抄送 ${places}。`, `${places} were told of "${say.enStep(element)}".`];
  },
  'duties-given': ({ duties: given }, say) => {
    const said = Object.entries(given).map(([duty, position]) => {
      const [zh, en] = duties[duty as Duty];
      return [`${say.place(position)} ${zh}`, `${say.place(position)} ${en}`] as const;
    });
    return [`${said.map(([zh]) => zh).join('，')}。`, `${said.map(([, en]) => en).join(', ')}.`];
  },
  'answer-given': ({ id, answer }, say) =>
    answer.approves
      ? [`「${say.at(id)}」有人同意。`, `Somebody agreed in "${say.enAt(id)}".`]
      : [`「${say.at(id)}」有人不同意。`, `Somebody refused in "${say.enAt(id)}".`],
  'approval-decided': ({ element, outcome: { passed, approvals, refusals, undecided } }, say) => [
    `「${say.step(element)}」${passed ? '通过' : '没有通过'}：同意 ${approvals}，不同意 ${refusals}，未表态 ${undecided}。`,
    `"${say.enStep(element)}" ${passed ? 'was approved' : 'was not approved'}: ${approvals} agreed, ${refusals} refused, ${undecided} did not answer.`,
  ],
};
