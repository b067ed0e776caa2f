import { describe, expect, it } from 'vitest';
import { serverValidatorFor } from '../../../server/application/forms/accept-form.ts';
import { instantOfLocal } from '../../../server/kernel/local-time.ts';
import { runScenario } from '../../../server/kernel/world/run-scenario.ts';
import type { PlannedAct, PlannedExpectation, ScenarioPlan } from '../../../server/kernel/world/scenario-plan.ts';
import { drawn, exclusive, start, plainTask } from '../bpmn/drawing.ts';
import { assignments, people, release } from './small-street.ts';

const of = { kind: 'case', name: '路灯' } as const;
const at = (local: string): PlannedAct => ({ do: 'wait-until', at: instantOfLocal(local) });
const begin: PlannedAct = { do: 'begin', at: instantOfLocal('2026-09-10 09:00'), people, assignments };
const data = { category: 'lamp', description: '路灯不亮', place: '中华路' };
const report: PlannedAct = { do: 'report', person: 'sun', name: '路灯', caseType: 'event', area: 'g1', data };
const complete: PlannedAct = {
  do: 'complete',
  person: 'ma',
  of,
  process: 'handling',
  element: 'handle',
  data: { result: 'solved', note: '换了灯泡' },
};
const sendUp: PlannedAct = {
  do: 'send-up',
  person: 'ma',
  of,
  process: 'handling',
  element: 'handle',
  because: '要电工',
};
const then = (expected: Omit<PlannedExpectation, 'do' | 'of'>): PlannedAct => ({ do: 'expect', of, ...expected });

const plan = (...acts: readonly PlannedAct[]): ScenarioPlan => ({
  title: '路灯不亮',
  steps: acts.map((act, index) => ({ ...act, index })),
});
const failures = (...acts: readonly PlannedAct[]): readonly string[] =>
  runScenario(plan(begin, ...acts), release, serverValidatorFor).failures.map(({ step, zh }) => `${step} ${zh}`);

/** For each word of a `then` what is so in the case below, what is not, and the sentence that says so. */
const expectations: readonly (readonly [
  string,
  Omit<PlannedExpectation, 'do' | 'of'>,
  Omit<PlannedExpectation, 'do' | 'of'>,
  string,
])[] = [
  ['status', { status: 'open' }, { status: 'closed' }, '状态应当是「closed」，实际是「open」。'],
  [
    'number',
    { number: 'XJ-2026-0001' },
    { number: 'XJ-2026-0002' },
    '编号应当是「XJ-2026-0002」，实际是「XJ-2026-0001」。',
  ],
  ['stage', { stage: 'handle' }, { stage: 'archive' }, '环节应当是「archive」，实际是「handle」。'],
  ['step', { element: 'handle' }, { element: 'archive' }, '步骤应当是「archive」，实际是「handle」。'],
  ['holder', { holder: 'chen' }, { holder: 'ma' }, '办理人应当是「马小兰」，实际是「陈晓明」。'],
  ['post', { post: 'officer' }, { post: 'mediator' }, '岗位应当是「mediator」，实际是「officer」。'],
  ['area', { area: 'c1' }, { area: 'g1' }, '区域应当是「g1」，实际是「c1」。'],
  ['light', { light: 'red' }, { light: 'green' }, '灯应当是「green」，实际是「red」。'],
  ['passed', { passed: [] }, { passed: ['handle'] }, '自动通过的环节应当是「handle」，实际是「」。'],
  ['told', { told: ['sun', 'ma'] }, { told: ['li'] }, '没有告知 李建国。'],
  ['notTold', { notTold: ['li'] }, { notTold: ['sun'] }, '不该告知 孙立新。'],
  [
    'story',
    { story: ['报事件', '亮红灯', '报上级'] },
    { story: ['报上级', '报事件'] },
    '经过里没有（按先后）「报事件」',
  ],
  [
    'work',
    { work: { chen: ['handle'], ma: [] } },
    { work: { ma: ['handle'] } },
    '马小兰 的待办应当是「handle」，实际是「」。',
  ],
];

describe('what a scenario expects', () => {
  const late = [report, at('2026-09-10 14:00')];

  it.each(expectations)('%s: holds when it is so', (_word, right) => {
    expect(failures(...late, then(right))).toEqual([]);
  });

  it.each(expectations)('%s: fails when it is not so', (_word, _right, wrong, sentence) => {
    expect(failures(...late, then(wrong))).toEqual([expect.stringContaining(`3 ${sentence}`)]);
  });

  it('is all told at once, and what comes after is still run', () => {
    const found = failures(...late, then({ status: 'closed', light: 'green' }), then({ number: 'x' }));

    expect(found.map((line) => line.slice(0, 4))).toEqual(['3 状态', '3 灯应', '4 编号']);
  });

  it('fails for a case that does not exist', () => {
    expect(failures(then({ status: 'open' }))).toEqual(['1 说的这件事还不存在。']);
  });
});

describe('what people do in a scenario', () => {
  it('moves the case', () => {
    expect(failures(report, complete, then({ status: 'closed', story: ['换了灯泡'] }))).toEqual([]);
  });

  it('ends the scenario when it cannot be done', () => {
    const found = failures(report, { ...complete, person: 'sun' }, then({ status: 'closed' }));

    expect(found).toEqual(['2 被拒绝（user-task-not-yours）']);
  });

  it('tells which field was wrong', () => {
    expect(failures({ ...report, data: { category: 'lamp' } })[0]).toMatch(/^1 被拒绝（submission-invalid）.*情况/);
  });

  it('may be expected to be refused', () => {
    expect(failures(report, { ...complete, person: 'sun', refused: 'user-task-not-yours' })).toEqual([]);
    expect(failures(report, { ...complete, refused: 'user-task-not-yours' })).toEqual([
      '2 本该被拒绝（user-task-not-yours），却办成了。',
    ]);
    expect(failures(report, complete, { ...complete, refused: 'user-task-stale' })).toEqual([]);
  });

  it('is told when there is nothing to do', () => {
    expect(failures(report, complete, sendUp)).toEqual(['3 现在没有要办的「handle」。']);
  });

  it('hands the case up', () => {
    expect(failures(report, sendUp, then({ holder: 'chen', story: ['要电工'] }))).toEqual([]);
  });

  it('may put somebody on a post nobody held any more', () => {
    const gone: PlannedAct = { do: 'staff', vacant: [{ post: 'mediator', area: 'g1' }], holds: [] };
    const held = { person: 'li', post: 'mediator', area: 'g1', kind: 'formal', from: null, to: null } as const;
    const back: PlannedAct = { do: 'staff', vacant: [], holds: [held] };
    expect(failures(gone, back, report, then({ post: 'mediator', holder: 'li' }))).toEqual([]);
  });

  it('may be work that nobody has, where every post on the way up is vacant', () => {
    const all = assignments.map(({ post, area }) => ({ post, area }));
    const acts: PlannedAct[] = [report, { do: 'staff', vacant: all, holds: [] }];
    expect(failures(...acts, then({ holder: '' }))).toEqual([]);
    expect(failures(...acts, then({ holder: 'ma' }))).toEqual(['3 办理人应当是「马小兰」，实际是「无人办理」。']);
    expect(failures(report, then({ holder: '' }))).toEqual(['2 办理人应当是「无人办理」，实际是「马小兰」。']);
  });

  it('may begin with positions that are vacant, or become so', () => {
    const gone: PlannedAct = { do: 'staff', vacant: [{ post: 'mediator', area: 'g1' }], holds: [] };

    expect(failures(report, gone, then({ holder: 'sun', story: ['空岗'] }))).toEqual([]);
  });
});

describe('time in a scenario', () => {
  it('passes in working days and hours as people say them', () => {
    const wait: PlannedAct = { do: 'wait', amount: 4, unit: 'workingHours', calendar: 'china' };

    expect(failures(report, wait, then({ light: 'red' }))).toEqual([]);
  });

  it('does not run backwards', () => {
    expect(failures(report, at('2026-09-09 09:00'))).toEqual(['2 时间不能倒流。']);
  });

  it('needs its calendar', () => {
    expect(failures({ do: 'wait', amount: 1, unit: 'workingDays', calendar: 'moon' })).toEqual([
      '1 没有工作日历「moon」。',
    ]);
  });
});

describe('a built-in job that throws', () => {
  /** Whoever reads a notice of this release throws. */
  const throwing = {
    ...release,
    notices: new Map([['informed', new Proxy({ id: 'informed', title: '', text: '' }, { get: () => fall() })]]),
  };
  const fall = (): never => {
    throw new TypeError('no such luck');
  };

  it('is a failing of that step with its place, and breaks nothing off', () => {
    const outcome = runScenario(plan(begin, report, then({ status: 'open' })), throwing, serverValidatorFor);

    expect(outcome.failures).toEqual([
      {
        step: 1,
        zh: expect.stringMatching(/「tell」卡住了.*grid:notify.*请/),
        en: expect.stringMatching(/stuck at "tell"/),
      },
    ]);
    expect(outcome.failures[0]?.zh).not.toContain('no such luck');
  });

  it('leaves an incident with what was thrown apart from its sentence', () => {
    const { world } = runScenario(plan(begin, report), throwing, serverValidatorFor);
    const stuck = [...(world?.state.instances.values() ?? [])].flatMap(({ instance }) =>
      Object.values(instance.scopes).flatMap(({ elements }) => elements.flatMap(({ incident }) => incident ?? [])),
    );

    expect(stuck).toMatchObject([{ code: 'job-failed', detail: 'TypeError: no such luck' }]);
  });
});

describe('a scenario', () => {
  it('fails where a job of it does, though it expects nothing of it', () => {
    const outcome = runScenario(plan(begin, report), { ...release, notices: new Map() }, serverValidatorFor);

    expect(outcome.failures).toMatchObject([{ step: 1, zh: expect.stringContaining('没有通知模板「informed」') }]);
  });

  it('needs a beginning', () => {
    expect(runScenario(plan(report), release, serverValidatorFor)).toMatchObject({
      world: null,
      failures: [{ step: 0, zh: '场景还没有开始。' }],
    });
  });

  it('ends also when a process of the pack does not', async () => {
    const endless = await drawn([start(), exclusive('again'), plainTask('turn')], ['begin -> again -> turn -> again']);
    const processes = new Map([...release.processes, ['handling', { executable: endless, xml: '' }]]);
    const outcome = runScenario(plan(begin, report, complete), { ...release, processes }, serverValidatorFor);

    expect(outcome.failures).toMatchObject([{ step: 1, zh: expect.stringContaining('一直转圈') }]);
  });
});
