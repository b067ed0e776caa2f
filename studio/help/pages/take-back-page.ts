import type { ManualPage } from '../manual-page.ts';

/** The manual: taking back. */
export const takeBackPage: ManualPage = {
  id: 'take-back',
  title: { zh: '收回', en: 'Taking back' },
  about: {
    zh: '发布错了可以收回：马上回到前一版。收回也是一次发布，有记录。',
    en: 'A release can be taken back: what held before holds again. That is a release, too.',
  },
  sections: [
    {
      heading: { zh: '收回一次发布', en: 'Taking a release back' },
      steps: [
        { zh: '打开「发布记录」，先按「改了什么」看清楚。', en: 'Open releases, and look at what changed first.' },
        { zh: '按那一行的「收回」，写上原因。', en: 'Press “take back” on its line and say why.' },
        { zh: '正按它办的事不受影响，还按它办完。', en: 'Cases under way are not touched.' },
        { zh: '改好再发布一次就行。', en: 'Mend it and publish again.' },
      ],
      picture: {
        file: 'take-back',
        at: '/definitions/releases',
        of: {
          zh: '收回：写着回到哪一版、正在办的怎么办，再问原因',
          en: 'Taking back: what holds then, what happens to cases under way, and why',
        },
        shows: ['take-back.says'],
        presses: 'take-back',
      },
    },
  ],
};
