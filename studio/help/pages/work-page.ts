import type { ManualPage } from '../manual-page.ts';

/** The manual for whoever has work: its order, the lights, receipt, extensions. */
export const workPage: ManualPage = {
  id: 'work',
  title: { zh: '待办和红黄灯', en: 'Your work, and the lights' },
  about: {
    zh: '轮到您办的事，最急的排在最前。灯有形状、颜色和字，写着还剩多少。',
    en: 'What is yours to do, the most urgent first. A light has a shape, a colour and words that say how much is left.',
  },
  sections: [
    {
      heading: { zh: '红黄灯怎么看', en: 'Reading the lights' },
      steps: [
        { zh: '绿色圆点「正常」：在时限以内，写着还余多少。', en: 'A green dot: within its limit, with what is left.' },
        { zh: '黄色三角「临期」：快到期了，请先办。', en: 'A yellow triangle: nearly due, do it first.' },
        {
          zh: '红色方块「超期」：过了时限。会告诉上级，不会自动办结。',
          en: 'A red square: overdue. Those above are told; it is not closed.',
        },
        {
          zh: '灰色虚圈「挂起」：停止计时，到复核日再看。',
          en: 'A grey dotted ring: paused until it is looked at again.',
        },
        { zh: '「余 1 个工作日」只算上班的时间，放假不算。', en: 'A working day left counts opening hours only.' },
      ],
      picture: {
        file: 'work',
        at: '/',
        of: { zh: '四种灯：形状、颜色和字', en: 'The four lights: shape, colour and word' },
        shows: ['help.lights', 'help.lights.more'],
        presses: 'help',
      },
    },
    {
      heading: { zh: '今日的次序', en: 'The order of today' },
      steps: [
        { zh: '超期的最前，超得最久的在最上面。', en: 'Overdue first, the longest at the top.' },
        {
          zh: '再是临期的，再是正常的，先到期的在前。',
          en: 'Then what is near, then the rest, the first due first.',
        },
        { zh: '没有时限的在后，挂起的在最后。', en: 'Then what has no limit, and last what is paused.' },
        { zh: '等您批的延期和挂起，单独排在待办上面。', en: 'What waits for your decision stands above.' },
        { zh: '「待阅」是抄送给您的，打开看就算已阅。', en: 'What you are told of counts as read once opened.' },
      ],
    },
    {
      heading: { zh: '签收和首次响应', en: 'Receipt and first response' },
      steps: [
        { zh: '打开这件事，在「办理时限」里按「签收」。', en: 'Open it, and press “sign for” at its limits.' },
        { zh: '先联系过反映人，就按「已首次响应」。', en: 'When you have first spoken to the reporter, say so there.' },
      ],
    },
    {
      heading: { zh: '申请延期或挂起', en: 'Asking for more time' },
      steps: [
        {
          zh: '按「申请延期」，上面写着谁批、最多多少。',
          en: 'Press “ask for an extension”; it says who decides and how much.',
        },
        { zh: '写延多久和理由。批以前，时限照常走。', en: 'Say how long and why. Until then the clock runs on.' },
        {
          zh: '同意或不同意，您都会收到消息；等的时候可以撤回。',
          en: 'You are told either way, and may take it back meanwhile.',
        },
        {
          zh: '要等别的单位，按「申请挂起」，写复核日。',
          en: 'If you wait for others, ask for a pause with a day to look again.',
        },
      ],
    },
  ],
};
