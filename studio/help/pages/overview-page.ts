import type { ManualPage } from '../manual-page.ts';

/** The manual: overview. */
export const overviewPage: ManualPage = {
  id: 'overview',
  title: { zh: '配置总览', en: 'Overview' },
  about: {
    zh: '这里列出本街道用的每一项配置。改了自动存进草稿，发布以前，谁的工作都不会变。',
    en: 'Everything the street runs on. What you change is kept in a draft; nobody’s work changes before it is published.',
  },
  sections: [
    {
      heading: { zh: '找到要改的', en: 'Finding what to change' },
      steps: [
        {
          zh: '点左边的「配置」，再点一个种类，例如「流程」。',
          en: 'Press configuration on the left, then a kind such as processes.',
        },
        {
          zh: '也可以点「配置总览」，在上面的框里写几个字来找。',
          en: 'Or open the overview and type a few words into the box.',
        },
        {
          zh: '「来自」写着是本街道自己的，还是基础包带来的。改了基础包带来的，就成为本街道自己的一份，别的街道不变。',
          en: '“From” says whether it is the street’s own or from the base pack. Changing one of the base pack makes it the street’s own; other streets stay as they are.',
        },
        { zh: '点一行，打开来改。', en: 'Press a line to open it.' },
      ],
      picture: {
        file: 'overview',
        at: '/definitions',
        of: {
          zh: '配置总览：每一种配置一张表，写着来自哪里、改没改、谁正在改',
          en: 'The overview: a table per kind with origin, state and who is at it',
        },
        shows: ['nav.definitions', 'nav.organization', 'nav.processes'],
      },
    },
    {
      heading: { zh: '看草稿，丢掉草稿', en: 'The draft' },
      steps: [
        {
          zh: '最上面一行写着改了几项、谁最后改的。',
          en: 'The top line says how many are changed, and who changed last.',
        },
        { zh: '按「只看改过的」，只留下改过的。', en: '“Changed only” leaves those alone.' },
        {
          zh: '全都不要了，按「丢弃草稿」。已经发布的不受影响。',
          en: '“Discard the draft” throws all of it away; what is published stays.',
        },
      ],
    },
  ],
};
