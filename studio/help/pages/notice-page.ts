import type { ManualPage } from '../manual-page.ts';

/** The manual: notices. */
export const noticePage: ManualPage = {
  id: 'notice',
  title: { zh: '改通知模板', en: 'Notices' },
  about: { zh: '通知是系统发给人的话。', en: 'A notice is what the system tells people.' },
  sections: [
    {
      heading: { zh: '改一句通知', en: 'Changing a notice' },
      steps: [
        { zh: '打开通知，改标题和正文。', en: 'Open it and change title and text.' },
        {
          zh: '按「插入」放进编号、地点、期限这些词，发的时候换成实际的。',
          en: 'Insert words such as number, place and due time; they are filled in when it is sent.',
        },
        { zh: '右边是收到的人看到的样子。', en: 'At the right is what people will see.' },
      ],
      picture: {
        file: 'notice',
        at: '/definitions/notice/overdue-first',
        of: { zh: '通知：标题和正文，右边是收到的人看到的', en: 'A notice: its text, and what people will see' },
        shows: ['definition.notice.preview'],
      },
    },
  ],
};
