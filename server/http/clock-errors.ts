import { type CatalogueEntry, said } from './said.ts';

/** Errors about clocks: 延期, 挂起, 签收; a part of THE catalogue (`errors.ts`). */
export const clockErrors = {
  'clock-unknown': said(
    404,
    '这项待办没有这样的办理时限，没有处理。请刷新后再看。',
    'This user task has no such time limit. Reload the page.',
  ),
  'clock-stale': said(
    409,
    '这个计时刚才已经停止，没有处理。请刷新后再看。',
    'This clock has stopped a moment ago, so nothing was done. Reload the page.',
  ),
  'clock-asked-already': said(
    409,
    '已经有一条同样的申请等着决定，没有重复提交。请等决定，或先撤回那一条。',
    'The same was asked before and waits for a decision. Wait for it, or take that request back first.',
  ),
  'extension-used-up': said(
    422,
    '这个时限已经延期 {extended} 次，不能再延，没有提交。办不完请报上级。',
    'This limit was extended {extended} times and cannot be extended again. Send the work up if it cannot be done.',
  ),
  'extension-too-long': said(
    422,
    '第 {nth} 次延期最多 {most}，没有提交。请减少再申请。',
    'Extension {nth} is {most} at most. Ask for less.',
  ),
  'extension-more-than-asked': said(
    422,
    '批的时间比申请的 {asked} 还多，没有批。请改成不超过申请的时间。',
    'This is more than the {asked} that was asked for, so nothing was granted. Grant that or less.',
  ),
  'extension-not-allowed': said(
    422,
    '时限不允许这样延期，没有延。请刷新后看还能延多少。',
    'The limit does not allow this extension. Reload the page to see what it allows.',
  ),
  'pause-not-allowed': said(
    422,
    '这个时限不允许挂起，没有提交。要多些时间请申请延期。',
    'This limit cannot be paused. Ask for an extension if more time is needed.',
  ),
  'paused-already': said(
    409,
    '这个计时已经挂起，没有重复挂起。',
    'This clock stands still already, so nothing was done.',
  ),
  'clock-overdue': said(
    409,
    '已经超期，不能再挂起，没有处理。要多些时间请申请延期，办不了请报上级。',
    'The limit has run out, so it cannot be paused any more. Ask for an extension, or send the work up.',
  ),
  'clock-without-calendar': said(
    409,
    '这个时限用的工作日历找不到了，没有处理。请管理员检查工作日历。',
    'The calendar of this limit is missing, so nothing was done. An administrator has to look at the calendars.',
  ),
  'not-paused': said(
    409,
    '这个计时没有挂起，不用恢复。请刷新后再看。',
    'This clock runs, so there is nothing to resume. Reload the page.',
  ),
  'review-date-past': said(
    422,
    '复核日要在今天以后，没有挂起。请选以后的日期。',
    'The review date has to be after today. Choose a later one.',
  ),
  'review-date-wrong': said(
    422,
    '复核日要在明天到 {most} 天以内，没有挂起。请改日期。',
    'The review date has to lie between tomorrow and {most} days from now. Change it.',
  ),
  'nobody-decides': said(
    409,
    '有权决定的岗位现在没有人，没有提交。请与街道联系，把人配到岗位。',
    'Nobody holds the post that decides about this. Ask the street office to fill it.',
  ),
  'not-yours-to-decide': said(
    403,
    '这件事不由你的岗位决定，没有处理。请由时限里写的岗位决定。',
    'Your posts do not decide about this. The post that the limit names has to.',
  ),
  'own-question': said(
    403,
    '不能自己批自己的申请，没有处理。请由同岗位的别人或上级决定。',
    'Nobody decides about their own request. Somebody else on the post, or above it, has to.',
  ),
  'clock-request-unknown': said(
    404,
    '没有这条申请，或者不归你的岗位决定。请从待办里打开。',
    'There is no such request for your posts. Open it from your work.',
  ),
  'clock-request-decided': said(
    409,
    '这条申请刚才已经有人决定或撤回，没有重复处理。请刷新后再看。',
    'Somebody has decided about this request or taken it back a moment ago. Reload the page.',
  ),
  'clock-moved-meanwhile': said(
    409,
    '申请以后这个时限已经延过期，这条申请不再合适，没有批。请让申请人重新申请。',
    'The limit was extended since this was asked, so it no longer fits. Whoever asked has to ask anew.',
  ),
  'nothing-to-sign': said(
    409,
    '这项待办不用签收或已经签收，没有重复记录。请刷新后再看。',
    'There is nothing to sign for, or it was done before. Reload the page.',
  ),
} satisfies Readonly<Record<string, CatalogueEntry>>;
