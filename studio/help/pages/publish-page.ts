import type { ManualPage } from '../manual-page.ts';

/** The manual: publishing. */
export const publishPage: ManualPage = {
  id: 'publish',
  title: { zh: '发布', en: 'Publishing' },
  about: {
    zh: '草稿改好以后，检查一遍再发布。新报的事按新的办，正在办的还按原来的办完。',
    en: 'When the draft is done it is examined, then published. New cases follow it; those under way end as they began.',
  },
  sections: [
    {
      heading: { zh: '发布一次', en: 'Publishing' },
      steps: [
        {
          zh: '点左边「发布」。「改了什么」里，每一句都读一遍。',
          en: 'Press “publishing” on the left, and read each sentence of what changes.',
        },
        { zh: '不要的那一项，按「放弃这项」。', en: 'Give up what you do not want.' },
        { zh: '按「开始检查」，等它走完。可以停，停了再来。', en: 'Press “examine” and wait; it can be stopped.' },
        {
          zh: '选「马上」或「以后某天」，写一句这次改了什么。',
          en: 'Choose “at once” or a later day, and say what was changed.',
        },
        { zh: '按「发布」。', en: 'Press “publish”.' },
      ],
      picture: {
        file: 'publish',
        at: '/definitions/changes',
        of: {
          zh: '发布：左边是改了什么，右边是检查和发布',
          en: 'Publishing: what changes at the left, examination and publishing at the right',
        },
        shows: ['changes.title', 'examination', 'publish.when'],
      },
    },
    {
      heading: { zh: '发布按不下去', en: 'When it cannot be pressed' },
      steps: [
        {
          zh: '按钮上面有一句黄色的话，写着还差什么。',
          en: 'A yellow sentence above the button says what is missing.',
        },
        { zh: '检查以后又改了，要再检查一次。', en: 'A change after the examination needs another one.' },
        {
          zh: '哪个例子走不通，会写出第几步、本来应该怎样。',
          en: 'A scenario that ends otherwise says at which step.',
        },
      ],
    },
  ],
};
