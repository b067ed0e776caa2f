import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../server/kernel/bpmn/commands.ts';
import { drawn, end, start, userTask } from './drawing.ts';
import { begun } from './instance-driver.ts';

const chain = 'begin -> ask -> end';
const asking = async (words: Parameters<typeof userTask>[1]) =>
  drawn([start(), userTask('ask', words), end()], [chain]);

describe('a user task', () => {
  it('goes to the position it names and waits', async () => {
    const run = begun(await asking({ to: 'head@case.area' }), { case: { area: 'g1' } });

    expect(run.lines.slice(5)).toEqual(['element-entered ask', 'user-task-created ask head@g1', 'element-waiting ask']);
    expect(run.effects).toEqual([
      {
        do: 'create-user-task',
        task: 2,
        scope: 0,
        element: 'ask',
        asked: { post: 'head', area: 'g1' },
        position: { post: 'head', area: 'g1' },
      },
    ]);
  });

  it('goes to a post that an expression names', async () => {
    const run = begun(await asking({ to: '=route.post@case.area' }), {
      route: { post: 'clerk' },
      case: { area: 'c1' },
    });

    expect(run.lines).toContain('user-task-created ask clerk@c1');
  });

  it('goes where a vacant post falls back to, and remembers what was asked', async () => {
    const answer = (): Answer => ({
      kind: 'position',
      position: { post: 'clerk', area: 'c1' },
      vacant: [{ post: 'head', area: 'g1' }],
    });
    const run = begun(await asking({ to: 'head@"g1"' }), {}, { answer });

    expect(run.events).toContainEqual(
      expect.objectContaining({ asked: { post: 'head', area: 'g1' }, vacant: [{ post: 'head', area: 'g1' }] }),
    );
    expect(run.at('ask').userTask).toEqual({
      asked: { post: 'head', area: 'g1' },
      position: { post: 'clerk', area: 'c1' },
    });
  });

  it('is left when it is completed', async () => {
    const run = begun(await asking({ to: 'head@"g1"' }));
    run.complete('ask');

    expect(run.lines.slice(0, 4)).toEqual([
      'user-task-completed ask',
      'element-completing ask',
      'element-left ask',
      'sequence-flow-taken ask-end',
    ]);
    expect(run.effects.slice(0, 2)).toEqual([
      { do: 'close-user-task', task: 2, reason: 'completed', by: { person: 'ma' } },
      { do: 'end-companions', task: 2 },
    ]);
  });

  it('lets nothing of its form into the process but what an output mapping names', async () => {
    const process = await asking({ outputs: { result: 'how' } });
    const run = begun(process, { kept: 1 });
    run.complete('ask', { how: 'solved', phone: '13900000000' });

    expect(run.variables()).toEqual({ kept: 1, result: 'solved' });
    expect(JSON.stringify(run.events)).not.toContain('13900000000');
  });

  it('lets nothing of its form into the process without an output mapping', async () => {
    const run = begun(await asking({}));
    run.complete('ask', { how: 'solved' });

    expect(run.variables()).toEqual({});
  });

  it.each([
    ['no post', '=nobody@"g1"'],
    ['no area', 'head@case.area'],
  ])('that leads to %s is stuck before anybody sees it', async (_what, to) => {
    const run = begun(await asking({ to }));

    expect(run.lines.at(-1)).toBe('incident-raised ask assignment-empty entering');
    expect(run.lines.join()).not.toContain('user-task-created');
  });

  it('whose post nobody above has is stuck, and says why in both languages', async () => {
    const answer = (): Answer => ({ kind: 'unknown', zh: '没有这个岗位。', en: 'There is no such post.' });
    const run = begun(await asking({ to: 'head@"g1"' }), {}, { answer });

    expect(run.at('ask').incident).toMatchObject({
      code: 'position-unknown',
      zh: expect.stringMatching(/^没有这个岗位。/),
      en: expect.stringMatching(/^There is no such post\./),
      at: 'entering',
    });
  });

  it('without a position runs all the same, for models of other tools', async () => {
    expect(begun(await asking({})).lines).toContain('user-task-created ask nobody');
  });
});

describe('a user task that moves', () => {
  it('tells from where, to where and why', async () => {
    const run = begun(await asking({ to: 'head@"g1"' }));
    const { id: task, scope } = run.at('ask');
    const to = { post: 'clerk', area: 'c1' };
    run.do({ type: 'reassign-user-task', task, scope, to, because: 'cannot-solve', by: { person: 'ma' } });

    expect(run.lines).toEqual(['user-task-reassigned ask head@g1 > clerk@c1 cannot-solve']);
    expect(run.effects).toEqual([{ do: 'reassign-user-task', task, position: to }]);
  });

  it('stays where it has gone to since somebody decided that it moves', async () => {
    const run = begun(await asking({ to: 'head@"g1"' }));
    const { id: task, scope } = run.at('ask');
    const [from, to, later] = ['head@g1', 'clerk@c1', 'office@s'].map((words) => {
      const [post = '', area = ''] = words.split('@');
      return { post, area };
    });
    if (!from || !to || !later) throw new Error('three positions');
    const by = { system: 'schedule' } as const;
    const move = { type: 'reassign-user-task', task, scope, from, to, because: 'vacant', by } as const;
    expect(run.do(move)).toBeNull();
    expect(run.do({ ...move, from: to, to: later })).toBeNull();

    expect(run.do(move)).toBe('user-task-stale');
    expect(run.at('ask').userTask?.position).toEqual(later);
  });

  it('does not climb because it is overdue once it is not', async () => {
    const limits = new Map([['short', { id: 'short', title: '一天', amount: 1, unit: 'days' } as const]]);
    const run = begun(await asking({ to: 'head@"g1"', limit: 'short' }), {}, { limits });
    const { id: task, scope } = run.at('ask');
    const to = { post: 'clerk', area: 'c1' };
    const climb = {
      type: 'reassign-user-task',
      task,
      scope,
      to,
      because: 'overdue',
      by: { system: 'ladder' },
    } as const;

    expect(run.do(climb)).toBe('user-task-stale');
    run.fire('ask', 'light:red');
    expect(run.do(climb)).toBeNull();
  });

  it('to where it is already does nothing', async () => {
    const run = begun(await asking({ to: 'head@"g1"' }));
    const { id: task, scope } = run.at('ask');
    const to = { post: 'head', area: 'g1' };
    run.do({ type: 'reassign-user-task', task, scope, to, because: 'overdue', by: { system: 'ladder' } });

    expect(run.lines).toEqual([]);
  });
});
