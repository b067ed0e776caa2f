import { describe, expect, it } from 'vitest';
import { mayDoAt } from '../../../server/kernel/organization/asked-by-name.ts';
import { resolvePosition } from '../../../server/kernel/organization/resolve-position.ts';
import { resolveVoters } from '../../../server/kernel/organization/resolve-voters.ts';
import { holds, streetWith } from './organization-examples.ts';

const on = '2026-09-10';

/** Whom three posts of the first grid are asked through, as `post@area person`. */
function voters(
  street: ReturnType<typeof streetWith>,
  { posts = ['mediator', 'head', 'officer'], areas = ['g1'], of = 'posts' as 'posts' | 'holders' } = {},
): readonly string[] {
  const found = resolveVoters(street, { posts, areas, of }, on);
  return found.kind === 'unknown'
    ? [found.zh]
    : found.voters.map(({ post, area, person }) => `${post}@${area}${person === null ? '' : ` ${person}`}`);
}

describe('who is asked when several posts decide', () => {
  it('is each post, whoever of its holders it is', () => {
    const street = streetWith(
      holds('ma', 'mediator', 'g1'),
      holds('sun', 'head', 'g1'),
      holds('chen', 'officer', 'c1'),
    );

    expect(voters(street)).toEqual(['mediator@g1', 'head@g1', 'officer@c1']);
  });

  it('is whoever a vacant post falls back to, once', () => {
    const street = streetWith(holds('sun', 'head', 'g1'), holds('chen', 'officer', 'c1'));

    expect(voters(street)).toEqual(['head@g1', 'officer@c1']);
  });

  it('is nobody twice: a post that is left without a holder of its own is not asked', () => {
    const street = streetWith(holds('ma', 'mediator', 'g1'), holds('ma', 'head', 'g1'), holds('chen', 'officer', 'c1'));

    expect(voters(street)).toEqual(['mediator@g1 ma', 'officer@c1']);
  });

  it('is one holder each by name, where somebody holds several of the posts', () => {
    const street = streetWith(
      holds('ma', 'mediator', 'g1'),
      holds('wu', 'mediator', 'g1'),
      holds('ma', 'head', 'g1'),
      holds('chen', 'officer', 'c1'),
    );

    expect(voters(street)).toEqual(['mediator@g1 wu', 'head@g1 ma', 'officer@c1']);
  });

  it('is somebody who holds three posts in two grids once', () => {
    const street = streetWith(
      holds('ma', 'mediator', 'g1'),
      holds('ma', 'head', 'g1'),
      holds('ma', 'head', 'g2'),
      holds('wu', 'mediator', 'g2'),
    );

    expect(voters(street, { posts: ['mediator', 'head'], areas: ['g1', 'g2'] })).toEqual([
      'mediator@g1 ma',
      'mediator@g2',
    ]);
    expect(voters(street, { posts: ['head'], areas: ['g1', 'g2'], of: 'holders' })).toEqual(['head@g1 ma']);
  });

  it('is every holder by name, where each of them answers', () => {
    const street = streetWith(holds('ma', 'mediator', 'g1'), holds('wu', 'mediator', 'g1'), holds('sun', 'head', 'g1'));

    expect(voters(street, { posts: ['mediator', 'head'], of: 'holders' })).toEqual([
      'mediator@g1 ma',
      'mediator@g1 wu',
      'head@g1 sun',
    ]);
  });

  it('is a position that nobody holds, when everything is vacant: the work has a place', () => {
    expect(voters(streetWith())).toEqual(['office@s']);
  });

  it('is said not to be there for a post that no area on the way up has', () => {
    expect(voters(streetWith(), { posts: ['boat'] })[0]).toContain('都没有「boat」这个岗位');
  });
});

describe('a fallback that the work names itself', () => {
  const asked = { post: 'mediator', area: 'g1', fallback: 'office' };

  it('comes before that of the post', () => {
    const street = streetWith(holds('sun', 'head', 'g1'), holds('li', 'office', 's'));

    expect(resolvePosition(street, asked, on)).toMatchObject({ position: { post: 'office', area: 's' } });
  });

  it('is passed over too when it is vacant', () => {
    const street = streetWith(holds('sun', 'head', 'g1'));

    expect(resolvePosition(street, asked, on)).toMatchObject({
      position: { post: 'head', area: 'g1' },
      vacant: [
        { post: 'mediator', area: 'g1' },
        { post: 'office', area: 's' },
      ],
    });
  });
});

describe('work that asks one holder by name', () => {
  const street = streetWith(holds('ma', 'mediator', 'g1'), holds('wu', 'mediator', 'g1', { to: '2026-09-20' }));
  const at = { post: 'mediator', area: 'g1' };

  it('is theirs alone as long as they hold the post, and everybody’s there after it', () => {
    expect([mayDoAt(street, at, 'wu', 'wu', on), mayDoAt(street, at, 'wu', 'ma', on)]).toEqual([true, false]);
    expect(mayDoAt(street, at, 'wu', 'ma', '2026-09-20')).toBe(true);
    expect(mayDoAt(street, at, null, 'ma', on)).toBe(true);
  });
});
