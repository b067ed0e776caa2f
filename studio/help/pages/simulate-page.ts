import type { ManualPage } from '../manual-page.ts';

/** The manual: simulating. */
export const simulatePage: ManualPage = {
  id: 'simulate',
  title: { zh: '模拟运行', en: 'Simulating' },
  about: {
    zh: '发布以前，先在电脑上走一遍。人是假的，钟可以拨快，什么也不会发出去。',
    en: 'Before publishing, walk through it: invented people, a clock you can turn, and nothing leaves the page.',
  },
  sections: [
    {
      heading: { zh: '走一遍', en: 'A walk' },
      steps: [
        { zh: '在编辑页按「模拟运行」。', en: 'Press “simulate” in an editor.' },
        { zh: '选一个人，报一件事。', en: 'Choose a person and report a case.' },
        {
          zh: '轮到谁，就替谁填表、提交。图上的圆点走到哪一步看得见。',
          en: 'Fill in the form for whoever has it; the token on the drawing shows where it is.',
        },
        {
          zh: '按「过一小时」「过一个工作日」把钟拨快，看会不会超期、报给谁。',
          en: 'Turn the clock on, and see what becomes late and who is told.',
        },
      ],
      picture: {
        file: 'simulate',
        at: '/simulator',
        of: { zh: '模拟运行', en: 'The simulator' },
        shows: ['editor.simulate'],
      },
    },
    {
      heading: { zh: '存成例子', en: 'Keeping it' },
      steps: [
        { zh: '走得对，就存成例子。', en: 'When it went as it should, keep it as a scenario.' },
        {
          zh: '以后每次发布以前，系统会照着再走一遍；结果不一样就不能发布。',
          en: 'Before each release it is run again; when it ends otherwise, nothing is published.',
        },
      ],
    },
  ],
};
