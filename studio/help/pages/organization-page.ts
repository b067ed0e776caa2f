import type { ManualPage } from '../manual-page.ts';

/** The manual: posts, ready sets of them, and permissions. */
export const organizationPage: ManualPage = {
  id: 'organization',
  title: { zh: '改岗位配置和权限', en: 'Posts and permissions' },
  about: {
    zh: '岗位配置写每种网格该有哪些岗位、各几个人。谁担任，在岗位看板上安排。',
    en: 'Here it is said which posts each kind of grid has, and how many hold them. Who holds them is arranged on the board.',
  },
  sections: [
    {
      heading: { zh: '选一套现成的岗位', en: 'A ready set of posts' },
      steps: [
        {
          zh: '点左边「区域与岗位设置」，打开「岗位」，按「选岗位配置」。',
          en: 'Open areas and posts, then the posts, and press the ready sets.',
        },
        {
          zh: '选「6+X」「1+1+N+X」「一格一员」或「协理员 + 楼院长」。',
          en: 'Choose “6+X”, “1+1+N+X”, “one grid, one worker” or “assistant and courtyard heads”.',
        },
        {
          zh: '看会加哪些、改哪些、去掉哪些，哪些人会没有岗位。',
          en: 'Read what is added, changed and removed, and who loses a post.',
        },
        { zh: '按「放进草稿」，再检查、发布。', en: 'Put it in the draft, examine and publish.' },
      ],
      picture: {
        file: 'organization',
        at: '/definitions/post',
        of: { zh: '岗位配置：一个岗位一行', en: 'The posts, one a line' },
        shows: ['template.pick'],
      },
    },
    {
      heading: { zh: '加一个岗位', en: 'Adding a post' },
      steps: [
        {
          zh: '按「新建岗位」，写叫什么，设在哪一级。',
          en: 'Press “new post”; say what it is called and where it is set.',
        },
        {
          zh: '写必配还是可选，每处最少、最多几个人；不同类型的网格可以不一样。',
          en: 'Required or optional, how few and how many; kinds of grids may differ.',
        },
        {
          zh: '写空岗时由哪个岗位接。最后总要到街道。',
          en: 'Say who takes over while it is vacant; the way ends at the street.',
        },
        {
          zh: '写顶岗最长多少天；只管几类事的，选类别。',
          en: 'Say how long it may be covered, and its categories if it has some only.',
        },
        { zh: '再到「分派规则」里写什么事派给它。', en: 'Then say in the routing rules what goes to it.' },
      ],
    },
  ],
};
