import { describe, expect, it } from 'vitest';
import type { AreaChange } from '../../../server/kernel/organization/area-changes.ts';
import type { Area } from '../../../server/kernel/organization/organization.ts';
import { instantOfLocal, localDate } from '../../../server/kernel/local-time.ts';
import { holdersOf } from '../../../server/kernel/organization/holders.ts';
import { complete, report } from '../../../server/kernel/world/act.ts';
import { advanceTo } from '../../../server/kernel/world/settle.ts';
import type { World } from '../../../server/kernel/world/world.ts';
import type { UserTaskEntry } from '../../../server/kernel/world/world-state.ts';
import { holds, areas as before } from '../organization/organization-examples.ts';
import { assignments, smallStreet } from './small-street.ts';

const on = '2026-09-14';
const part = (code: string): Area => ({ code, name: code, type: 'grid', kind: 'lane', parent: 'c1', from: on });
const areas = [...before.map((area) => (area.code === 'g1' ? { ...area, to: on } : area)), part('g1a'), part('g1b')];
const lamp = { caseType: 'event', area: 'g1', data: { category: 'lamp', description: '路灯不亮' } };

function split(openWork: NonNullable<AreaChange['openWork']>, people = assignments): World {
  const areaChanges = [{ on, kind: 'split' as const, from: ['g1'], to: ['g1a', 'g1b'], openWork }];
  return smallStreet(people, undefined, { areas, areaChanges });
}

const open = (world: World): readonly UserTaskEntry[] =>
  [...world.state.userTasks.values()].filter(({ state }) => state === 'open');
const midnight = instantOfLocal(`${on} 00:00`);

describe('a grid that is split with 20 open cases', () => {
  it('leaves none without hands: all go to the part that is named, those that are late included', () => {
    const world = split({ rule: 'follow', to: 'g1b' }, [
      ...assignments,
      holds('ma', 'mediator', 'g1b', { from: on }),
      holds('sun', 'officer', 'c1'),
    ]);
    for (let nth = 0; nth < 10; nth += 1) report(world, 'ma', lamp);
    advanceTo(world, instantOfLocal('2026-09-13 23:59'));
    for (let nth = 0; nth < 10; nth += 1) report(world, 'ma', lamp);
    expect(open(world).filter(({ light }) => light === 'red')).toHaveLength(10);
    expect(open(world).filter(({ position }) => position.area === 'g1')).toHaveLength(10);

    advanceTo(world, midnight);

    const today = localDate(world.state.now);
    expect(open(world)).toHaveLength(20);
    expect(open(world).filter(({ position }) => position.area === 'g1')).toEqual([]);
    expect(open(world).every(({ position }) => holdersOf(world.organization, position, today).length > 0)).toBe(true);
    expect(open(world).filter(({ position }) => position.area === 'g1b')).toHaveLength(10);
  });

  it('tells it in the story, and leaves the case where it happened', () => {
    const world = split({ rule: 'follow', to: 'g1b' }, [...assignments, holds('ma', 'mediator', 'g1b', { from: on })]);
    world.state.now = instantOfLocal('2026-09-13 23:50');
    report(world, 'ma', lamp);
    advanceTo(world, midnight);
    const [entry] = open(world);
    const events = world.state.instances.get(entry?.instance ?? '')?.history.map(({ event }) => event) ?? [];
    expect(entry?.position).toEqual({ post: 'mediator', area: 'g1b' });
    expect(events.find(({ type }) => type === 'user-task-reassigned')).toMatchObject({ because: 'area-changed' });
    expect([...world.cases.values()].map(({ area }) => area)).toEqual(['g1']);
  });

  it('lets whoever has a user task finish it, when the change says so', () => {
    const world = split({ rule: 'stay' });
    world.state.now = instantOfLocal('2026-09-13 23:50');
    report(world, 'ma', lamp);
    advanceTo(world, midnight);
    const [entry] = open(world);
    expect(entry?.position).toEqual({ post: 'mediator', area: 'g1' });
    expect(entry && complete(world, 'ma', entry, { result: 'solved' }).ok).toBe(true);
  });

  it('takes no report any more from its day on', () => {
    const world = split({ rule: 'follow' });
    advanceTo(world, midnight);
    expect(report(world, 'ma', lamp)).toMatchObject({ ok: false, code: 'area-ended' });
    expect(report(world, 'ma', { ...lamp, area: 'g1a' }).ok).toBe(true);
  });
});
