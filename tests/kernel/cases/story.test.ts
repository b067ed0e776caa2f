import { describe, expect, it } from 'vitest';
import type { ProcessEvent } from '../../../server/kernel/bpmn/events.ts';
import { storyOf, spokenTime, type PastSubmission, type StorySource } from '../../../server/kernel/cases/story.ts';
import { instantOfLocal } from '../../../server/kernel/local-time.ts';
import { release } from '../world/small-street.ts';

const at = instantOfLocal('2026-09-10 09:00');
const id = { id: 4, scope: 0, element: 'handle' } as const;
const head = { post: 'head', area: 'g1' };
const clerk = { post: 'clerk', area: 'c1' };
const ma = { person: 'ma' } as const;
const later = instantOfLocal('2026-09-15 18:00');
const clock = {
  limit: 'handle',
  budget: 2,
  consumed: 1,
  runningSince: at,
  yellowAt: at,
  dueAt: later,
  light: 'green',
} as const;
const process = release.processes.get('handling')?.executable;
if (!process) throw new Error('the small street has no process');

const named = new Map(process.nodes).set('handle', { ...process.nodes.get('handle'), name: '事件处理' } as never);
const english: { readonly [zh: string]: string } = {
  事件处理: 'Handling',
  网格长: 'grid head',
  一网格: 'Grid 1',
  处理: 'Handling stage',
  已当场处理: 'Settled on the spot',
  请到场: 'Please come',
};

const source: StorySource = {
  process: { ...process, nodes: named },
  stages: [{ id: 'handle', title: '处理' }],
  history: [],
  submissions: [],
  tellings: [],
  names: {
    person: (person) => ({ ma: '马小兰', li: '李建国' })[person] ?? person,
    post: (post) => ({ head: '网格长', clerk: '专干' })[post] ?? post,
    area: (area) => ({ g1: '一网格', c1: '一社区' })[area] ?? area,
    holders: ({ post }) => (post === 'head' ? ['孙立新'] : []),
    english: (zh) => english[zh] ?? zh,
  },
};

const tell = (event: ProcessEvent, more: Partial<StorySource> = {}) =>
  storyOf({ ...source, ...more, history: [{ at, event }] });

const sentences: readonly (readonly [ProcessEvent, string, string])[] = [
  [{ type: 'instance-created', process: 'p', variables: {}, by: ma }, '马小兰 报事件。', '马小兰 reported the case.'],
  [
    { type: 'sequence-flow-taken', flow: 'f', scope: 0, passes: ['handle'], because: '已当场处理' },
    '已当场处理，「处理」自动通过。',
    'Settled on the spot: Handling stage passed without anybody.',
  ],
  [
    { type: 'sequence-flow-taken', flow: 'f', scope: 0, passes: ['handle'], because: '' },
    '「处理」自动通过。',
    'Handling stage passed without anybody.',
  ],
  [
    { type: 'decision-evaluated', id: 1, scope: 0, decision: 'd', inputs: {}, output: { post: 'head' }, rules: [] },
    '按分派规则，由 网格长 办理。',
    'By the routing rules it goes to the grid head.',
  ],
  [
    { type: 'user-task-created', ...id, asked: head, position: head, vacant: [] },
    '「事件处理」交给 一网格 网格长 孙立新。',
    '"Handling" went to grid head of Grid 1 孙立新.',
  ],
  [
    { type: 'user-task-created', ...id, asked: clerk, position: head, vacant: [clerk] },
    '一社区 专干 空岗，「事件处理」交给 一网格 网格长 孙立新。',
    '专干 of 一社区 is vacant; "Handling" went to grid head of Grid 1 孙立新.',
  ],
  [{ type: 'user-task-completed', ...id, by: ma }, '马小兰 完成「事件处理」。', '马小兰 completed "Handling".'],
  [
    { type: 'user-task-reassigned', ...id, from: clerk, position: head, because: 'overdue', by: { system: 'ladder' } },
    '超期没有办结，报上级：交给 一网格 网格长 孙立新。',
    'Overdue, handed up: it went to grid head of Grid 1 孙立新.',
  ],
  [
    { type: 'user-task-reassigned', ...id, from: clerk, position: head, because: 'vacant', by: { system: 'operator' } },
    '一社区 专干 空岗，改由 一网格 网格长 孙立新 办理。',
    '专干 of 一社区 is vacant; it went to grid head of Grid 1 孙立新.',
  ],
  [
    { type: 'user-task-reassigned', ...id, from: clerk, position: head, because: 'cannot-solve', by: ma },
    '马小兰 报上级：交给 一网格 网格长 孙立新。',
    '马小兰 handed it up to grid head of Grid 1 孙立新.',
  ],
  [
    { type: 'light-changed', ...id, light: 'yellow' },
    '「事件处理」快到期，亮黄灯。',
    '"Handling" is nearly due: yellow.',
  ],
  [
    { type: 'light-changed', ...id, light: 'red' },
    '「事件处理」超过办理时限，亮红灯。',
    '"Handling" ran over its limit: red.',
  ],
  [
    { type: 'light-changed', ...id, light: 'red', stage: 'sign-for' },
    '「事件处理」超过签收时限，亮红灯。',
    '"Handling" ran over its limit for signing for it: red.',
  ],
  [
    {
      type: 'clock-paused',
      ...id,
      clock: { ...clock, pauses: [{ from: later, to: null, reason: '等材料', reviewOn: '2026-09-20' }] },
      by: ma,
    },
    '马小兰：「事件处理」的办理时限挂起，不再计时，2026-09-20 再看，原因：等材料。',
    '马小兰: the limit for handling of "Handling" stands still, until 2026-09-20, because: 等材料.',
  ],
  [
    { type: 'clock-resumed', ...id, clock, by: ma },
    '马小兰：「事件处理」的办理时限恢复计时，9月15日 18:00 到期。',
    '马小兰: the limit for handling of "Handling" runs on and is due at 9月15日 18:00.',
  ],
  [
    {
      type: 'clock-extended',
      ...id,
      clock: { ...clock, extensions: [{ amount: 2, unit: 'workingDays', reason: '', at: later }] },
      by: ma,
    },
    '马小兰：「事件处理」的办理时限第 1 次延期，延 2 个工作日，到 9月15日 18:00。',
    '马小兰: the limit for handling of "Handling" was extended (no. 1) by 2 working days, to 9月15日 18:00.',
  ],
  [
    { type: 'clock-rebased', ...id, clock, because: '调休', by: ma },
    '「事件处理」的办理时限按新的工作日历算到 9月15日 18:00。',
    'the limit for handling of "Handling" counts by the new calendar, to 9月15日 18:00.',
  ],
  [
    { type: 'clock-stopped', ...id, clock: { ...clock, stage: 'sign-for' }, by: ma },
    '马小兰 完成「事件处理」的签收。',
    '马小兰 did the signing for it of "Handling".',
  ],
  [
    { type: 'incident-raised', ...id, incident: { code: 'x', zh: '没有岗位。', en: 'No post.', at: 'entering' } },
    '系统在「事件处理」遇到问题，已报运维处理：没有岗位。',
    'The program is stuck at "Handling" and told operations: No post.',
  ],
  [{ type: 'instance-cancelled', because: '重复', by: ma }, '事件已中止：重复', 'The case was cancelled: 重复'],
];

describe('a story', () => {
  it.each(sentences)('tells $type in both languages', (event, zh, en) => {
    expect(tell(event).map((line) => [line.zh, line.en])).toEqual([[zh, en]]);
  });

  it.each<ProcessEvent>([
    { type: 'element-entered', ...id, flow: null },
    { type: 'sequence-flow-taken', flow: 'f', scope: 0 },
    { type: 'timer-fired', id: 4, scope: 0, key: 'timer' },
    { type: 'variables-set', scope: 0, values: {} },
    { type: 'decision-evaluated', id: 1, scope: 0, decision: 'd', inputs: {}, output: 3, rules: [] },
  ])('leaves out what nobody cares for: $type', (event) => {
    expect(tell(event)).toEqual([]);
  });

  it('tells operators alone what a machine said of an incident', () => {
    const incident = { code: 'x', zh: '出错了。', en: 'It failed.', detail: 'RangeError: odd', at: 'job' } as const;
    const event: ProcessEvent = { type: 'incident-raised', ...id, incident };

    expect(tell(event)).toMatchObject([{ zh: expect.not.stringContaining('RangeError'), lines: [] }]);
    expect(tell(event, { forOperator: true })[0]?.lines).toEqual([{ title: '技术信息', text: 'RangeError: odd' }]);
  });

  it('names an automatic step that is all there is of its stage', () => {
    const history = [
      { at, event: { type: 'element-entered', id: 7, element: 'archive', scope: 0, flow: null } },
      { at, event: { type: 'job-completed', id: 7, scope: 0 } },
    ] as const;
    const archive = { ...process.nodes.get('archive'), name: '归档管理' } as never;
    const story = storyOf({
      ...source,
      process: { ...process, nodes: new Map(named).set('archive', archive) },
      history,
    });

    expect(story.map(({ zh }) => zh)).toEqual(['「归档管理」自动完成。']);
  });
});

describe('what was filled in', () => {
  const filled = (userTask: number | null, form: string, text: string): PastSubmission => {
    return { at, person: 'ma', userTask, form, lines: [{ title: '说明', text }], photos: ['a'.repeat(64)] };
  };
  const submissions = [filled(null, 'report', '不亮'), filled(4, 'send-up', '要电工'), filled(4, 'handle', '换了灯')];
  const linesOf = (event: ProcessEvent) => tell(event, { submissions })[0]?.lines;

  it('stands beside the sentence it belongs to', () => {
    expect(linesOf({ type: 'instance-created', process: 'p', variables: {}, by: ma })).toEqual([
      { title: '说明', text: '不亮' },
    ]);
    expect(linesOf({ type: 'user-task-completed', ...id, by: ma })).toEqual([{ title: '说明', text: '换了灯' }]);
    expect(
      linesOf({ type: 'user-task-reassigned', ...id, from: clerk, position: head, because: 'cannot-solve', by: ma }),
    ).toEqual([{ title: '说明', text: '要电工' }]);
  });

  it('brings its photos and its person', () => {
    const [line] = tell({ type: 'user-task-completed', ...id, by: ma }, { submissions });

    expect(line).toMatchObject({ person: 'ma', photos: ['a'.repeat(64)] });
  });
});

describe('who was told', () => {
  const later = instantOfLocal('2026-09-11 09:00');

  it('stands in the story in order of time', () => {
    const tellings = [{ at, to: head, title: '请到场', by: null }];
    const history = [{ at: later, event: { type: 'light-changed', ...id, light: 'red' } }] as const;
    const story = storyOf({ ...source, tellings, history });

    expect(story.map(({ kind, zh }) => `${kind} ${zh}`)).toEqual([
      'told 告知 一网格 网格长 孙立新：请到场',
      'red 「事件处理」超过办理时限，亮红灯。',
    ]);
    expect(story[0]?.en).toBe('grid head of Grid 1 孙立新 was told: Please come');
  });

  it('says who urged', () => {
    const [line] = storyOf({ ...source, tellings: [{ at, to: { person: 'ma' }, title: '请到场', by: 'li' }] });

    expect(line).toMatchObject({
      kind: 'urged',
      person: 'li',
      zh: '李建国 催办 马小兰：请到场',
      en: '李建国 urged 马小兰: Please come',
    });
  });
});

describe('a time that is spoken of', () => {
  it.each([
    ['2026-09-15 18:00', '9月15日 18:00'],
    ['2026-12-01 00:05', '12月1日 00:05'],
  ])('%s', (local, spoken) => {
    expect(spokenTime(instantOfLocal(local))).toBe(spoken);
  });
});
