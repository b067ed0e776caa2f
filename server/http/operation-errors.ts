import { said } from './said.ts';

/** What operators are told when an instance cannot be repaired as they asked. */
export const operationErrors = {
  'instance-unknown': said(
    404,
    '没有这个流程实例，或者它不在你的管辖范围里。请从运维列表里打开。',
    'There is no such instance within your areas. Open it from the list.',
  ),
  'instance-ended': said(
    409,
    '这个流程已经结束，不能再处理。请刷新看它现在的样子。',
    'The instance has ended and cannot be repaired any more. Reload to see how it stands.',
  ),
  'instance-suspended': said(
    409,
    '这个流程已经挂起，恢复以前不能办。请等运维人员恢复，或先恢复再操作。',
    'The instance is suspended; nothing gets in before it is resumed. Resume it first.',
  ),
  'agenda-pending': said(
    409,
    '这个流程正在走一个很长的步骤，现在只能中止或挂起。请过一会儿再试。',
    'The instance is in the middle of a long step; only cancel and suspend get in. Try again in a while.',
  ),
  'no-incident': said(
    409,
    '这个流程现在没有卡住，没有什么可以重试或跳过。请刷新看它现在的样子。',
    'Nothing in the instance is stuck, so there is nothing to retry or skip. Reload to see how it stands.',
  ),
  'cannot-skip': said(
    422,
    '这一步卡在往哪里走，跳过也不知道走哪条路。请先改变量再重试，或移动位置。',
    'What is stuck here is the way out, so skipping does not say where to go. Change variables and retry, or move the token.',
  ),
};
