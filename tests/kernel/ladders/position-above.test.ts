import { describe, expect, it } from 'vitest';
import { positionAbove } from '../../../server/kernel/ladders/position-above.ts';
import { climbFrom } from '../../../server/kernel/organization/resolve-position.ts';
import { streetWith } from '../organization/organization-examples.ts';
import { assignments, release } from '../world/small-street.ts';

const ladder = release.ladders.get('overdue');
const day = '2026-09-10';
const above = (post: string, area: string, on = assignments) =>
  positionAbove(streetWith(...on), ladder, { post, area }, day);

describe('handing up by hand', () => {
  it('goes to the first rung above', () => {
    expect(above('mediator', 'g1')).toEqual({ post: 'officer', area: 'c1' });
    expect(above('officer', 'c1')).toEqual({ post: 'office', area: 's' });
  });

  it('goes past a vacant rung', () => {
    const vacant = assignments.filter(({ post }) => post !== 'officer');

    expect(above('mediator', 'g1', vacant)).toEqual({ post: 'office', area: 's' });
  });

  it('ends at the top, and where there is no ladder', () => {
    expect(above('office', 's')).toBeNull();
    expect(positionAbove(streetWith(...assignments), undefined, { post: 'mediator', area: 'g1' }, day)).toBeNull();
  });
});

describe('climbing', () => {
  it('takes nothing back from a stand-in to the post below it', () => {
    const street = streetWith(...assignments);

    expect(climbFrom(street, { post: 'head', area: 'g1' }, 'mediator', day)).toBeNull();
    expect(climbFrom(street, { post: 'mediator', area: 'g1' }, 'head', day)).toEqual({ post: 'head', area: 'g1' });
  });
});
