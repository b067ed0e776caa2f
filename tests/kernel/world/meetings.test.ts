import { describe, expect, it } from 'vitest';
import { instantOfLocal, localDateTime } from '../../../server/kernel/local-time.ts';
import { complete } from '../../../server/kernel/world/act.ts';
import { advanceTo } from '../../../server/kernel/world/settle.ts';
import type { World } from '../../../server/kernel/world/world.ts';
import { assignments, monthly, smallStreet } from './small-street.ts';

function at(world: World, local: string): World {
  advanceTo(world, instantOfLocal(local));
  return world;
}

const held = (world: World): readonly string[] =>
  [...world.meetings.values()].map((meeting) => `${meeting.series} ${localDateTime(meeting.at).slice(0, 16)}`);
const open = (world: World) => [...world.state.userTasks.values()].filter(({ state }) => state === 'open');

describe('a meeting series', () => {
  it('calls its meeting when its notice is due, and not before', () => {
    // 20 September 2026 is a Sunday that is worked (国庆节调休); three working days before is Wednesday the 16th.
    expect(held(at(smallStreet(), '2026-09-16 08:29'))).toEqual([]);
    expect(held(at(smallStreet(), '2026-09-16 08:30'))).toEqual(['monthly 2026-09-20T15:00']);
  });

  it('calls each meeting once, however the time passes', () => {
    const atOnce = at(smallStreet(), '2026-12-31 18:00');
    const slowly = smallStreet();
    for (const day of ['09-16', '09-17', '10-15', '10-16', '11-30', '12-31']) at(slowly, `2026-${day} 18:00`);

    expect(held(atOnce)).toHaveLength(4);
    expect(held(slowly)).toEqual(held(atOnce));
  });

  it('shares the hour with another one', () => {
    const other = { ...monthly, id: 'other', title: '另一个会' };
    const meetings = new Map([[monthly.id, monthly] as const, [other.id, other] as const]);

    expect(held(at(smallStreet(assignments, undefined, { meetings }), '2026-09-30 18:00'))).toHaveLength(2);
  });

  it('tells the convenor, the recorder and every participant’s position, each once', () => {
    const [meeting] = at(smallStreet(), '2026-09-16 09:00').meetings.values();

    expect(meeting?.tellings.map(({ to, title }) => [to, title])).toEqual([
      [{ post: 'office', area: 's' }, '会议通知：月例会'],
      [{ post: 'officer', area: 'c1' }, '会议通知：月例会'],
    ]);
  });
});

describe('a meeting', () => {
  it('asks for its minutes when it begins', () => {
    expect(open(at(smallStreet(), '2026-09-20 14:59'))).toEqual([]);
    expect(open(at(smallStreet(), '2026-09-20 15:00'))).toMatchObject([
      { element: 'minutes', position: { post: 'office' } },
    ]);
  });

  it('sends out what was agreed, each with its own limit', () => {
    const world = at(smallStreet(), '2026-09-20 16:30');
    const items = [
      { title: '修路灯', post: 'officer', area: 'c1', limit: 'short' },
      { title: '说一说', post: 'office', area: 's', limit: 'pause' },
    ];
    const [minutes] = open(world);

    expect(minutes && complete(world, 'li', minutes, { items })).toEqual({ ok: true, value: null });
    expect([...world.actionItems.values()].map(({ title, position }) => [title, position.post])).toEqual([
      ['修路灯', 'officer'],
      ['说一说', 'office'],
    ]);
    expect(open(world).map(({ element, limit }) => [element, limit])).toEqual([
      ['do', 'short'],
      ['do', 'pause'],
    ]);
  });

  it('may agree on nothing', () => {
    const world = at(smallStreet(), '2026-09-20 16:30');
    const [minutes] = open(world);
    if (minutes) complete(world, 'li', minutes, {});

    expect([world.actionItems.size, open(world)]).toEqual([0, []]);
  });
});
