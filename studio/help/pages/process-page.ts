import type { ManualPage } from '../manual-page.ts';

/** The manual: changing a process. */
export const processPage: ManualPage = {
  id: 'process',
  title: { zh: '改流程', en: 'Changing a process' },
  about: {
    zh: '流程是一件事从报到办结，先后由谁做什么。画在中间，右边用句子写清楚。',
    en: 'A process says who does what, from a report to its end: drawn in the middle, told in sentences at the right.',
  },
  sections: [
    {
      heading: { zh: '改一步由谁办、办多久', en: 'Who does a step, and how long' },
      steps: [
        { zh: '在图上点这一步。', en: 'Press the step on the drawing.' },
        {
          zh: '右边的句子里，蓝底的词都可以点开来选。',
          en: 'In the sentences at the right, words on blue can be pressed and chosen.',
        },
        {
          zh: '选好就生效在草稿里，上面写着几点保存的。',
          en: 'What is chosen is in the draft at once; the head says when it was saved.',
        },
      ],
      picture: {
        file: 'process',
        at: '/definitions/process/case-handling',
        of: {
          zh: '流程编辑：左边是流程，中间是图，右边是句子，下面是问题',
          en: 'The process editor: list, drawing, sentences, problems',
        },
        shows: ['editor.publish', 'editor.simulate'],
      },
    },
    {
      heading: { zh: '加一步', en: 'Adding a step' },
      steps: [
        {
          zh: '在图上点前一步，再点左边的「办理」，新的一步就接在后面。',
          en: 'Press the step before on the drawing, then a step among the tools: the new one is connected behind it.',
        },
        { zh: '也可以把「办理」拖到图上，自己接线。', en: 'Or drag it onto the drawing and connect it yourself.' },
        {
          zh: '点它，在右边写叫什么、由谁办、填哪张表、限多久。',
          en: 'Press it, and say at the right what it is called, who does it, with which form and limit.',
        },
        { zh: '做错了按「撤销」，或同时按 Ctrl 和 Z。', en: 'Undo with the button or with Ctrl and Z.' },
      ],
    },
    {
      heading: { zh: '看下面的问题', en: 'The problems below' },
      steps: [
        {
          zh: '红色编号是要改好才能发布的，和图上的编号一样。',
          en: 'Red numbers must be mended before publishing; they are the numbers on the drawing.',
        },
        { zh: '黄色三角是提醒，可以先发布。', en: 'Yellow triangles are notes; it can be published all the same.' },
        { zh: '按「去改」，就到出问题的地方。', en: '“Go there” leads to the place.' },
      ],
    },
  ],
};
