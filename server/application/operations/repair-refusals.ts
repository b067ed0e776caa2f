/** What operators are told when an instance cannot be repaired as they asked, at each door: HTTP status and sentences. */
export const repairRefusals = {
  'instance-unknown': {
    status: 404,
    zh: '没有这个流程实例，或者它不在你的管辖范围里。请从运维列表里打开。',
    en: 'There is no such instance within your areas. Open it from the list.',
  },
  'instance-ended': {
    status: 409,
    zh: '这个流程已经结束，不能再处理。请刷新看它现在的样子。',
    en: 'The instance has ended and cannot be repaired any more. Reload to see how it stands.',
  },
  'instance-suspended': {
    status: 409,
    zh: '这个流程已经挂起，恢复以前不能办。请等运维人员恢复，或先恢复再操作。',
    en: 'The instance is suspended; nothing gets in before it is resumed. Resume it first.',
  },
  'agenda-pending': {
    status: 409,
    zh: '这个流程正在走一个很长的步骤，现在只能中止或挂起。请过一会儿再试。',
    en: 'The instance is in the middle of a long step; only cancel and suspend get in. Try again in a while.',
  },
  'no-incident': {
    status: 409,
    zh: '这个流程现在没有卡住，没有什么可以重试或跳过。请刷新看它现在的样子。',
    en: 'Nothing in the instance is stuck, so there is nothing to retry or skip. Reload to see how it stands.',
  },
  'cannot-skip': {
    status: 422,
    zh: '这一步卡在往哪里走，跳过也不知道走哪条路。请先改变量再重试，或移动位置。',
    en: 'What is stuck here is the way out, so skipping does not say where to go. Change variables and retry, or move the token.',
  },
  'not-suspended': {
    status: 409,
    zh: '这个流程没有挂起，不用恢复。请刷新看它现在的样子。',
    en: 'The instance is not suspended, so there is nothing to resume. Reload to see how it stands.',
  },
  'unknown-element': {
    status: 409,
    zh: '要动的那一步已经不在了，没有改。请刷新后重选。',
    en: 'The step that was meant is no longer there, so nothing was changed. Reload and choose again.',
  },
  'cannot-activate': {
    status: 422,
    zh: '不能把位置放到那里：开始、边界和等在事件网关后面的，不能单独进入。请选别的步骤。',
    en: 'A token cannot be put there: starts, boundary events and what waits behind an event-based gateway are not entered by themselves. Choose another step.',
  },
  'cannot-migrate': {
    status: 422,
    zh: '有 {count} 处在新版本里没有位置，没有换。请在对照表里写明它们对应哪一步，或先移走。',
    en: '{count} places have no counterpart in the other version, so nothing was migrated. Name their counterparts in the plan, or move them first.',
  },
  'version-unknown': {
    status: 404,
    zh: '没有这个版本。请从列表里选。',
    en: 'There is no such version. Choose one from the list.',
  },
  'process-not-there': {
    status: 422,
    zh: '那个版本里没有流程「{process}」，没有换。请选别的版本。',
    en: 'That version has no process "{process}". Choose another version.',
  },
  'bulk-empty': {
    status: 422,
    zh: '一个流程也没有选中，没有开始。请先选流程，或换筛选条件。',
    en: 'No instance was chosen, so nothing was begun. Choose some, or change the filters.',
  },
  'bulk-too-many': {
    status: 422,
    zh: '一次最多处理 {most} 个流程，没有开始。请加筛选条件，分几次做。',
    en: 'At most {most} instances are repaired at once, so nothing was begun. Add filters and do it in parts.',
  },
  'bulk-unknown': {
    status: 404,
    zh: '没有这次批量处理，或者它不在你的管辖范围里。请从列表里打开。',
    en: 'There is no such bulk repair within your areas. Open it from the list.',
  },
  'bulk-ended': {
    status: 409,
    zh: '这次批量处理已经结束，不用停。请刷新看结果。',
    en: 'The bulk repair has ended, so there is nothing to stop. Reload to see what came of it.',
  },
  'calendars-changed-again': {
    status: 409,
    zh: '工作日历在你看过名单以后又改了，没有动。请刷新名单，看清楚再改期。',
    en: 'The calendars were changed again after the list was read, so nothing was moved. Reload the list and look again.',
  },
  'calendars-do-not-fit': {
    status: 422,
    zh: '这个流程所在的旧版本换上新的工作日历后通不过检查，没有动。请先把它换到现行版本。',
    en: 'The version it runs on does not pass its checks with the changed calendars, so it was not moved. Migrate it to the current version first.',
  },
  'given-up': {
    status: 500,
    zh: '试了 {attempts} 次都出错，没有做成。请看程序日志，或单独打开它处理。',
    en: 'It failed {attempts} times and was not done. Look into the log, or open it alone.',
  },
} as const;
