import { describe, expect, it } from 'vitest';
import { startClock } from '../../../server/kernel/calendar/clock.ts';
import { at, CALENDARS, CHINA, limit, local } from './china-calendar.ts';
import { amountOf, goldenTables, yellowOf } from './golden-tables.ts';

const tables = goldenTables('golden-2026.md');
const [list, ...others] = tables;
const rows = others.filter(({ head }) => head[0] === 'start' && head.length === 6).flatMap((table) => table.rows);

const DAY = 86_400_000;

/** All days from one to another, `2026-01-01`. */
function daysBetween(first: string, last: string): string[] {
  const count = (Date.parse(last) - Date.parse(first)) / DAY + 1;
  return Array.from({ length: count }, (_, n) => new Date(Date.parse(first) + n * DAY).toISOString().slice(0, 10));
}

describe('the calendar of 2026', () => {
  it('is off on the days of the published list and on no others', () => {
    const off = list?.rows.flatMap(([, first = '', last = '']) => daysBetween(first, last));

    expect(Object.keys(CHINA.years['2026']?.holidays ?? {})).toEqual(off);
  });

  it('is worked on the days that the list makes up, and on no others', () => {
    const worked = list?.rows.flatMap(([, , , days = '']) => days.split(', ').filter((day) => day !== ''));

    expect(Object.keys(CHINA.years['2026']?.makeUpDays ?? {})).toEqual(worked?.toSorted());
  });

  it('is official, and that of 2027 is not', () => {
    expect(Object.entries(CHINA.years).map(([year, { provisional }]) => [year, provisional])).toEqual([
      ['2026', false],
      ['2027', true],
    ]);
  });
});

describe('limits under the calendar of 2026', () => {
  it('are sixty and more', () => {
    expect(rows.length).toBeGreaterThanOrEqual(85);
  });

  it.each(rows)('%s + %s, yellow at %s → %s, %s: %s', (start, granted, yellow, due, yellowAt) => {
    const { amount, unit } = amountOf(granted ?? '');
    const clock = startClock(limit(amount, unit, yellowOf(yellow ?? '')), CALENDARS, at(start ?? ''));

    expect({ due: local(clock?.dueAt), yellow: local(clock?.yellowAt) }).toEqual({ due, yellow: yellowAt });
  });
});
