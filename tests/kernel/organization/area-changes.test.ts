import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  areaNow,
  areasOn,
  successionsOn,
  successorsOf,
  type AreaChange,
} from '../../../server/kernel/organization/area-changes.ts';
import { areaTree, upwardsFrom } from '../../../server/kernel/organization/area-tree.ts';
import { followHolders } from '../../../server/kernel/organization/follow-holders.ts';
import { areaHasPost, organizationOf } from '../../../server/kernel/organization/holders.ts';
import type { Area } from '../../../server/kernel/organization/organization.ts';
import { resolvePosition } from '../../../server/kernel/organization/resolve-position.ts';
import { mergeAreas, moveFrom, splitArea } from '../../../studio/organization/area-tree/dated-changes.ts';
import type { Areas } from '../../../studio/organization/area-tree/edit-areas.ts';
import { areas as street, holds, posts } from './organization-examples.ts';

const day = '2027-01-01';
const grid = (code: string, parent: string, more: Partial<Area> = {}): Area => ({
  code,
  name: code,
  type: 'grid',
  kind: 'lane',
  parent,
  ...more,
});
const split: AreaChange = {
  on: day,
  kind: 'split',
  from: ['g1'],
  to: ['g1a', 'g1b'],
  openWork: { rule: 'follow', to: 'g1b' },
};
const divided: readonly Area[] = [
  ...street.map((area) => (area.code === 'g1' ? { ...area, to: day } : area)),
  grid('g1a', 'c1', { from: day }),
  grid('g1b', 'c1', { from: day }),
];

describe('areas that change on a day', () => {
  it('are those of the day: before it the old one, from it on its parts', () => {
    const codes = (on: string): readonly string[] => areasOn(divided, [split], on).map(({ code }) => code);
    expect(codes('2026-12-31')).toContain('g1');
    expect(codes('2026-12-31')).not.toContain('g1a');
    expect(codes(day)).not.toContain('g1');
    expect(codes(day)).toEqual(expect.arrayContaining(['g1a', 'g1b']));
  });

  it('are called as they are called on the day', () => {
    const change: AreaChange = { on: day, kind: 'rename', from: ['g2'], to: ['g2'], name: '花园网格' };
    const name = (on: string): string | undefined =>
      areasOn(street, [change], on).find(({ code }) => code === 'g2')?.name;
    expect([name('2026-12-31'), name(day)]).toEqual(['二网格', '花园网格']);
  });

  it('give their work to the part that is named, and are found from all parts', () => {
    expect(areaNow(successionsOn([split], '2026-12-31'), 'g1')).toBe('g1');
    expect(areaNow(successionsOn([split], day), 'g1')).toBe('g1b');
    expect(successorsOf(successionsOn([split], day), 'g1')).toEqual(['g1a', 'g1b']);
  });

  it('give work that is asked for at an ended area to the post at its successor, or to its fallback', () => {
    const organization = organizationOf({
      areas: divided,
      posts,
      changes: [split],
      assignments: [holds('ma', 'mediator', 'g1b', { from: day }), holds('chen', 'officer', 'c1')],
    });
    const asked = { post: 'mediator', area: 'g1' };
    expect(resolvePosition(organization, asked, day)).toMatchObject({ position: { post: 'mediator', area: 'g1b' } });
    expect(resolvePosition(organization, { post: 'head', area: 'g1' }, day)).toMatchObject({
      position: { post: 'officer', area: 'c1' },
      vacant: [{ post: 'head', area: 'g1b' }],
    });
  });
});

describe('people on posts of an area that ends', () => {
  const ground = (change: AreaChange, staying: readonly { post: string; area: string }[] = []) => ({
    successions: successionsOn([change], day),
    area: (code: string) => areasOn(divided, [change], day).find((area) => area.code === code),
    post: ({ post }: { readonly post: string }) => posts.find(({ id }) => id === post),
    staying,
  });
  const head = holds('sun', 'head', 'g1');

  it('leave on the day, when the change says so', () => {
    expect(followHolders(ground(split), [head])).toEqual({ ending: [{ assignment: head, until: day }], beginning: [] });
  });

  it('go along to the successor, when the change says so, as far as there is a place', () => {
    const follow: AreaChange = { ...split, openWork: { rule: 'follow', to: 'g1b', holders: 'follow' } };
    const two = [holds('ma', 'head', 'g1b', { from: day }), holds('li', 'head', 'g1b', { from: day })];
    expect(followHolders(ground(follow), [head]).beginning).toEqual([{ ...head, area: 'g1b', from: day }]);
    expect(followHolders(ground(follow), [head, ...two]).beginning).toEqual([]);
  });

  it('stay while they have work to finish there', () => {
    expect(followHolders(ground(split, [{ post: 'head', area: 'g1' }]), [head]).ending).toEqual([]);
  });
});

describe('posts of a unit beside the tree', () => {
  const housing: Area = { code: 'u-housing', name: '住建所', type: 'unit', kind: 'department', parent: 's' };
  const officer = { ...posts[0], id: 'housing', title: '住建专干', areaType: 'unit' as const, fallback: 'office' };
  const organization = organizationOf({
    areas: [...street, housing],
    posts: [...posts, officer],
    assignments: [holds('zhao', 'housing', 'u-housing'), holds('li', 'office', 's')],
  } as never);

  it('get work from any area below the one the unit is attached to', () => {
    expect(resolvePosition(organization, { post: 'housing', area: 'g1' }, day)).toMatchObject({
      position: { post: 'housing', area: 'u-housing' },
    });
  });

  it('hand it up to the area while nobody holds them', () => {
    const vacant = { ...organization, assignments: new Map([...organization.assignments, ['housing@u-housing', []]]) };
    expect(resolvePosition(vacant, { post: 'housing', area: 'g1' }, day)).toMatchObject({
      position: { post: 'office', area: 's' },
    });
  });
});

/** One change that somebody asks for: which, at which area, on which later day. */
const wish = fc.record({
  kind: fc.constantFrom('split' as const, 'merge' as const, 'move' as const),
  at: fc.nat(),
  with: fc.nat(),
  rule: fc.constantFrom('follow' as const, 'stay' as const),
  holders: fc.constantFrom('follow' as const, 'end' as const),
});
type Wish = typeof wish extends fc.Arbitrary<infer Value> ? Value : never;

const coded: Areas = {
  codePatterns: {},
  areas: [
    { code: '620502', name: '街道', type: 'street', parent: null },
    ...['001', '002'].flatMap((community): readonly Area[] => [
      { code: `620502${community}`, name: `社区 ${community}`, type: 'community', parent: '620502' },
      ...['001', '002', '003'].map((one) => grid(`620502${community}${one}`, `620502${community}`)),
    ]),
  ],
};

function dayAfter(nth: number): string {
  return new Date(Date.UTC(2027, 0, 1 + nth)).toISOString().slice(0, 10);
}

function changedBy(all: Areas, one: Wish, on: string): Areas {
  const standing = areasOn(all.areas, all.changes ?? [], on);
  const grids = standing.filter(({ type }) => type === 'grid');
  const [first, second] = [grids[one.at % grids.length], grids[one.with % grids.length]];
  const communities = standing.filter(({ type }) => type === 'community');
  if (!first || !second) return all;
  const rule = { rule: one.rule, holders: one.holders };
  const planned =
    one.kind === 'split'
      ? splitArea(all, first.code, on, { ...rule, names: [`${on} 甲`, `${on} 乙`], main: one.with % 2 })
      : one.kind === 'merge'
        ? mergeAreas(all, [...new Set([first.code, second.code])], on, { ...rule, name: `${on} 合` })
        : moveFrom(all, first.code, on, { ...rule, parent: communities[one.with % communities.length]?.code ?? '' });
  return planned?.next ?? all;
}

describe('whatever is split, merged and moved on whatever days', () => {
  it('every day has a well-formed tree, and work of every old area has a place in it', () => {
    fc.assert(
      fc.property(fc.array(wish, { minLength: 1, maxLength: 12 }), (wishes) => {
        const all = wishes.reduce((before, one, nth) => changedBy(before, one, dayAfter(nth)), coded);
        const changes = all.changes ?? [];
        const organization = organizationOf({
          areas: all.areas,
          posts,
          changes,
          assignments: [holds('li', 'office', '620502')],
        });
        for (let nth = 0; nth <= wishes.length; nth += 1) {
          const on = dayAfter(nth);
          const tree = areaTree(areasOn(all.areas, changes, on));
          for (const area of tree.areas.values()) {
            expect(upwardsFrom(tree, area.code).at(-1)?.code).toBe('620502');
            expect(area.parent === null || area.code.startsWith(area.parent)).toBe(true);
          }
          const known = all.areas.filter(({ type, from }) => type === 'grid' && (from === undefined || from <= on));
          for (const { code } of known) {
            const now = areaNow(successionsOn(changes, on), code);
            const mediator = posts.find(({ id }) => id === 'mediator');
            const place = tree.areas.get(now);
            expect(place && mediator && areaHasPost(place, mediator)).toBe(true);
            expect(resolvePosition(organization, { post: 'mediator', area: code }, on)).toMatchObject({
              position: { post: 'office', area: '620502' },
            });
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});
