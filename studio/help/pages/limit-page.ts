import type { ManualPage } from '../manual-page.ts';

/** The manual: limits and working days. */
export const limitPage: ManualPage = {
  id: 'limit',
  title: { zh: '改办理时限和工作日', en: 'Limits and working days' },
  about: {
    zh: '时限是一步最多多久；工作日历说哪些天上班。红黄灯都按它算。',
    en: 'A limit is how long a step may take; the calendar says which days are worked. The lights follow both.',
  },
  sections: [
    {
      heading: { zh: '改一个时限', en: 'Changing a limit' },
      steps: [
        { zh: '点左边「办理时限与工作日」，打开要改的时限。', en: 'Open limits and working days, then the limit.' },
        {
          zh: '写多少、什么单位；在句子里选什么时候亮黄灯。',
          en: 'Write amount and unit; choose in the sentence when it turns yellow.',
        },
        { zh: '右边会写出假如现在收到，几点到期。', en: 'At the right it says when a case of now would be due.' },
      ],
      picture: {
        file: 'limit',
        at: '/definitions/limit/assign',
        of: {
          zh: '一个时限：限多久、什么时候亮黄灯，右边算出几点到期',
          en: 'A limit: how long, when it turns yellow, and at the right when it would be due',
        },
        shows: ['definition.limit.yellow', 'limit-calculator'],
      },
    },
    {
      heading: { zh: '写放假和调休', en: 'Holidays' },
      steps: [
        {
          zh: '打开工作日历，选「标放假」或「标调休上班」，再点那一天。',
          en: 'Open the calendar, choose holiday or make-up day, and press the day.',
        },
        {
          zh: '还没有公布的年份标着「暂定」，算出的日期也会说待定。',
          en: 'A year not yet published is marked provisional, and so are the dates.',
        },
      ],
    },
  ],
};
