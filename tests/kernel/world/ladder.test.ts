import { describe, expect, it } from 'vitest';
import type { TimeLimit } from '../../../server/kernel/calendar/time-limit.ts';
import { instantOfLocal } from '../../../server/kernel/local-time.ts';
import { complete, report, sendUp } from '../../../server/kernel/world/act.ts';
import { moveClockOf } from '../../../server/kernel/world/clock-acts.ts';
import { advanceTo } from '../../../server/kernel/world/settle.ts';
import type { World } from '../../../server/kernel/world/world.ts';
import type { UserTaskEntry } from '../../../server/kernel/world/world-state.ts';
import { holds } from '../organization/organization-examples.ts';
import { assignments, release, smallStreet } from './small-street.ts';

/** The street with one open case, at a local time of its days. */
function lampAt(local: string, on = assignments): World {
  const world = smallStreet(on);
  report(world, 'sun', { caseType: 'event', area: 'g1', data: { category: 'lamp', description: '路灯不亮' } });
  advanceTo(world, instantOfLocal(local));
  return world;
}

const task = (world: World): UserTaskEntry => [...world.state.userTasks.values()][0] ?? fail();
const fail = (): never => {
  throw new Error('there is no user task');
};
const progress = (world: World) => [...world.cases.values()][0]?.progress;
const ladders = (world: World) =>
  [...world.state.instances.values()].filter(({ process }) => process.id === 'escalation');
const told = (world: World): readonly string[] =>
  [...world.cases.values()].flatMap(({ tellings }) =>
    tellings.map(({ to, title }) => `${'post' in to ? `${to.post}@${to.area}` : to.person} ${title}`),
  );

describe('an overdue user task', () => {
  it('turns yellow, then red, and is never completed', () => {
    expect(progress(lampAt('2026-09-10 12:30'))?.light).toBe('yellow');
    const red = lampAt('2026-09-10 13:00');

    expect(progress(red)).toMatchObject({ light: 'red', everOverdue: true, status: 'open' });
    expect(task(red).state).toBe('open');
    expect(task(lampAt('2027-09-10 13:00')).state).toBe('open');
  });

  it('climbs rung by rung, each at its time, and stays at the top', () => {
    const positionAt = (local: string) => Object.values(task(lampAt(local)).position).join('@');

    expect(positionAt('2026-09-10 12:59')).toBe('mediator@g1');
    expect(positionAt('2026-09-10 13:00')).toBe('officer@c1');
    expect(positionAt('2026-09-11 12:59')).toBe('officer@c1');
    expect(positionAt('2026-09-11 13:00')).toBe('office@s');
    expect(positionAt('2026-12-31 13:00')).toBe('office@s');
  });

  it('tells the posts of each rung and whoever has it, once each', () => {
    expect(told(lampAt('2026-09-12 09:00')).slice(1)).toEqual([
      'head@g1 超期：路灯不亮',
      'mediator@g1 超期：路灯不亮',
      'officer@c1 超期：路灯不亮',
    ]);
  });

  it('that is completed ends its ladder, and nothing is told or moved any more', () => {
    const world = lampAt('2026-09-10 14:00');
    const before = told(world).length;
    expect(complete(world, 'chen', task(world), { result: 'solved' }).ok).toBe(true);
    advanceTo(world, instantOfLocal('2026-10-10 09:00'));

    expect(ladders(world).map(({ instance }) => instance.status)).toEqual(['cancelled']);
    expect([told(world).length, task(world).position]).toEqual([before, { post: 'officer', area: 'c1' }]);
  });
});

describe('the ladder of a user task that is given more time', () => {
  const short: TimeLimit = {
    id: 'short',
    title: '四小时',
    amount: 4,
    unit: 'hours',
    extensions: [
      { by: 'office', most: { amount: 48, unit: 'hours' } },
      { by: 'office', most: { amount: 2, unit: 'hours' } },
    ],
  };
  const limits = new Map<string, TimeLimit>([...release.limits, ['short', short]]);

  /** Overdue since 13:00 on the 10th and at its first rung; the second comes at 13:00 on the 11th. */
  function lateLamp(): World {
    const world = smallStreet(assignments, undefined, { limits });
    report(world, 'sun', { caseType: 'event', area: 'g1', data: { category: 'lamp', description: '路灯不亮' } });
    advanceTo(world, instantOfLocal('2026-09-10 14:00'));
    return world;
  }
  const extend = (world: World, amount: number) =>
    moveClockOf(world, 'li', task(world), { do: 'extend', amount, unit: 'hours', because: '等材料' });
  const positionOf = (world: World, local: string) => {
    advanceTo(world, instantOfLocal(local));
    return Object.values(task(world).position).join('@');
  };

  it('does not climb before it is due again, and climbs then, rung by rung, each once', () => {
    const world = lateLamp();
    const before = told(world).length;
    expect(extend(world, 48).ok).toBe(true);

    expect(positionOf(world, '2026-09-12 12:59')).toBe('officer@c1');
    expect(told(world)).toHaveLength(before);
    expect(positionOf(world, '2026-09-13 12:59')).toBe('officer@c1');
    expect(positionOf(world, '2026-09-20 09:00')).toBe('office@s');
    expect(ladders(world).map(({ instance }) => instance.status)).toEqual(['cancelled', 'completed']);
    // Rung one tells the head and whoever has it, rung two the officer, who has it.
    expect(told(world).slice(before)).toEqual([
      'head@g1 超期：路灯不亮',
      'officer@c1 超期：路灯不亮',
      'officer@c1 超期：路灯不亮',
    ]);
  });

  it('goes on where that is too little for it to be in time', () => {
    const world = lateLamp();
    advanceTo(world, instantOfLocal('2026-09-10 20:00'));
    expect(extend(world, 2).ok).toBe(true);

    expect(positionOf(world, '2026-09-11 13:00')).toBe('office@s');
    expect(ladders(world)).toHaveLength(1);
  });
});

describe('a ladder never hands down', () => {
  it('what was handed up by hand before', () => {
    const world = lampAt('2026-09-10 10:00');
    sendUp(world, 'ma', task(world), '要电工');
    sendUp(world, 'chen', task(world), '要钱');
    advanceTo(world, instantOfLocal('2026-09-30 09:00'));

    expect(task(world).position).toEqual({ post: 'office', area: 's' });
  });

  it('what lies with the stand-in of its post, when the post is filled meanwhile', () => {
    const late = holds('wu', 'officer', 'c1', { from: '2026-09-11' });
    const world = lampAt('2026-09-11 12:00', [...assignments.filter(({ post }) => post !== 'officer'), late]);

    expect(task(world).position).toEqual({ post: 'office', area: 's' });
    advanceTo(world, instantOfLocal('2026-09-30 09:00'));
    expect(task(world).position).toEqual({ post: 'office', area: 's' });
  });
});
