import type { ManualPage } from '../manual-page.ts';

/** The manual: handing over, and work nobody has. */
export const unheldPage: ManualPage = {
  id: 'unheld',
  title: { zh: '交接和无人办理', en: 'Handing over, and work nobody has' },
  about: {
    zh: '人走了，事不能丢。先选交给谁；实在没有人接的，都在「无人办理」里。',
    en: 'People leave, work must not be lost. It is handed over; what nobody takes stands in a list of its own.',
  },
  sections: [
    {
      heading: { zh: '有人离岗', en: 'When somebody leaves' },
      steps: [
        {
          zh: '在岗位看板上「结束任岗」，或在「人员」里「停用账号」。',
          en: 'End the assignment on the board, or suspend the account.',
        },
        { zh: '看他还有几件没办完，可以打开看。', en: 'See how much is open, and look at it.' },
        {
          zh: '选留给同岗的人、由一个人接任、先请人顶岗，或转给空岗时的岗位。',
          en: 'Leave it to those at the same post, name a successor or a cover, or let it go on.',
        },
      ],
    },
    {
      heading: { zh: '看哪里空岗', en: 'Where posts are vacant' },
      steps: [
        { zh: '在岗位看板上按「只看空岗」。', en: 'Press “vacant only” on the board.' },
        { zh: '格子里写着空了几天，现在由哪个岗位代办。', en: 'A cell says for how long, and who acts meanwhile.' },
      ],
      picture: {
        file: 'unheld',
        at: '/posts',
        of: { zh: '只看空岗：空了几天，现在谁代办', en: 'Vacancies: for how long, and who acts meanwhile' },
        shows: ['nav.unheld'],
        presses: 'board.vacant-only',
      },
    },
    {
      heading: { zh: '处理无人办理的事', en: 'Work nobody has' },
      steps: [
        { zh: '在「网格与岗位」里点「无人办理」。', en: 'Open “nobody has it” beside the board.' },
        {
          zh: '按「交办」，交给现在有人的岗位，马上到他们的待办里。',
          en: 'Give it to a post that is held; it is there at once.',
        },
        { zh: '或者按「安排人」，给这个岗位配上人。', en: 'Or put somebody on the post.' },
        { zh: '谁交办的，事件记录里会写明。', en: 'The story of the case says who gave it.' },
      ],
    },
  ],
};
