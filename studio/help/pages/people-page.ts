import type { ManualPage } from '../manual-page.ts';

/** The manual: accounts, and what each person may see. */
export const peoplePage: ManualPage = {
  id: 'people',
  title: { zh: '人员和管辖范围', en: 'People and what they may see' },
  about: {
    zh: '管辖范围是一个人看得到哪些区域、哪些类别、能做什么。它由岗位决定，不单独设。',
    en: 'What a person may see and do, where and of which categories, follows from their posts. It is not set by hand.',
  },
  sections: [
    {
      heading: { zh: '看一个人的管辖范围', en: 'What somebody may see' },
      steps: [
        { zh: '点左边「人员」，点一个人。', en: 'Open people, and press a person.' },
        {
          zh: '「管辖范围」里一行写一处：看得到哪里、什么类别、可以做什么。',
          en: 'Each line says where, which categories, and what may be done.',
        },
        { zh: '「因为」写着是哪个岗位、哪次顶岗给的。', en: '“Because” names the post or the cover it comes from.' },
        { zh: '要改，就改岗位、换岗位上的人。', en: 'To change it, change the post or who holds it.' },
      ],
      picture: {
        file: 'people',
        at: '/people',
        of: { zh: '人员：账号、岗位、待办', en: 'People: accounts, posts, open work' },
        shows: ['person.add', 'workbook.open'],
      },
    },
    {
      heading: { zh: '加一个账号', en: 'Adding an account' },
      steps: [
        { zh: '按「添加人员」，写姓名和账号。', en: 'Press “add”; give name and account.' },
        { zh: '初始密码只显示一次，当面告诉本人。', en: 'The first password is shown once; tell them in person.' },
        { zh: '人多的，用「导入与导出」。', en: 'For many, use the workbook.' },
      ],
    },
  ],
};
