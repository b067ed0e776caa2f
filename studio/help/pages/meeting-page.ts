import type { ManualPage } from '../manual-page.ts';

/** The manual: meetings. */
export const meetingPage: ManualPage = {
  id: 'meeting',
  title: { zh: '改例会安排', en: 'Meetings' },
  about: {
    zh: '例会按规律排日子，碰到放假自动顺延或提前。',
    en: 'Meetings follow a rule and move when they meet a holiday.',
  },
  sections: [
    {
      heading: { zh: '换开会的日子', en: 'Moving a meeting' },
      steps: [
        {
          zh: '打开例会，在「每月第几个周几」里选，例如第一个周四 14:30。',
          en: 'Open the meeting and choose its rule, such as the first Thursday, 14:30.',
        },
        { zh: '选遇到放假怎么办。', en: 'Choose what happens on a holiday.' },
        { zh: '看右边接下来五次的日期，写着为什么挪。', en: 'Look at the next five dates; they say why one moved.' },
      ],
      picture: {
        file: 'meeting',
        at: '/definitions/meeting/dispute-coordination',
        of: {
          zh: '例会：哪天开、遇到放假怎么办、谁参加，右边是接下来的日期',
          en: 'A meeting: its rule, holidays, who takes part, and its next dates',
        },
        shows: ['definition.meeting.people', 'definition.meeting.day-off'],
      },
    },
  ],
};
