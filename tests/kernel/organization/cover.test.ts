import { describe, expect, it } from 'vitest';
import { coverFault, type WantedCover } from '../../../server/kernel/organization/cover.ts';
import { organizationOf } from '../../../server/kernel/organization/holders.ts';
import { staffingOf } from '../../../server/kernel/organization/staffing.ts';
import { vacanciesIn } from '../../../server/kernel/organization/vacancies.ts';
import { areas, holds, posts, streetWith } from './organization-examples.ts';

const wanted: WantedCover = {
  post: 'mediator',
  area: 'g1',
  person: 'wang',
  from: '2026-09-10',
  to: '2026-09-20',
  covers: 'ma',
};

describe('a cover', () => {
  const street = streetWith(
    holds('ma', 'mediator', 'g1'),
    holds('li', 'mediator', 'g1', { kind: 'cover', to: '2026-10-01', covers: 'ma' }),
    holds('he', 'mediator', 'g1', { to: '2026-09-01' }),
  );

  it('stands in for somebody who holds the post formally', () => {
    expect(coverFault(street, wanted)).toBeNull();
  });

  it('stands in for nobody where the post is vacant', () => {
    expect(coverFault(streetWith(), { ...wanted, covers: null })).toBeNull();
  });

  it.each<[string, Partial<WantedCover>, string]>([
    ['without an end', { to: null }, 'cover-without-end'],
    ['longer than the usual 92 days', { to: '2026-12-12' }, 'cover-too-long'],
    ['for oneself', { person: 'ma' }, 'cover-of-oneself'],
    ['for somebody who only covers', { covers: 'li' }, 'cover-of-cover'],
    ['for somebody who has left', { covers: 'he' }, 'cover-of-nobody'],
    ['for nobody while the post is held', { covers: null }, 'cover-for-whom'],
  ])('is refused %s', (_, change, code) => {
    expect(coverFault(street, { ...wanted, ...change })?.code).toBe(code);
  });

  it('of 92 days is not too long', () => {
    expect(coverFault(street, { ...wanted, to: '2026-12-11' })).toBeNull();
  });

  it('that follows another by the same person counts from the first', () => {
    const again = streetWith(
      holds('ma', 'mediator', 'g1'),
      holds('wang', 'mediator', 'g1', { kind: 'cover', from: '2026-07-01', to: '2026-08-01', covers: 'ma' }),
      holds('wang', 'mediator', 'g1', { kind: 'cover', from: '2026-08-01', to: '2026-09-10', covers: 'ma' }),
    );
    expect(coverFault(again, { ...wanted, to: '2026-10-02' })).toEqual({ code: 'cover-too-long', days: 92 });
  });

  it('is as long as its post allows', () => {
    const short = organizationOf({
      areas,
      posts: posts.map((post) => ({ ...post, coverDays: 7 })),
      assignments: [holds('ma', 'mediator', 'g1')],
    });
    expect(coverFault(short, { ...wanted, to: '2026-09-17' })).toBeNull();
    expect(coverFault(short, { ...wanted, to: '2026-09-18' })).toEqual({ code: 'cover-too-long', days: 7 });
  });
});

describe('numbers of a post', () => {
  const [guard] = posts.filter(({ id }) => id === 'guard');
  if (guard === undefined) throw new Error('the example has no guard');
  const own = { ...guard, byKind: [{ areaKind: 'unit' as const, required: true, min: 2, max: 4 }] };

  it('are those of the kind of an area where it has some, else the post’s', () => {
    expect(staffingOf(own, { kind: 'unit' })).toEqual({ required: true, min: 2, max: 4 });
    expect(staffingOf(own, { kind: 'lane' })).toEqual({ required: false, min: 0, max: 2 });
  });

  it('decide what is vacant', () => {
    const street = organizationOf({ areas, posts: [own], assignments: [holds('ma', 'guard', 'g3')] });
    expect(vacanciesIn(street, 's', '2026-09-10')).toMatchObject([{ area: 'g3', required: 2, held: 1 }]);
  });
});
