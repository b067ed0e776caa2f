import { said } from './said.ts';

/** The part of the error catalogue about drafts and releases. */
export const draftErrors = {
  'upgrade-none': said(
    409,
    '没有更新的版本，或者刚刚有人处理过。请刷新后再看。',
    'There is no newer version, or somebody has just dealt with it. Reload to see how it stands.',
  ),
  'upgrade-undecided': said(
    409,
    '有 {count} 项两边都改过，还没有选，没有升级。请逐项选“保留我们的”或“用新版本的”。',
    '{count} definitions were changed on both sides and nothing was chosen, so nothing was upgraded. Choose for each.',
  ),
  'draft-unknown': said(
    404,
    '没有这份草稿，或者它不归你管。请从配置页面重新打开。',
    'There is no such draft within your areas. Open it again from the configuration page.',
  ),
  'draft-over': said(
    409,
    '这份草稿已经发布或放弃了，没有保存。请重新打开，在现行的配置上改。',
    'This draft has been published or discarded, so nothing was saved. Open it again and change what holds now.',
  ),
  'draft-open': said(
    409,
    '这里有一份没有发布的草稿，没有安装。请先发布或放弃它，或者把新版本放进草稿。',
    'There is an unpublished draft here, so nothing was installed. Publish or discard it first, or lay the new version under it.',
  ),
  'draft-submitted': said(
    409,
    '草稿已经提交审核，审核期间不能改。要改，请先退回。',
    'The draft waits for approval and cannot be changed meanwhile. Give it back first.',
  ),
  'draft-not-submitted': said(
    409,
    '这份草稿没有在等审核，可能刚刚有人处理过。请刷新后再看。',
    'This draft does not wait for approval; somebody may just have dealt with it. Reload to see how it stands.',
  ),
  'draft-conflict': said(
    409,
    '{who}刚才改过这一项，你的修改没有保存。请看看对方的，再决定留哪一份。',
    '{who} changed this a moment ago, so yours was not saved. Look at theirs and decide which to keep.',
  ),
  'definition-locked': said(
    409,
    '{who}正在改这一项，你的修改没有保存。请等对方改完，或接过来改。',
    '{who} is at this now, so yours was not saved. Wait, or take it over.',
  ),
  'definition-unknown': said(
    404,
    '没有这一项配置，可能刚被删去。请从配置列表里打开。',
    'There is no such definition; it may just have been removed. Open one from the list.',
  ),
  'definition-inherited': said(
    409,
    '这一项是沿用上级的，不能在这里删去。可以改成自己的。',
    'This one is inherited and cannot be removed here. You can make it your own by changing it.',
  ),
  'definition-id-wrong': said(
    422,
    '编号「{id}」不能用，没有保存。编号只用英文字母、数字和短横，以字母或数字开头。',
    'The id "{id}" cannot be used, so nothing was saved. Use letters, digits and dashes, a letter or digit first.',
  ),
  'definition-content-wrong': said(
    422,
    '收到的内容不是这一类配置，没有保存。请刷新页面再改。',
    'What arrived is no definition of this kind, so nothing was saved. Reload the page and change it again.',
  ),
  'definition-too-large': said(
    413,
    '这一项配置太大，没有保存。请分成几项，或减少内容。',
    'The definition is too large, so nothing was saved. Divide it or make it smaller.',
  ),
  'draft-too-large': said(
    422,
    '草稿里的配置超过 {most} 项，没有保存。请先发布一部分，或删去不用的。',
    'The draft would hold more than {most} files, so nothing was saved. Publish some first, or remove what is not used.',
  ),
  'areas-outside': said(
    422,
    '有 {count} 个区域不归「{area}」管，没有保存。这里只能改它下面的区域。',
    '{count} areas do not belong to "{area}", so nothing was saved. Only what lies below it can be changed here.',
  ),
  'draft-unchanged': said(
    409,
    '草稿和现行的配置一样，没有可发布的。请先改好再发布。',
    'The draft is the same as what is published, so there is nothing to publish. Change something first.',
  ),
  'draft-not-examined': said(
    409,
    '草稿还没有通过检查，或检查后又有改动，没有发布。请先检查，把问题改好。',
    'The draft has not passed its examination, or was changed since, so nothing was published. Examine it first and mend what is found.',
  ),
  'release-date-wrong': said(
    422,
    '生效时间不能是过去，也不能在一年以后，没有发布。请改时间。',
    'The release cannot begin in the past nor more than a year ahead, so nothing was published. Choose another time.',
  ),
  'release-coming': said(
    409,
    '已经有一个定好日期、还没生效的版本，新的不能排在它前面，没有发布。请选更晚的时间，或先收回那一个。',
    'A release is already set for a later date and this one cannot come before it, so nothing was published. Choose a later time, or take that one back first.',
  ),
  'approval-same-person': said(
    403,
    '提交的人和最后改动的人不能自己审核，没有发布。请另一位管理员审核。',
    'Whoever submitted the draft or changed it last cannot approve it. Ask another administrator.',
  ),
  'reason-missing': said(
    422,
    '退回要写原因，没有退回。请写一句再退回。',
    'Giving a draft back needs a reason. Write one and try again.',
  ),
  'release-unknown': said(
    404,
    '没有这个版本，或者它不归你管。请从发布记录里打开。',
    'There is no such release within your areas. Open one from the list of releases.',
  ),
  'release-not-to-take-back': said(
    409,
    '这个版本现在不能收回：它已经不是现行的，或后面还有没生效的版本，或前面没有可恢复的。请刷新发布记录。',
    'This release cannot be taken back now: it is not in force, another is still to come, or nothing held before it. Reload the list.',
  ),
  'release-does-not-fit': said(
    409,
    '原来的配置和上级现行的配置合不到一起（{count} 处），没有收回。请起草一个新的版本来改。',
    'What held before does not fit what the area above runs on now ({count} places), so nothing was taken back. Draft a new release instead.',
  ),
};
