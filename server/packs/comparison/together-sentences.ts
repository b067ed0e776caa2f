import { postList } from '../../kernel/bpmn/post-list.ts';
import { textIn } from '../../kernel/json.ts';
import type { ChangedPlace, Rule } from './tell-differences.ts';
import { quotedName } from './names.ts';
import type { Literal } from './process-sentences.ts';
import { listed, quoted, same, type Sentence, type Words } from './sentence.ts';

const steps = 'processes/*/steps/*';

type TellText = (place: ChangedPlace, member: string, what: Words, literal: Literal) => Sentence;

const modes: { readonly [mode: string]: Words } = {
  any: { zh: '或签（谁先表态算谁的）', en: 'whoever answers first' },
  all: { zh: '会签（都要同意）', en: 'all must agree' },
  sequence: { zh: '依次（一个一个来，都要同意）', en: 'one after the other, all must agree' },
  vote: { zh: '票签（按票数）', en: 'by votes' },
};

const whose: { readonly [of: string]: Words } = {
  posts: { zh: '每个岗位一票', en: 'one answer for each post' },
  holders: { zh: '岗位上每人一票', en: 'one answer for each holder' },
};

/** Members that name posts, and what they are called. */
const posts: readonly (readonly [member: string, zh: string, en: string])[] = [
  ['fallback', '空岗时的接手岗位', 'who stands in while the post is vacant'],
  ['told', '抄送岗位', 'who is told'],
  ['voters', '合议岗位', 'who decide together'],
  ['feedback', '反馈责任岗位', 'who owes the answer'],
  ['responsible', '第一责任人', 'who is responsible'],
  ['procedural', '督促岗位', 'who has to push it'],
  ['substantive', '主办岗位', 'who has to settle it'],
];

const others: readonly (readonly [member: string, what: Words, literal: (text: string) => Words])[] = [
  ['mode', { zh: '合议办法', en: 'how they decide together' }, (text) => modes[text] ?? same(text)],
  ['votersAre', { zh: '谁来表态', en: 'whose answers count' }, (text) => whose[text] ?? same(text)],
  ['needed', { zh: '通过票数', en: 'how many must agree' }, same],
  ['ratio', { zh: '通过比例', en: 'which part must agree' }, same],
  ['answer', { zh: '表态的题目', en: 'the question that is the answer' }, (text) => quoted(same(text))],
  ['outcome', { zh: '结果存放的名称', en: 'the name of the outcome' }, (text) => quoted(same(text))],
];

/** Rules for what a step says of several posts at once: who decide together, are told, owe something, stand in. */
export function togetherRules(tell: TellText): readonly Rule[] {
  return [
    ...posts.map(([member, zh, en]): Rule => ({
      at: steps,
      members: [member],
      say: (place) => tell(place, member, { zh, en }, namedPosts),
    })),
    ...others.map(([member, what, literal]): Rule => ({
      at: steps,
      members: [member],
      say: (place) => tell(place, member, what, () => literal),
    })),
  ];
}

const namedPosts: Literal =
  ({ names }) =>
  (text) =>
    listed(postList(textIn(text)).map((id) => quotedName(names, 'posts', id)));
