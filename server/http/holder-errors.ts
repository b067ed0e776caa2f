import { type CatalogueEntry, said } from './said.ts';

/** Why somebody cannot be put on a post or taken off it, and why work cannot be given to somebody else. */
export const holderErrors = {
  'cover-without-end': said(
    422,
    '顶岗要写离岗日期，没有保存。请写上从哪天起不再顶岗。',
    'A cover needs an end. Say on which day it is no longer held.',
  ),
  'cover-too-long': said(
    422,
    '「{post}」一次顶岗最多 {days} 天，连着顶的算在一起，没有保存。请把离岗日期提前，或正式安排人。',
    '"{post}" may be covered {days} days at a stretch at most. Choose an earlier day of leaving, or put somebody on the post formally.',
  ),
  'cover-of-oneself': said(
    422,
    '不能自己替自己顶岗。请选另一个人。',
    'Nobody covers for themselves. Choose another person.',
  ),
  'cover-of-cover': said(
    422,
    '替谁顶岗，选的人自己也只是顶岗，不能再由别人接着替。请选正式在岗的人；空岗就不写替谁。',
    'The person to cover for only covers the post themselves. Name somebody who holds it formally, or nobody if it is vacant.',
  ),
  'cover-of-nobody': said(
    422,
    '替谁顶岗，选的人那天不在「{post}」上。请选正式在岗的人；空岗就不写替谁。',
    'The person to cover for does not hold "{post}" on that day. Name somebody who does, or nobody if it is vacant.',
  ),
  'cover-for-whom': said(
    422,
    '「{post}」有人正式在岗，请写清替谁顶岗。',
    'Somebody holds "{post}" formally. Say for whom the cover is.',
  ),
  'work-undecided': said(
    409,
    '还有 {count} 件没办完的事，没有处理。请先选这些事交给谁。',
    'There are {count} open user tasks. Say first who is to have them.',
  ),
  'work-stays-nowhere': said(
    409,
    '这个岗位没有别人，事情不能留在岗位上。请换一种交法。',
    'Nobody else holds the post, so the work cannot stay with it. Choose another way.',
  ),
  'no-fallback': said(
    409,
    '这个岗位空了以后没有别的岗位接着办。请换一种交法。',
    'No other post would get the work of this one. Choose another way.',
  ),
  'position-unheld': said(
    409,
    '「{post}」现在没有人。请选有人的岗位。',
    'Nobody holds "{post}" now. Choose a post that somebody holds.',
  ),
  'user-task-held': said(
    409,
    '这件事现在有人办了，没有改动。请刷新后再看。',
    'Somebody has this user task now; nothing was changed. Reload to see who.',
  ),
} satisfies Readonly<Record<string, CatalogueEntry>>;
