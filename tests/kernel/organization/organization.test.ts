import { describe, expect, it } from 'vitest';
import {
  areaTree,
  childrenOf,
  downwardsFrom,
  liesWithin,
  upwardsFrom,
} from '../../../server/kernel/organization/area-tree.ts';
import { grantOf, reachesCategory } from '../../../server/kernel/organization/data-scope.ts';
import { holdersOf, postsHeldBy, postsOf } from '../../../server/kernel/organization/holders.ts';
import type { Role } from '../../../server/kernel/organization/organization.ts';
import { vacanciesIn } from '../../../server/kernel/organization/vacancies.ts';
import { areas, holds, posts, streetWith } from './organization-examples.ts';

const day = '2026-09-10';
const codes = (list: readonly { readonly code: string }[]): readonly string[] => list.map((area) => area.code);

describe('the area tree', () => {
  const tree = areaTree(areas);

  it('knows what lies above an area, the nearest first', () => {
    expect(codes(upwardsFrom(tree, 'g3'))).toEqual(['g3', 'c2', 's']);
  });

  it('knows what lies below, parents before children', () => {
    expect(codes(downwardsFrom(tree, 's'))).toEqual(['s', 'c1', 'c2', 'g1', 'g2', 'g3']);
    expect(codes(childrenOf(tree, 'c1'))).toEqual(['g1', 'g2']);
  });

  it('knows what lies within what', () => {
    expect([
      liesWithin(tree, 'g1', 'c1'),
      liesWithin(tree, 'g1', 'g1'),
      liesWithin(tree, 'c1', 'g1'),
      liesWithin(tree, 'g3', 'c1'),
    ]).toEqual([true, true, false, false]);
  });

  it('ends where parents form a circle, and knows nothing of an unknown area', () => {
    const circle = areaTree([
      { code: 'a', name: '', type: 'grid', parent: 'b' },
      { code: 'b', name: '', type: 'grid', parent: 'a' },
    ]);

    expect(codes(upwardsFrom(circle, 'a'))).toEqual(['a', 'b']);
    expect(codes(downwardsFrom(circle, 'a'))).toEqual(['a', 'b']);
    expect(upwardsFrom(circle, 'x')).toEqual([]);
  });
});

describe('holders of posts', () => {
  it('are those of the day, formal ones before cover', () => {
    const street = streetWith(
      holds('wang', 'head', 'g1', { kind: 'cover' }),
      holds('sun', 'head', 'g1'),
      holds('li', 'head', 'g1', { from: '2026-10-01' }),
    );

    expect(holdersOf(street, { post: 'head', area: 'g1' }, day).map((held) => held.person)).toEqual(['sun', 'wang']);
  });

  it('may hold several posts in several areas', () => {
    const street = streetWith(
      holds('ma', 'mediator', 'g1'),
      holds('ma', 'head', 'g2'),
      holds('ma', 'head', 'g3', { to: '2026-02-01' }),
    );

    expect(postsHeldBy(street, 'ma', day).map((held) => held.area)).toEqual(['g1', 'g2']);
  });

  it('find only the posts that an area has', () => {
    const street = streetWith();

    expect(areas.slice(3).map((area) => postsOf(street, area).map((post) => post.id))).toEqual([
      ['mediator', 'head'],
      ['mediator', 'head'],
      ['mediator', 'guard', 'head'],
    ]);
  });
});

describe('vacancies', () => {
  it('are required posts that too few hold formally', () => {
    const street = streetWith(holds('ma', 'mediator', 'g1'), holds('wang', 'head', 'g1', { kind: 'cover' }));

    expect(vacanciesIn(street, 'g1', day)).toEqual([
      { post: 'head', area: 'g1', required: 1, held: 0, coveredBy: ['wang'], since: null },
    ]);
  });

  it('begin on the day the last holder left', () => {
    const street = streetWith(holds('ma', 'mediator', 'g1', { to: '2026-08-29' }), holds('sun', 'head', 'g1'));

    expect(vacanciesIn(street, 'g1', day).map((vacancy) => vacancy.since)).toEqual(['2026-08-29']);
  });

  it('are counted for everything below an area', () => {
    expect(vacanciesIn(streetWith(), 's', day)).toHaveLength(1 + 2 + 6);
  });
});

describe('what a post held grants', () => {
  const roles = new Map<string, Role>([
    ['worker', { id: 'worker', title: '', permissions: ['case.view', 'case.report'] }],
    ['dispatcher', { id: 'dispatcher', title: '', permissions: ['case.urge'] }],
  ]);
  const withBelow = (category: string): readonly string[] => [category, `${category}-fire`];
  const officer = posts.find(({ id }) => id === 'officer');

  it('is the permissions of its roles in its area, for cases of every category', () => {
    const grant = grantOf({ post: 'officer', area: 'c1' }, officer, roles, withBelow);

    expect(grant).toEqual({ area: 'c1', permissions: new Set(['case.view', 'case.report', 'case.urge']) });
    expect(reachesCategory(grant, 'hazard')).toBe(true);
  });

  it('reaches the categories the post is for with those below them, and no others', () => {
    const firemen = officer && { ...officer, categories: ['hazard'] };
    const grant = grantOf({ post: 'officer', area: 'c1' }, firemen, roles, withBelow);

    expect(['hazard', 'hazard-fire', 'dispute', undefined].map((one) => reachesCategory(grant, one))).toEqual([
      true,
      true,
      false,
      true,
    ]);
  });

  it('is nothing where the area has no such post any more', () => {
    expect(grantOf({ post: 'gone', area: 'c1' }, undefined, roles, withBelow).permissions.size).toBe(0);
  });
});
