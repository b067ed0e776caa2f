import type { ManualPage } from '../manual-page.ts';

/** The manual: words and english. */
export const translationsPage: ManualPage = {
  id: 'translations',
  title: { zh: '改文字和英文', en: 'Words and English' },
  about: {
    zh: '界面上每个叫法的英文。没有英文的，英文界面显示中文。',
    en: 'The English of what stands on the screen; without it the Chinese is shown.',
  },
  sections: [
    {
      heading: { zh: '补一条英文', en: 'Adding English' },
      steps: [
        { zh: '打开文字与英文，还没有英文的排在最前面。', en: 'Open it; those without English come first.' },
        { zh: '在右边一栏写上英文，自动保存。', en: 'Write it into the column at the right; it is saved by itself.' },
      ],
      picture: {
        file: 'translations',
        at: '/definitions/translations/en',
        of: { zh: '中文和英文：还没有英文的在最前面', en: 'Chinese and English; those without English come first' },
        shows: ['definition.translations'],
      },
    },
  ],
};
