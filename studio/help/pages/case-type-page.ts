import type { ManualPage } from '../manual-page.ts';

/** The manual: categories and numbers. */
export const caseTypePage: ManualPage = {
  id: 'case-type',
  title: { zh: '改事件类别和编号', en: 'Categories and numbers' },
  about: {
    zh: '报事件时选的大类小类、办件页上的环节、来源，还有编号的样子。',
    en: 'The categories chosen when reporting, the stages, the channels, and how cases are numbered.',
  },
  sections: [
    {
      heading: { zh: '加一个类别', en: 'Adding a category' },
      steps: [
        { zh: '打开事件类别，在一个大类下加小类。', en: 'Open it and add one below a category.' },
        { zh: '再到分派规则里，给新小类写一条派给谁。', en: 'Then give it a routing rule.' },
        { zh: '没有规则的小类，发布前检查会说出来。', en: 'The examination names categories without a rule.' },
      ],
      picture: {
        file: 'case-type',
        at: '/definitions/case-type/event',
        of: { zh: '事件类别：大类、小类和环节', en: 'Categories and stages of cases' },
        shows: ['definition.categories', 'definition.stages'],
      },
    },
  ],
};
