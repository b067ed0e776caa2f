import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { upwardsFrom } from '../../../server/kernel/organization/area-tree.ts';
import { organizationOf, type Organization } from '../../../server/kernel/organization/holders.ts';
import type { OrganizationData } from '../../../server/kernel/organization/organization.ts';
import { climbFrom, resolvePosition } from '../../../server/kernel/organization/resolve-position.ts';
import { holds, streetWith } from './organization-examples.ts';

const day = '2026-09-10';

describe('work for a post', () => {
  it('goes to the post at the area itself when somebody holds it', () => {
    const street = streetWith(holds('ma', 'mediator', 'g1'));

    expect(resolvePosition(street, { post: 'mediator', area: 'g1' }, day)).toEqual({
      kind: 'position',
      position: { post: 'mediator', area: 'g1' },
      vacant: [],
    });
  });

  it('goes to the nearest area above that has the post', () => {
    const street = streetWith(holds('chen', 'officer', 'c1'));

    expect(resolvePosition(street, { post: 'officer', area: 'g2' }, day)).toMatchObject({
      position: { post: 'officer', area: 'c1' },
    });
  });

  it('goes up over vacant posts and says which', () => {
    const street = streetWith(holds('chen', 'officer', 'c1'));

    expect(resolvePosition(street, { post: 'mediator', area: 'g1' }, day)).toEqual({
      kind: 'position',
      position: { post: 'officer', area: 'c1' },
      vacant: [
        { post: 'mediator', area: 'g1' },
        { post: 'head', area: 'g1' },
      ],
    });
  });

  it('goes to somebody who covers', () => {
    const street = streetWith(holds('wang', 'mediator', 'g1', { kind: 'cover' }));

    expect(resolvePosition(street, { post: 'mediator', area: 'g1' }, day)).toMatchObject({
      position: { post: 'mediator', area: 'g1' },
      vacant: [],
    });
  });

  it('goes up on the very day on which an assignment ends', () => {
    const street = streetWith(holds('ma', 'mediator', 'g1', { to: day }), holds('sun', 'head', 'g1'));

    expect(resolvePosition(street, { post: 'mediator', area: 'g1' }, '2026-09-09')).toMatchObject({
      position: { post: 'mediator' },
    });
    expect(resolvePosition(street, { post: 'mediator', area: 'g1' }, day)).toMatchObject({
      position: { post: 'head' },
    });
  });

  it('has a place even when everybody is absent', () => {
    expect(resolvePosition(streetWith(), { post: 'mediator', area: 'g1' }, day)).toMatchObject({
      position: { post: 'office', area: 's' },
      vacant: { length: 4 },
    });
  });

  it('goes to the fallback where the area has no such post', () => {
    const street = streetWith(holds('sun', 'head', 'g1'), holds('chen', 'officer', 'c1'));

    expect(resolvePosition(street, { post: 'guard', area: 'g1' }, day)).toMatchObject({
      position: { post: 'head', area: 'g1' },
    });
    expect(resolvePosition(street, { post: 'mediator', area: 'c1' }, day)).toMatchObject({
      position: { post: 'officer', area: 'c1' },
    });
  });

  it('is refused where nothing on the chain has a place', () => {
    expect(resolvePosition(streetWith(), { post: 'nobody', area: 'g1' }, day)).toMatchObject({
      kind: 'unknown',
      zh: expect.stringContaining('一网格'),
    });
    expect(resolvePosition(streetWith(), { post: 'mediator', area: 'nowhere' }, day)).toMatchObject({
      kind: 'unknown',
    });
  });
});

describe('work that climbs', () => {
  it('goes to the post above', () => {
    const street = streetWith(holds('chen', 'officer', 'c1'));

    expect(climbFrom(street, { post: 'mediator', area: 'g1' }, 'officer', day)).toEqual({
      post: 'officer',
      area: 'c1',
    });
  });

  it('stays where the post already has it, and never comes down', () => {
    const street = streetWith(holds('chen', 'officer', 'c1'), holds('zhou', 'office', 's'));

    expect(climbFrom(street, { post: 'officer', area: 'c1' }, 'officer', day)).toBeNull();
    expect(climbFrom(street, { post: 'office', area: 's' }, 'officer', day)).toBeNull();
  });
});

describe('whatever an organisation looks like', () => {
  const codes = ['a', 'b', 'c', 'd', 'e'];
  const ids = ['p', 'q', 'r', 's'];
  const anyType = fc.constantFrom('street', 'community', 'grid');
  const anyPosts = fc.array(
    fc.record({ areaType: anyType, fallback: fc.option(fc.constantFrom(...ids), { nil: undefined }) }),
    { minLength: ids.length, maxLength: ids.length },
  );
  const anyHeld = fc.array(fc.record({ post: fc.constantFrom(...ids), area: fc.constantFrom(...codes) }));
  /** Areas whose parent may be any other (circles), or only one written before (a tree). */
  const anyAreas = (parents: (index: number) => readonly string[]) =>
    fc.tuple(
      ...codes.map((code, index) =>
        fc.record({
          code: fc.constant(code),
          name: fc.constant(''),
          type: anyType,
          parent: parents(index).length > 0 ? fc.option(fc.constantFrom(...parents(index))) : fc.constant(null),
        }),
      ),
    );
  const trees = anyAreas((index) => codes.slice(0, index));
  const withCircles = anyAreas(() => codes);

  type Drawn = {
    readonly areas: readonly object[];
    readonly posts: readonly object[];
    readonly held: readonly object[];
  };

  function drawn({ areas, posts, held }: Drawn): Organization {
    const full = posts.map((post, index) => ({
      id: ids[index],
      title: '',
      group: 'upper',
      required: true,
      min: 1,
      max: 9,
      roles: [],
      ...post,
    }));
    const assignments = held.map((position) => ({
      person: 'x',
      kind: 'formal',
      from: '2026-01-01',
      to: null,
      ...position,
    }));
    return organizationOf({ areas, posts: full, assignments } as unknown as OrganizationData);
  }

  it('the way of work ends and passes no position twice, even where areas form circles', () => {
    fc.assert(
      fc.property(
        fc.record({ areas: withCircles, posts: anyPosts, held: anyHeld }),
        fc.constantFrom(...ids),
        fc.constantFrom(...codes),
        (data, post, area) => {
          const answer = resolvePosition(drawn(data), { post, area }, day);
          const passed =
            answer.kind === 'position' ? answer.vacant.map((position) => `${position.post}@${position.area}`) : [];
          expect(new Set(passed).size).toBe(passed.length);
        },
      ),
    );
  });

  it('the way of work goes up only', () => {
    fc.assert(
      fc.property(
        fc.record({ areas: trees, posts: anyPosts, held: anyHeld }),
        fc.constantFrom(...ids),
        fc.constantFrom(...codes),
        (data, post, area) => {
          const organization = drawn(data);
          const answer = resolvePosition(organization, { post, area }, day);
          const line = upwardsFrom(organization.tree, area).map((upper) => upper.code);
          const heights =
            answer.kind === 'position'
              ? [...answer.vacant, answer.position].map((position) => line.indexOf(position.area))
              : [];
          expect(heights).toEqual(heights.toSorted((one, other) => one - other));
          expect(heights).not.toContain(-1);
        },
      ),
    );
  });

  it('work that climbs never lands below or where it was', () => {
    fc.assert(
      fc.property(
        fc.record({ areas: trees, posts: anyPosts, held: anyHeld }),
        fc.constantFrom(...ids),
        fc.constantFrom(...ids),
        fc.constantFrom(...codes),
        (data, from, to, area) => {
          const organization = drawn(data);
          const target = climbFrom(organization, { post: from, area }, to, day);
          const reached = upwardsFrom(organization.tree, area).map((upper) => upper.code);
          expect(target === null || reached.includes(target.area)).toBe(true);
          expect(target).not.toEqual({ post: from, area });
        },
      ),
    );
  });
});
