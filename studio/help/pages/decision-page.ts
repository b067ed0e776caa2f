import type { ManualPage } from '../manual-page.ts';

/** The manual: changing routing rules. */
export const decisionPage: ManualPage = {
  id: 'decision',
  title: { zh: '改分派规则', en: 'Changing routing rules' },
  about: {
    zh: '分派规则是一张表：什么事，派给什么岗位。',
    en: 'Routing rules are a table: which matter goes to which post.',
  },
  sections: [
    {
      heading: { zh: '加一条规则', en: 'Adding a rule' },
      steps: [
        { zh: '按「加一条规则」。', en: 'Press “add a rule”.' },
        {
          zh: '在「当」下面选什么类别、什么情况；在「就」下面选派给谁。',
          en: 'Choose when it holds, and to whom it goes then.',
        },
        {
          zh: '在「试一件」里选一件事，看它会按哪一条、派给谁。',
          en: 'Try a case: it tells which rule fires, and who gets it.',
        },
        { zh: '「有没有漏、有没有重」会说哪些事没有规则。', en: 'It also says which matters no rule covers.' },
      ],
      picture: {
        file: 'decision',
        at: '/definitions/decision/handling-level',
        of: { zh: '分派规则：一行一条规则', en: 'Routing: one rule per line' },
        shows: ['decision.try', 'decision.coverage'],
      },
    },
  ],
};
