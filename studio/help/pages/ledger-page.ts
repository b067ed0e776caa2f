import type { ManualPage } from '../manual-page.ts';

/** The manual: kinds of ledger. */
export const ledgerPage: ManualPage = {
  id: 'ledger',
  title: { zh: '改台账种类', en: 'Kinds of ledger' },
  about: {
    zh: '台账是入户采集的册子。一种台账用一张表单。',
    en: 'A ledger is what is recorded on visits; each kind has a form.',
  },
  sections: [
    {
      heading: { zh: '改一种台账', en: 'Changing a ledger' },
      steps: [
        {
          zh: '打开台账，写叫什么、列表里显示哪几列、按什么识别同一户。',
          en: 'Open it: its name, the columns of the list, and what tells one entry from another.',
        },
        { zh: '要加题目，到它用的表单里加。', en: 'Questions are added in its form.' },
        { zh: '涉及个人的，只留真正要用的。', en: 'Keep only what is really needed about persons.' },
      ],
      picture: {
        file: 'ledger',
        at: '/definitions/ledger/household',
        of: { zh: '台账：列表的列和登记用的表', en: 'A ledger: the columns of its list, and its form' },
        shows: ['definition.ledger.form'],
      },
    },
  ],
};
