import type { Done } from '../world/world.ts';

type Sentence = { readonly zh: string; readonly en: string };

const words: { readonly [code: string]: Sentence } = {
  'case-type-unknown': {
    zh: '配置里没有可以报的事件类型，或者它的表单、流程还不能用。',
    en: 'There is no type of case to report, or its form or process cannot be used yet.',
  },
  'user-task-stale': { zh: '这一步已经办完或换人了。', en: 'This step is done already or has gone to somebody else.' },
  'user-task-not-yours': { zh: '这一步现在不归这个人办。', en: "This step is not this person's now." },
  'nobody-above': {
    zh: '上面没有可以接手的岗位：逐级上报规则到头了，或者上一级空岗。',
    en: 'There is no post above that could take it: the ladder has ended, or the post above is vacant.',
  },
};

/** Why something could not be done, as who tried it is told; nothing when it was done. */
export function refusalWords(done: Done<unknown>): readonly Sentence[] {
  if (done.ok) return [];
  if (done.problems.length > 0) return done.problems.map(({ zh, en }) => ({ zh, en }));
  return [
    words[done.code] ?? { zh: `现在不能这样做（${done.code}）。`, en: `This cannot be done now (${done.code}).` },
  ];
}

/** Why a run cannot go on, when a half-done draft led to what the kernel holds for impossible. */
export function brokenWords(thrown: unknown): Sentence {
  const why = thrown instanceof Error ? thrown.message : String(thrown);
  return {
    zh: `这份草稿走到这里走不下去了，先看看它还有哪些问题（${why}）。`,
    en: `This draft cannot go on from here; look at its problems first (${why}).`,
  };
}
