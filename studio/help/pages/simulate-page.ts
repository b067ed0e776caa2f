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
        { zh: '在编辑页或左边的配置里按「模拟运行」。', en: 'Press “simulate” in an editor or in the navigation.' },
        {
          zh: '按「报事件」，选一个人，自己填或按「生成一份」。',
          en: 'Report a case as somebody: fill it in, or have it filled in.',
        },
        {
          zh: '轮到谁，就替谁填表、提交。图上的圆点走到哪一步看得见。',
          en: 'Fill in the form for whoever has it; the token on the drawing shows where it is.',
        },
        {
          zh: '按「+1 小时」「+1 个工作日」「到下一件事」把钟拨快，看会不会超期、报给谁。',
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
      heading: { zh: '存为场景', en: 'Keeping it' },
      steps: [
        {
          zh: '走得对，就按「存为场景」，起个名字，不要的句子去掉。',
          en: 'When it went as it should, keep it as a scenario: name it, take out what is not wanted.',
        },
        {
          zh: '以后每次发布以前，系统会照着再走一遍；结果不一样就不能发布。',
          en: 'Before each release it is run again; when it ends otherwise, nothing is published.',
        },
      ],
    },
  ],
};
