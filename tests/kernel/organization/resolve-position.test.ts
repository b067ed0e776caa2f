import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { upwardsFrom } from '../../../server/kernel/organization/area-tree.ts';
import { organizationOf } from '../../../server/kernel/organization/holders.ts';
import { climbFrom, resolvePosition } from '../../../server/kernel/organization/resolve-position.ts';
import { holds, streetWith } from './organization-examples.ts';

const day = '2026-09-10';

describe('work for a post', () => {
  it('goes to the post at the area itself when somebody holds it', () => {
    const street = streetWith(holds('ma', 'mediator', 'g1'));

    expect(resolvePosition(street, { post: 'mediator', area: 'g1' }, day)).toEqual({ kind: 'position', position: { post: 'mediator', area: 'g1' }, vacant: [] });
  });

  it('goes to the nearest area above that has the post', () => {
    const street = streetWith(holds('chen', 'officer', 'c1'));

    expect(resolvePosition(street, { post: 'officer', area: 'g2' }, day)).toMatchObject({ position: { post: 'officer', area: 'c1' } });
  });

  it('goes up over vacant posts and says which', () => {
    const street = streetWith(holds('chen', 'officer', 'c1'));

    expect(resolvePosition(street, { post: 'mediator', area: 'g1' }, day)).toEqual({
      kind: 'position', position: { post: 'officer', area: 'c1' }, vacant: [{ post: 'mediator', area: 'g1' }, { post: 'head', area: 'g1' }],
    });
  });

  it('goes to somebody who covers', () => {
    const street = streetWith(holds('wang', 'mediator', 'g1', { kind: 'cover' }));

    expect(resolvePosition(street, { post: 'mediator', area: 'g1' }, day)).toMatchObject({ position: { post: 'mediator', area: 'g1' }, vacant: [] });
  });

  it('goes up on the very day on which an assignment ends', () => {
    const street = streetWith(holds('ma', 'mediator', 'g1', { to: day }), holds('sun', 'head', 'g1'));

    expect(resolvePosition(street, { post: 'mediator', area: 'g1' }, '2026-09-09')).toMatchObject({ position: { post: 'mediator' } });
    expect(resolvePosition(street, { post: 'mediator', area: 'g1' }, day)).toMatchObject({ position: { post: 'head' } });
  });

  it('has a place even when everybody is absent', () => {
    expect(resolvePosition(streetWith(), { post: 'mediator', area: 'g1' }, day)).toMatchObject({ position: { post: 'office', area: 's' }, vacant: { length: 4 } });
  });

  it('is refused where neither the area nor any above has the post', () => {
    expect(resolvePosition(streetWith(), { post: 'guard', area: 'g1' }, day)).toMatchObject({ kind: 'unknown', zh: expect.stringContaining('一网格') });
    expect(resolvePosition(streetWith(), { post: 'mediator', area: 'c1' }, day)).toMatchObject({ kind: 'unknown' });
  });
});

describe('work that climbs', () => {
  it('goes to the post above', () => {
    const street = streetWith(holds('chen', 'officer', 'c1'));

    expect(climbFrom(street, { post: 'mediator', area: 'g1' }, 'officer', day)).toEqual({ post: 'officer', area: 'c1' });
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
  const anyArea = fc.record({
    code: fc.constantFrom(...codes), name: fc.constant(''), type: fc.constantFrom('street', 'community', 'grid'),
    parent: fc.option(fc.constantFrom(...codes)), kind: fc.constant('lane'),
  }, { requiredKeys: ['code', 'name', 'type', 'parent'] });
  const anyPost = fc.record({
    id: fc.constantFrom(...ids), title: fc.constant(''), areaType: fc.constantFrom('street', 'community', 'grid'), group: fc.constant('upper'),
    required: fc.boolean(), min: fc.nat(2), max: fc.constant(3), fallback: fc.constantFrom(...ids), roles: fc.constant([]),
  }, { requiredKeys: ['id', 'title', 'areaType', 'group', 'required', 'min', 'max', 'roles'] });
  const anyAssignment = fc.record({
    person: fc.constant('x'), post: fc.constantFrom(...ids), area: fc.constantFrom(...codes), kind: fc.constantFrom('formal', 'cover'),
    from: fc.constant('2026-01-01'), to: fc.constant(null),
  });
  const anyOrganization = fc.record({ areas: fc.array(anyArea), posts: fc.array(anyPost), assignments: fc.array(anyAssignment) });

  it('the way of work ends, goes up only and passes no position twice', () => {
    fc.assert(fc.property(anyOrganization, fc.constantFrom(...ids), fc.constantFrom(...codes), (data, post, area) => {
      const organization = organizationOf(data as Parameters<typeof organizationOf>[0]);
      const answer = resolvePosition(organization, { post, area }, day);
      if (answer.kind === 'unknown') return;
      const line = upwardsFrom(organization.tree, area).map((upper) => upper.code);
      const heights = [...answer.vacant, answer.position].map((position) => line.indexOf(position.area));
      expect(heights).toEqual(heights.toSorted((one, other) => one - other));
      expect(heights.includes(-1)).toBe(false);
      expect(new Set(answer.vacant.map((position) => `${position.post}@${position.area}`)).size).toBe(answer.vacant.length);
    }));
  });

  it('work that climbs never lands below or where it was', () => {
    fc.assert(fc.property(anyOrganization, fc.constantFrom(...ids), fc.constantFrom(...ids), fc.constantFrom(...codes), (data, from, to, area) => {
      const organization = organizationOf(data as Parameters<typeof organizationOf>[0]);
      const target = climbFrom(organization, { post: from, area }, to, day);
      if (target) {
        expect(upwardsFrom(organization.tree, area).map((upper) => upper.code)).toContain(target.area);
        expect(target).not.toEqual({ post: from, area });
      }
    }));
  });
});
