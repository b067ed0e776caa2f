import { describe, expect, it } from 'vitest';
import { decidingPosition } from '../../../server/kernel/organization/deciding-position.ts';
import { holds, streetWith } from './organization-examples.ts';

const day = '2026-09-10';
const work = { post: 'mediator', area: 'g1' };

describe('who decides about work', () => {
  it('is the named post at the nearest area upwards that has it', () => {
    const street = streetWith(holds('ma', 'mediator', 'g1'), holds('chen', 'officer', 'c1'));

    expect(decidingPosition(street, work, 'officer', day)).toEqual({ post: 'officer', area: 'c1' });
  });

  it('is who stands in for the named post while nobody holds it', () => {
    const street = streetWith(holds('ma', 'mediator', 'g1'), holds('chen', 'officer', 'c1'));

    expect(decidingPosition(street, work, 'head', day)).toEqual({ post: 'officer', area: 'c1' });
  });

  it('is never the position that has the work: those above it decide', () => {
    const street = streetWith(holds('sun', 'head', 'g1'), holds('chen', 'officer', 'c1'));

    expect(decidingPosition(street, { post: 'head', area: 'g1' }, 'head', day)).toEqual({
      post: 'officer',
      area: 'c1',
    });
    expect(decidingPosition(street, { post: 'head', area: 'g1' }, 'mediator', day)).toEqual({
      post: 'officer',
      area: 'c1',
    });
  });

  it('is nobody when everybody on the way up is missing', () => {
    const street = streetWith(holds('ma', 'mediator', 'g1'));

    expect(decidingPosition(street, work, 'officer', day)).toBeNull();
  });

  it('is nobody when no area upwards has the post or one that stands in for it', () => {
    const street = streetWith(holds('ma', 'mediator', 'g1'));

    expect(decidingPosition(street, work, 'unheard-of', day)).toBeNull();
  });
});
