import type { ManualPage } from '../manual-page.ts';

/** The manual: a second person. */
export const approvePage: ManualPage = {
  id: 'approve',
  title: { zh: '第二个人批准', en: 'A second person' },
  about: {
    zh: '街道可以规定：发布要另一位管理员看过批准。',
    en: 'A street may rule that another administrator must approve each release.',
  },
  sections: [
    {
      heading: { zh: '定规矩', en: 'The rule' },
      steps: [
        {
          zh: '打开「发布记录」，按「改为要第二个人批准」。',
          en: 'Open releases and press “ask for a second person”.',
        },
        { zh: '要取消，也要两个人：一个人提出，另一个人再按一次。', en: 'Doing without one needs two as well.' },
      ],
      picture: {
        file: 'approve',
        at: '/definitions/releases',
        of: { zh: '发布记录，最上面是批准的规矩', en: 'Releases, with the rule above' },
        shows: ['rule.none', 'rule.raise'],
      },
    },
    {
      heading: { zh: '提交和批准', en: 'Submitting and approving' },
      steps: [
        { zh: '改的人在「发布」页按「提交审核」。', en: 'Who changed it presses “submit”.' },
        {
          zh: '另一位登录，点「发布」，看到同样的每一句话。',
          en: 'The other one signs in and sees the same sentences.',
        },
        { zh: '同意按「批准并发布」；不同意按「退回」，写上原因。', en: 'Approve, or give it back with a reason.' },
        { zh: '自己提交的，自己不能批准。', en: 'Nobody approves what they submitted.' },
      ],
    },
  ],
};
