import type { ManualPage } from '../manual-page.ts';

/** The manual: changing a form. */
export const formPage: ManualPage = {
  id: 'form',
  title: { zh: '改表单', en: 'Changing a form' },
  about: {
    zh: '表单是一步里要填的题目。中间是题目，右边是手机上的样子。',
    en: 'A form is what is filled in at a step: its questions in the middle, the phone at the right.',
  },
  sections: [
    {
      heading: { zh: '改一道题', en: 'Changing a question' },
      steps: [
        { zh: '点一道题，它会打开成几句话。', en: 'Press a question; it opens into sentences.' },
        {
          zh: '在句子里改题型、要不要必填、有哪些选项。',
          en: 'Change its type, whether it is required, and its choices in the sentences.',
        },
        {
          zh: '「当……时才问」可以让一道题只在需要时出现。',
          en: '“Only when …” shows a question only when it is needed.',
        },
        { zh: '拖左边的点换顺序，也可以用上移、下移。', en: 'Drag the dots to move it, or use up and down.' },
      ],
      picture: {
        file: 'form',
        at: '/definitions/form/feedback',
        of: { zh: '表单编辑：题目和手机上的样子', en: 'The form editor: questions, and the phone' },
        shows: ['editor.publish'],
      },
    },
    {
      heading: { zh: '要记住的', en: 'To remember' },
      steps: [
        {
          zh: '发布过的题目不能换题型，因为以前填的还要看得懂。要换就加一道新题，把旧题收起来。',
          en: 'A published question keeps its type, so that what was filled in stays readable. Add a new one and hide the old.',
        },
        { zh: '少问一道，网格员就少填一道。', en: 'Every question less is one less to fill in.' },
      ],
    },
  ],
};
