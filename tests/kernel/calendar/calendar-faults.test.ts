import { describe, expect, it } from 'vitest';
import { calendarFaults, limitFaults } from '../../../server/kernel/calendar/calendar-faults.ts';
import type { Calendar } from '../../../server/kernel/calendar/calendar.ts';
import { CALENDARS, CHINA, limit } from './china-calendar.ts';

const codes = (calendar: Partial<Calendar>): string[] =>
  calendarFaults({ ...CHINA, ...calendar }).map(({ code, path }) => `${code} ${path}`);
const year = (holidays: Record<string, string>, makeUpDays: Record<string, string>): Calendar['years'] => ({
  '2026': { provisional: false, holidays, makeUpDays },
});

describe('calendarFaults', () => {
  it('finds nothing in the shipped calendar', () => {
    expect(calendarFaults(CHINA)).toEqual([]);
  });

  it('finds an offset that is none', () => {
    expect(codes({ utcOffset: '8' })).toEqual(['calendar-offset /utcOffset']);
  });

  it('finds hours that overlap, run backwards or are no times', () => {
    expect(
      codes({
        week: {
          '1': [
            ['08:00', '12:00'],
            ['11:00', '18:00'],
          ],
        },
      }),
    ).toEqual(['calendar-hours /week/1']);
    expect(codes({ week: { '1': [['18:00', '08:00']], '2': [['08:00', '25:00']] } })).toEqual([
      'calendar-hours /week/1',
      'calendar-hours /week/2',
    ]);
  });

  it('finds a week without opening hours and weekdays that are none', () => {
    expect(codes({ week: { '8': [], '1': [] }, years: {} })).toEqual([
      'calendar-weekday /week/8',
      'calendar-never-open /week',
    ]);
  });

  it('finds dates that do not exist or belong to another year', () => {
    expect(codes({ years: year({ '2026-02-30': 'x', '2027-01-01': 'y' }, {}) })).toEqual([
      'calendar-date /years/2026/holidays/2026-02-30',
      'calendar-date /years/2026/holidays/2027-01-01',
    ]);
  });

  it('finds a make-up day that is worked anyway, and a date that is both', () => {
    expect(codes({ years: year({}, { '2026-09-07': '调休' }) })).toEqual([
      'calendar-make-up /years/2026/makeUpDays/2026-09-07',
    ]);
    expect(codes({ years: year({ '2026-09-20': 'x' }, { '2026-09-20': '调休' }) })).toEqual([
      'calendar-date-twice /years/2026/makeUpDays/2026-09-20',
    ]);
  });

  it('finds hours of days that are off, of no day, and hours that are none', () => {
    const withHours = (hours: NonNullable<Calendar['years'][string]['hours']>): string[] =>
      codes({
        years: {
          '2026': {
            provisional: false,
            holidays: { '2026-10-01': '国庆节' },
            makeUpDays: { '2026-10-10': '调休' },
            hours,
          },
        },
      });
    expect(withHours({ '2026-10-10': '4', '2026-09-30': [['08:30', '12:00']] })).toEqual([]);
    expect(withHours({ '2026-10-01': '4', '2026-10-11': '4' })).toEqual([
      'calendar-hours-of-day-off /years/2026/hours/2026-10-01',
      'calendar-hours-of-day-off /years/2026/hours/2026-10-11',
    ]);
    expect(withHours({ '2026-10-10': '7', '2027-01-01': '4', '2026-09-30': [['12:00', '08:30']] })).toEqual([
      'calendar-hours-none /years/2026/hours/2026-10-10',
      'calendar-date /years/2026/hours/2027-01-01',
      'calendar-hours /years/2026/hours/2026-09-30',
    ]);
  });
});

describe('limitFaults', () => {
  const found = (of: Parameters<typeof limitFaults>[0]): string[] => limitFaults(of, CALENDARS).map(({ code }) => code);

  it('finds nothing in a sound limit', () => {
    expect(found(limit(3, 'workingDays', { amount: 1, unit: 'workingDays' }))).toEqual([]);
  });

  it('finds working time without a calendar, in the limit or in its yellow threshold', () => {
    expect(found({ id: 'a', title: 'a', amount: 1, unit: 'workingHours' })).toEqual(['limit-without-calendar']);
    expect(
      found({ id: 'a', title: 'a', amount: 1, unit: 'days', yellow: { amount: 1, unit: 'workingHours' } }),
    ).toEqual(['limit-without-calendar']);
  });

  it('finds a calendar that is not there', () => {
    expect(found({ ...limit(1, 'workingDays'), calendar: 'mars' })).toEqual(['calendar-unknown']);
  });

  it('finds an extension in natural time of a limit that counts working time, and none the other way round', () => {
    const extended = (unit: 'hours' | 'workingHours') => [{ by: 'head', most: { amount: 1, unit } }];
    expect(found({ ...limit(1, 'workingDays'), extensions: extended('hours') })).toEqual(['extension-unit']);
    expect(found({ ...limit(1, 'workingDays'), extensions: extended('workingHours') })).toEqual([]);
    expect(found({ ...limit(1, 'hours'), extensions: extended('workingHours') })).toEqual([]);
  });

  it('finds amounts that are none, too large, or parts of a working day', () => {
    expect([
      found(limit(0, 'hours')),
      found(limit(1e9, 'hours')),
      found(limit(0.5, 'workingDays')),
      found(limit(Number.NaN, 'hours')),
    ]).toEqual([['limit-amount'], ['limit-amount'], ['limit-amount'], ['limit-amount']]);
  });

  it('finds a yellow threshold that cannot be', () => {
    expect(found(limit(1, 'hours', { share: 2 }))).toEqual(['limit-yellow']);
  });
});
