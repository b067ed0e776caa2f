import type { ManualPage } from '../manual-page.ts';

/** The manual: limits, their stages, extensions and pauses. */
export const limitPage: ManualPage = {
  id: 'limit',
  title: { zh: '改办理时限', en: 'Limits' },
  about: {
    zh: '时限写一步最多多久、什么时候亮黄灯、能不能延期和挂起。到期从不自动办结。',
    en: 'A limit says how long, when it turns yellow, and whether it may be extended or paused. It never completes anything.',
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
        {
          zh: '选它管签收、首次响应、办理、核查还是回访。',
          en: 'Say whether it is for receipt, first response, handling, checking or calling back.',
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
        shows: ['definition.limit.yellow', 'definition.limit.extensions', 'limit-calculator'],
      },
    },
    {
      heading: { zh: '写谁批延期', en: 'Who grants extensions' },
      steps: [
        {
          zh: '按「加第 1 次延期」，选谁批、最多多少。',
          en: 'Add the first extension: who grants it, and how much at most.',
        },
        {
          zh: '第 2 次可以换一个岗位批。没有写的次数，就不能延。',
          en: 'The second may have another post. What is not written is not granted.',
        },
        { zh: '批的岗位空着，由它的接替岗位批。', en: 'While the post is vacant, its fallback decides.' },
      ],
    },
    {
      heading: { zh: '写能不能挂起', en: 'Whether it may be paused' },
      steps: [
        {
          zh: '在「挂起」里选可以，选谁批、最晚多少天复核。',
          en: 'Allow it, and say who grants it and when it is looked at again.',
        },
        {
          zh: '挂起时停止计时；到复核日提醒批的人，不会自己恢复。',
          en: 'The clock stands; on the day the one who granted it is reminded. It does not go on by itself.',
        },
        { zh: '已经超期的不能挂起，只能延期或办完。', en: 'What is overdue cannot be paused, only extended or done.' },
      ],
    },
    {
      heading: { zh: '签收和首次响应', en: 'Receipt and first response' },
      steps: [
        {
          zh: '一步可以有几个时限。哪一步要签收，在流程里写。',
          en: 'A step may have several limits; the process says which.',
        },
        { zh: '列表上显示最急的那一个。', en: 'Lists show the most urgent.' },
      ],
    },
  ],
};
