import type { ManualPage } from '../manual-page.ts';

/** The manual: ladders. */
export const ladderPage: ManualPage = {
  id: 'ladder',
  title: { zh: '改逐级上报', en: 'Ladders' },
  about: {
    zh: '超期了一级一级往上报：告诉谁、交给谁。只提醒和上交，从不自动办结。',
    en: 'A late matter climbs step by step: who is told, who takes it. Nothing is ever completed by itself.',
  },
  sections: [
    {
      heading: { zh: '改一级', en: 'Changing a rung' },
      steps: [
        { zh: '打开规则，一级是一句话。', en: 'Open the rule; each rung is a sentence.' },
        {
          zh: '点蓝底的词，改再等多久、交给哪个岗位、抄送谁。',
          en: 'Press the words on blue: how long, to whom, who is told.',
        },
        {
          zh: '右边写着假如周五下午超期，每一级在几点。',
          en: 'At the right it says when each rung would come, were it late on a Friday.',
        },
      ],
      picture: {
        file: 'ladder',
        at: '/definitions/ladder/case-overdue',
        of: {
          zh: '逐级上报：一级一句话，右边算出每一级在几点',
          en: 'A ladder: a sentence per rung, and at the right when each comes',
        },
        shows: ['definition.ladder.rungs', 'definition.ladder.example'],
      },
    },
  ],
};
