import { describe, expect, it } from 'vitest';
import type { TimeLimit } from '../../../server/kernel/calendar/time-limit.ts';
import { compileBpmn } from '../../../server/kernel/bpmn/compile/compile-bpmn.ts';
import { shownClock } from '../../../server/kernel/bpmn/user-task-clocks.ts';
import { drawing, drawn, end, start, userTask } from './drawing.ts';
import { begun, type InstanceDriver } from './instance-driver.ts';

const by = { person: 'ma' } as const;
const limitOf = (id: string, amount: number): TimeLimit => ({
  id,
  title: id,
  amount,
  unit: 'hours',
  yellow: { amount: 1, unit: 'hours' },
  pause: { by: 'head' },
});
const limits = new Map([limitOf('sign', 2), limitOf('answer', 8), limitOf('short', 24)].map((one) => [one.id, one]));
const stages = { 'sign-for': 'sign', 'first-response': 'answer' };

/** A user task from nine o'clock that is signed for in 2, answered in 8 and done in 24 hours. */
async function waiting(words = {}): Promise<InstanceDriver> {
  const nodes = [start(), userTask('ask', { limit: 'short', stages, ladder: 'overdue', ...words }), end()];
  return begun(await drawn(nodes, ['begin -> ask -> end']), {}, { limits });
}
const on = { task: 2, scope: 0, by } as const;
const clocks = (run: InstanceDriver) => run.at('ask').userTask?.clocks;
const shown = (run: InstanceDriver) => shownClock(run.at('ask').userTask ?? {});
const rows = (run: InstanceDriver) => run.effects.filter(({ do: what }) => what.startsWith('set-user-task'));

describe('the clocks of a user task by stage', () => {
  it('all begin with it, and the most urgent one is shown', async () => {
    const run = await waiting();

    expect(Object.keys(run.at('ask').timers).toSorted()).toEqual([
      'light:red',
      'light:red:first-response',
      'light:red:sign-for',
      'light:yellow',
      'light:yellow:first-response',
      'light:yellow:sign-for',
    ]);
    expect(shown(run)).toMatchObject({ limit: 'sign', dueAt: '2026-09-10T03:00:00.000Z', light: 'green' });
    expect(rows(run).at(-1)).toMatchObject({ limit: 'sign', dueAt: '2026-09-10T03:00:00.000Z' });
  });

  it('stop one by one, and the next one is shown', async () => {
    const run = await waiting();
    run.now = '2026-09-10T02:00:00.000Z';

    expect(run.do({ type: 'sign-for-user-task', ...on })).toBeNull();
    expect(clocks(run)?.['sign-for']).toMatchObject({ light: 'done', consumed: 3_600_000, runningSince: null });
    expect(rows(run)).toEqual([
      {
        do: 'set-user-task-clock',
        task: 2,
        limit: 'answer',
        dueAt: '2026-09-10T09:00:00.000Z',
        yellowAt: '2026-09-10T08:00:00.000Z',
        light: 'green',
      },
    ]);
    run.do({ type: 'record-first-response', ...on });
    expect(shown(run)).toMatchObject({ limit: 'short' });
    expect(Object.keys(run.at('ask').timers).toSorted()).toEqual(['light:red', 'light:yellow']);
    expect(run.do({ type: 'sign-for-user-task', ...on })).toBe('clock-stopped');
  });

  it('turn their lights each for itself, and each begins its ladder from when it was due', async () => {
    const run = await waiting();
    run.fire('ask', 'light:yellow:sign-for');
    expect(run.lines).toEqual(['timer-fired ask light:yellow:sign-for', 'light-changed ask sign-for yellow']);
    run.fire('ask', 'light:red:sign-for');

    expect(shown(run)?.light).toBe('red');
    expect(run.at('ask').userTask?.clock?.light).toBe('green');
    expect(run.effects).toContainEqual({
      do: 'start-ladder',
      task: 2,
      scope: 0,
      ladder: 'overdue',
      dueAt: '2026-09-10T03:00:00.000Z',
    });
    expect(rows(run)).toEqual([expect.objectContaining({ do: 'set-user-task-clock', light: 'red' })]);
  });

  it('that was signed for too late climbs no more, unless something else is late', async () => {
    const run = await waiting();
    run.fire('ask', 'light:red:sign-for');
    run.do({ type: 'sign-for-user-task', ...on });
    expect(run.effects).toContainEqual({ do: 'end-companions', task: 2 });

    const late = await waiting();
    late.fire('ask', 'light:red:sign-for');
    late.fire('ask', 'light:red');
    late.do({ type: 'sign-for-user-task', ...on });
    expect(late.effects.map((effect) => effect.do)).not.toContain('end-companions');
  });

  it('of signing begins anew for whoever gets what others have signed for', async () => {
    const run = await waiting();
    const to = { post: 'clerk', area: 'c1' };
    const reassign = { type: 'reassign-user-task', task: 2, scope: 0, to, because: 'given', by } as const;
    run.now = '2026-09-10T02:00:00.000Z';
    run.do({ type: 'sign-for-user-task', ...on });
    run.do({ type: 'record-first-response', ...on });
    run.now = '2026-09-10T05:00:00.000Z';
    run.do(reassign);

    expect(clocks(run)?.['sign-for']).toMatchObject({ light: 'green', consumed: 0, dueAt: '2026-09-10T07:00:00.000Z' });
    expect(clocks(run)?.['first-response']?.light).toBe('done');
    expect(rows(run).at(-1)).toMatchObject({ limit: 'sign', dueAt: '2026-09-10T07:00:00.000Z' });
    run.now = '2026-09-10T06:00:00.000Z';
    run.do({ ...reassign, to: { post: 'head', area: 'g1' } });
    expect(clocks(run)?.['sign-for']?.dueAt).toBe('2026-09-10T07:00:00.000Z');
    run.fire('ask', 'light:red:sign-for');
    expect(shown(run)?.light).toBe('red');
  });

  it('that is signed for before its yellow timer came is never told to be late', async () => {
    const run = await waiting();
    const { generation = 0 } = run.at('ask').timers['light:yellow:sign-for'] ?? {};
    run.do({ type: 'sign-for-user-task', ...on });

    const late = { element: 2, scope: 0, key: 'light:yellow:sign-for', generation };
    expect(run.do({ type: 'fire-timer', ...late })).toBe('timer-stale');
  });

  it('are paused one by one: what still runs is shown', async () => {
    const run = await waiting();
    run.do({ type: 'pause-clock', ...on, stage: 'sign-for', reason: '系统升级' });
    expect(shown(run)?.limit).toBe('answer');
    run.do({ type: 'pause-clock', ...on, stage: 'first-response', reason: '系统升级' });
    run.do({ type: 'pause-clock', ...on, reason: '系统升级' });

    expect(shown(run)).toMatchObject({ light: 'paused', dueAt: null });
    expect(run.at('ask').timers).toEqual({});
  });

  it('are nothing to sign for or to answer where there is no such limit', async () => {
    const run = await waiting({ stages: {} });

    expect(run.do({ type: 'sign-for-user-task', ...on })).toBe('clock-unknown');
    expect(run.do({ type: 'record-first-response', ...on })).toBe('clock-unknown');
  });

  it('may be the only ones: the one is meant where none is named', async () => {
    const run = await waiting({ limit: undefined, stages: { verify: 'short' } });

    expect(run.do({ type: 'pause-clock', ...on, reason: '停电' })).toBeNull();
    expect(clocks(run)?.verify?.light).toBe('paused');
  });

  it.each([
    ['of an unknown stage', { signing: 'sign' }, 'limit-stage-wrong'],
    ['twice for the same stage', { handle: 'sign' }, 'limit-twice'],
  ])('are refused %s', async (_, wrong, code) => {
    const nodes = [start(), userTask('ask', { limit: 'short', stages: wrong }), end()];
    const { faults } = await compileBpmn(drawing(nodes, ['begin -> ask -> end']));

    expect(faults.map((fault) => fault.code)).toEqual([code]);
  });
});
