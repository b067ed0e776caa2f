import type { ManualPage } from '../manual-page.ts';

/** The manual: who holds the posts, and cover. */
export const holdersPage: ManualPage = {
  id: 'holders',
  title: { zh: '安排岗位人员和顶岗', en: 'Holders and cover' },
  about: {
    zh: '岗位看板一行一个网格，一列一个岗位。灰底在岗，红底虚框是空岗。',
    en: 'The board has a row per grid and a column per post. Grey is held; a red broken frame is vacant.',
  },
  sections: [
    {
      heading: { zh: '安排人', en: 'Putting somebody on a post' },
      steps: [
        { zh: '点左边「网格与岗位」，点一个格子。', en: 'Open grids and posts, and press a cell.' },
        { zh: '按「安排人」，输入姓名，选从哪天起。', en: 'Press “assign”, find the person, choose the day.' },
        { zh: '从那天起，这个岗位的待办归这个人。', en: 'From that day on the work of the post is theirs.' },
        {
          zh: '上面写着顶岗、多人同岗、人数不合各几处。',
          en: 'Above it says how many are covered, shared or wrong in number.',
        },
      ],
      picture: {
        file: 'holders',
        at: '/posts',
        of: { zh: '岗位看板：网格 × 岗位', en: 'The board: grids × posts' },
        shows: ['board'],
      },
    },
    {
      heading: { zh: '请人顶岗', en: 'Cover' },
      steps: [
        {
          zh: '点格子，按「设顶岗」，选谁、替谁、从哪天到哪天。',
          en: 'Press the cell, then “cover”: who, for whom, from when to when.',
        },
        {
          zh: '顶岗一定有结束的日子，也不能再请别人替。',
          en: 'A cover always has an end, and cannot be covered again.',
        },
        {
          zh: '到期自动结束，没办完的事回到原岗位。看板上空岗一直算空岗。',
          en: 'It ends by itself and open work goes back. A vacancy stays a vacancy.',
        },
      ],
    },
    {
      heading: { zh: '换人', en: 'Replacing somebody' },
      steps: [
        { zh: '点格子，按「结束任岗」。', en: 'Press the cell, then end the assignment.' },
        { zh: '他有没办完的事，先选交给谁。', en: 'If there is open work, say to whom it goes.' },
      ],
    },
  ],
};
