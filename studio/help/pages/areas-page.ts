import type { ManualPage } from '../manual-page.ts';

/** The manual: areas, units, and what becomes of them from a day on. */
export const areasPage: ManualPage = {
  id: 'areas',
  title: { zh: '改区域与单位', en: 'Areas and units' },
  about: {
    zh: '区域是街道、社区、网格这棵树，旁边是单位。拆分、合并、划转、改名都从某一天起，以前的统计不变。',
    en: 'Areas are a tree of street, communities and grids, with units beside it. What changes, changes from a day on; old figures stay.',
  },
  sections: [
    {
      heading: { zh: '加一个网格', en: 'Adding a grid' },
      steps: [
        { zh: '点左边「区域与岗位设置」，打开「区域」。', en: 'Open areas and posts, then the areas.' },
        {
          zh: '点上一级，再按「加一个网格」。编码已经写好。',
          en: 'Press the area above, then add one; its code is there.',
        },
        { zh: '在右边写名称，选网格类型。', en: 'At the right, give it a name and a kind.' },
        { zh: '发布以后才生效。', en: 'It counts once it is published.' },
      ],
      picture: {
        file: 'areas',
        at: '/definitions/areas/areas',
        of: { zh: '左边是区域树，右边是选中的区域', en: 'The tree at the left, the chosen area at the right' },
        shows: ['areas.choose', 'editor.publish'],
      },
    },
    {
      heading: { zh: '拆分、合并、划转、改名', en: 'Split, merge, move, rename' },
      steps: [
        { zh: '点要动的网格，在「从某一天起」下面选一样。', en: 'Press the grid, and choose under “from a day on”.' },
        { zh: '选从哪一天起，要晚于今天。', en: 'Choose the day, later than today.' },
        {
          zh: '选没有办完的事跟着走，还是留下办完；岗位上的人一起过去，还是离岗。',
          en: 'Say whether open work goes along or stays, and whether the people do.',
        },
        { zh: '看「到那一天会怎样」，再写进草稿。', en: 'Read what will happen, then put it in the draft.' },
        {
          zh: '拆分发布以后，没有办完的事可以一件一件选交给哪一个。',
          en: 'After a split is published, each open case can be given to one of the parts.',
        },
        { zh: '还没到那一天，可以「撤下这次变更」。', en: 'Until that day it can be taken back.' },
      ],
    },
    {
      heading: { zh: '加一个单位', en: 'Adding a unit' },
      steps: [
        { zh: '选区域，在「单位」里按「加一个单位」。', en: 'Choose an area, and add a unit to it.' },
        {
          zh: '写名称，选职能部门、站所、企事业单位或社会组织。',
          en: 'Name it, and say whether it is a department, station, enterprise or association.',
        },
        { zh: '那里和下级的事，就可以交给它。', en: 'Work of that area and below can then go to it.' },
      ],
    },
  ],
};
