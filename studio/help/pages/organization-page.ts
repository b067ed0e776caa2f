import type { ManualPage } from '../manual-page.ts';

/** The manual: areas, posts and permissions. */
export const organizationPage: ManualPage = {
  id: 'organization',
  title: { zh: '改区域、岗位和权限', en: 'Areas, posts and permissions' },
  about: {
    zh: '区域是街道、社区、网格这棵树；岗位设在区域上；谁担任在岗位看板上安排。',
    en: 'Areas are the tree of street, communities and grids; posts are set at areas; who holds them is arranged on the board.',
  },
  sections: [
    {
      heading: { zh: '加一个岗位', en: 'Adding a post' },
      steps: [
        { zh: '点左边「区域与岗位设置」，再按「新建岗位」。', en: 'Open areas and posts, and press “new post”.' },
        {
          zh: '写岗位叫什么，设在哪种网格上，每处几个人。',
          en: 'Say what it is called, where it is set and how many hold it.',
        },
        { zh: '再到「分派规则」里写什么事派给它。', en: 'Then say in the routing rules what goes to it.' },
        { zh: '发布以后，到「网格与岗位」看板上安排人。', en: 'After publishing, arrange people on the board.' },
      ],
      picture: {
        file: 'organization',
        at: '/definitions/areas/areas',
        of: { zh: '区域树', en: 'The tree of areas' },
        shows: ['editor.publish'],
      },
    },
    {
      heading: { zh: '加一个网格', en: 'Adding a grid' },
      steps: [
        { zh: '打开「区域」，在上一级后面加一个。', en: 'Open areas and add one below its upper area.' },
        { zh: '可以拖动换到另一个社区，也可以用「移到」。', en: 'Drag it to another community, or use “move to”.' },
      ],
    },
  ],
};
