import type { ManualPage } from '../manual-page.ts';

/** The manual: the checklist before a street goes live. */
export const readinessPage: ManualPage = {
  id: 'readiness',
  title: { zh: '上线准备和正式启用', en: 'Getting ready, and going live' },
  about: {
    zh: '清单写还缺什么、到哪里去办。必须办的都办完，才能正式启用。',
    en: 'The list says what is missing and where to do it. A street goes live when all that must be done is done.',
  },
  sections: [
    {
      heading: { zh: '照着清单办', en: 'Following the list' },
      steps: [
        { zh: '点左边「上线准备」。', en: 'Open “getting ready”.' },
        { zh: '「必须办」的先办，按「去办」就到那一页。', en: 'Do what must be done first; “go” leads to the page.' },
        {
          zh: '系统看不到的，比如备份，办好以后「确认已办」，写明怎么办的。',
          en: 'What the system cannot see, like backups, you confirm with a note.',
        },
        { zh: '确认会记下您的名字，可以撤销。', en: 'Your name is kept with it; it can be taken back.' },
      ],
      picture: {
        file: 'readiness',
        at: '/readiness',
        of: { zh: '上线准备：清单和正式启用', en: 'Getting ready: the list, and going live' },
        shows: ['readiness.list', 'go-live'],
      },
    },
    {
      heading: { zh: '正式启用', en: 'Going live' },
      steps: [
        { zh: '写从哪天起、依据哪次会议或文件。', en: 'Say from which day, and by whose decision.' },
        {
          zh: '人员和事件都不受影响；以后改区域要走发布。',
          en: 'People and cases stay; areas are changed by publishing from then on.',
        },
        { zh: '可以撤销，记录保留。', en: 'It can be undone; the record stays.' },
      ],
    },
  ],
};
