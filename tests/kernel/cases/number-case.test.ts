import { describe, expect, it } from 'vitest';
import { caseNumber, counterKey } from '../../../server/kernel/cases/number-case.ts';
import { instantOfLocal } from '../../../server/kernel/local-time.ts';
import type { Numbering } from '../../../server/kernel/release/definitions.ts';

const yearly: Numbering = { pattern: '{street}-{yyyy}-{counter:5}', street: 'XG', per: ['street', 'year'] };
const monthly: Numbering = { pattern: '{yy}{mm}/{counter:3}', street: 'XG', per: ['month'] };
const key = (numbering: Numbering, local: string): string => counterKey('event', numbering, instantOfLocal(local));

describe('the number of a case', () => {
  it.each([
    [yearly, '2026-09-10 09:00', 42, 'XG-2026-00042'],
    [monthly, '2026-09-10 09:00', 7, '2609/007'],
    [monthly, '2026-09-10 09:00', 12_345, '2609/12345'],
    [{ ...yearly, pattern: '{counter}-{unknown}' }, '2026-09-10 09:00', 3, '3-{unknown}'],
    // Seven in the morning in China is still yesterday in UTC.
    [yearly, '2027-01-01 07:00', 1, 'XG-2027-00001'],
    [monthly, '2026-10-01 00:00', 1, '2610/001'],
    [monthly, '2026-09-30 23:59', 1, '2609/001'],
  ])('by %j on %s, the %ith, is %4$s', (numbering, local, counter, number) => {
    expect(caseNumber(numbering, instantOfLocal(local), counter)).toBe(number);
  });
});

describe('the counter of cases', () => {
  it('begins anew with the local year', () => {
    expect(key(yearly, '2026-12-31 23:59')).toBe('event/XG/2026');
    expect(key(yearly, '2027-01-01 00:00')).toBe('event/XG/2027');
  });

  it('begins anew with the local month, and a month of another year is another', () => {
    expect(key(monthly, '2026-09-30 23:59')).toBe('event/2026-09');
    expect(key(monthly, '2026-10-01 00:00')).toBe('event/2026-10');
    expect(key(monthly, '2027-09-01 00:00')).toBe('event/2027-09');
  });

  it('is one for all where nothing restarts it', () => {
    expect(key({ ...yearly, per: [] }, '2026-09-10 09:00')).toBe(key({ ...yearly, per: [] }, '2031-01-01 09:00'));
  });
});
