import type { ManualPage } from '../manual-page.ts';

/** The manual: two people at once. */
export const togetherPage: ManualPage = {
  id: 'together',
  title: { zh: '两个人一起改', en: 'Two people at once' },
  about: {
    zh: '一项配置同时只由一个人改，别人可以看。谁写的都不会被盖掉。',
    en: 'One person changes a definition at a time; others may look. Nothing anybody wrote is written over.',
  },
  sections: [
    {
      heading: { zh: '别人正在改', en: 'When somebody is at it' },
      steps: [
        { zh: '打开时写着谁正在改，您只能看。', en: 'It says who is at it; you can look.' },
        { zh: '急着改，按「由我来改」。对方会看到。', en: 'If it is urgent, take over; they will see it.' },
        { zh: '对方离开一分半钟以后，您可以直接改。', en: 'A minute and a half after they left, you can go on.' },
      ],
      picture: {
        file: 'together',
        at: '/definitions/limit/investigate',
        of: {
          zh: '别人正在改：写着是谁、几点开始，可以由我来改',
          en: 'Somebody is at it: who, since when, and taking over',
        },
        shows: ['editor.take-over'],
      },
    },
    {
      heading: { zh: '两个人都改了', en: 'When both changed it' },
      steps: [
        { zh: '上面会写谁几点也改了这里。', en: 'The head says who changed it too, and when.' },
        { zh: '两份都留着。按「用我的」或「用对方的」。', en: 'Both are kept; choose mine or theirs.' },
        { zh: '没有选以前，请不要关闭页面。', en: 'Do not close the page before you chose.' },
      ],
    },
    {
      heading: { zh: '断网了', en: 'Without a network' },
      steps: [
        { zh: '可以接着改，写着「还没有存上」。', en: 'Go on; it says that it is not saved yet.' },
        { zh: '连上以后自动保存。', en: 'It is saved by itself when the network is back.' },
        { zh: '这时关页面，浏览器会问一句。', en: 'Closing the page then asks first.' },
      ],
    },
  ],
};
