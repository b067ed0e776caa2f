import { describe, expect, it } from 'vitest';
import { calendarFaults } from '../../../server/kernel/calendar/calendar-faults.ts';
import {
  statutoryYear,
  statutoryYears,
  withStatutoryYear,
} from '../../../server/kernel/calendar/statutory-holidays.ts';
import { CHINA } from './china-calendar.ts';

/** Days off of a year by name, in order. */
function daysOff(year: number): readonly string[] {
  return Object.entries(statutoryYear(year)?.holidays ?? {}).map(([date, name]) => `${date} ${name}`);
}

describe('statutory holidays', () => {
  it('are what the shipped calendar holds for a year whose list is not out', () => {
    expect(CHINA.years['2027']).toEqual(statutoryYear(2027));
  });

  it('all lie within the official list of a year that has one, but for days in lieu, which it arranges', () => {
    const official = CHINA.years['2026']?.holidays ?? {};
    const own = Object.entries(statutoryYear(2026)?.holidays ?? {}).filter(([, name]) => !name.endsWith('补假'));
    expect(own.length).toBe(13);
    for (const [date, name] of own) expect([date, official[date]]).toEqual([date, name]);
  });

  it('that fall on a weekend are given on the next working day', () => {
    // 1 and 2 May 2027 are a Saturday and a Sunday; 2 and 3 October as well.
    expect(daysOff(2027)).toEqual(
      expect.arrayContaining([
        '2027-05-03 劳动节补假',
        '2027-05-04 劳动节补假',
        '2027-10-04 国庆节补假',
        '2027-10-05 国庆节补假',
      ]),
    );
  });

  it('of two on one day give one day more', () => {
    // Mid-Autumn of 2031 is on 1 October, a Wednesday: 1 to 3 October, and Monday the 6th in lieu.
    expect(daysOff(2031).filter((day) => day.startsWith('2031-10'))).toEqual([
      '2031-10-01 国庆节',
      '2031-10-02 国庆节',
      '2031-10-03 国庆节',
      '2031-10-06 中秋节补假',
    ]);
  });

  it('are sound calendar years, each with 13 working days off at least', () => {
    for (const year of statutoryYears) {
      const calendar = withStatutoryYear({ ...CHINA, years: {} }, year);
      expect(calendarFaults(calendar)).toEqual([]);
      const offWork = Object.keys(calendar.years[year]?.holidays ?? {}).filter((date) => {
        const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
        return weekday !== 0 && weekday !== 6;
      });
      expect([year, offWork.length]).toEqual([year, 13]);
    }
  });

  it('never overwrite a year that is there, and end with the table', () => {
    expect(withStatutoryYear(CHINA, 2026)).toBe(CHINA);
    expect(statutoryYear(2041)).toBe(null);
  });
});
