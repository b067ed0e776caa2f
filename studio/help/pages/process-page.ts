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
      heading: { zh: '几个人一起定', en: 'Deciding together' },
      steps: [
        {
          zh: '点这一步，在右边「几个人一起定」里选岗位和办法。',
          en: 'Press the step; at the right choose posts and how they decide.',
        },
        { zh: '或签：谁先表态算谁的。', en: 'Any one: whoever answers first decides.' },
        { zh: '会签：都要同意，一个不同意就不通过。', en: 'All: everybody must agree; one no ends it.' },
        { zh: '依次：一个一个来，都要同意。', en: 'In turn: one after the other, all must agree.' },
        {
          zh: '票签：按票数。够了就提前通过，不可能够就提前不通过。',
          en: 'By votes: it ends early when there are enough, or cannot be.',
        },
        {
          zh: '表单里要有「同意 / 不同意」；后面的判断问「通过了没有」。',
          en: 'The form asks agree or not; a choice behind asks whether it passed.',
        },
      ],
    },
    {
      heading: { zh: '抄送和责任人', en: 'Who is told, who is responsible' },
      steps: [
        {
          zh: '「抄送」选岗位，开始办的时候请他们知悉，记待阅、已阅。',
          en: 'Choose the posts that are told when the step begins; it is kept who has read it.',
        },
        {
          zh: '「责任」选谁反馈、谁是第一责任人、谁督促、谁主办。',
          en: 'Choose who owes the feedback, who answers first, who urges and who does it.',
        },
        {
          zh: '「空岗时先交给谁」只管这一步，不写就按岗位自己的规定。',
          en: 'Who takes over while vacant can be said for this step alone.',
        },
        {
          zh: '提交以前，表单下面会写交给谁、抄送谁。',
          en: 'Before submitting, the form says who will get it and who is told.',
        },
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
