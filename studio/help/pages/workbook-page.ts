import type { ManualPage } from '../manual-page.ts';

/** The manual: one Excel in and out. */
export const workbookPage: ManualPage = {
  id: 'workbook',
  title: { zh: 'Excel 导入导出', en: 'Excel in and out' },
  about: {
    zh: '一个 Excel 有三张表：区域、人员与账号、岗位人员。没有写进表里的，保持不变。',
    en: 'One workbook has three sheets: areas, people and accounts, holders of posts. What is not in it stays as it is.',
  },
  sections: [
    {
      heading: { zh: '导入', en: 'Bringing in' },
      steps: [
        { zh: '点左边「人员」，按「导入与导出」。', en: 'Open people, then the workbook.' },
        {
          zh: '下载空白模板，或导出现有数据，改好再传上来。',
          en: 'Take the template or what there is, fill it in, and bring it back.',
        },
        {
          zh: '先看新增、修改、不变各几行，这时什么都没有改。',
          en: 'See what is new, changed and the same; nothing is changed yet.',
        },
        {
          zh: '有错的行写着在哪一格、怎么改。可以改好再传，也可以只导入没有问题的。',
          en: 'Faults name the cell and what to do. Mend them, or import the sound rows only.',
        },
        {
          zh: '已经正式启用的，区域的改动先放进草稿，发布以后才生效。',
          en: 'Once a street is live, changed areas go into the draft first.',
        },
      ],
      picture: {
        file: 'workbook',
        at: '/people/workbook',
        of: { zh: '上面下载表格，下面上传', en: 'Take the workbook, and bring it back' },
        shows: ['workbook.download', 'workbook.upload'],
      },
    },
    {
      heading: { zh: '发放初始密码', en: 'First passwords' },
      steps: [
        { zh: '导入的新账号没有密码。按「发放初始密码」。', en: 'New accounts have no password. Hand them out here.' },
        {
          zh: '下载的表只有这一次能看到，发给本人以后删去。',
          en: 'The list is seen once; delete it when it has been handed out.',
        },
      ],
    },
  ],
};
