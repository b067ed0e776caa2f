import { describe, expect, it } from 'vitest';
import {
  addWorkingDays,
  isWorkingDay,
  nextWorkingDay,
  provisionalYears,
  shiftToWorkingDay,
} from '../../../server/kernel/calendar/working-days.ts';
import { CHINA } from './china-calendar.ts';

describe('working days', () => {
  it('are worked on make-up days and not on holidays', () => {
    expect(['2026-09-20', '2026-09-25', '2026-09-28', '2026-09-26'].map((date) => isWorkingDay(CHINA, date))).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });

  it('have a next one, which is never the date itself', () => {
    expect(nextWorkingDay(CHINA, '2026-09-30')).toBe('2026-10-08');
    expect(nextWorkingDay(CHINA, '2026-09-08')).toBe('2026-09-09');
  });

  it('leave a date alone that is one, and shift the others either way', () => {
    expect(shiftToWorkingDay(CHINA, '2026-09-30', 'next')).toBe('2026-09-30');
    expect(shiftToWorkingDay(CHINA, '2026-10-03', 'next')).toBe('2026-10-08');
    expect(shiftToWorkingDay(CHINA, '2026-10-03', 'previous')).toBe('2026-09-30');
  });

  it('are counted backwards for notice given before a meeting', () => {
    expect(addWorkingDays(CHINA, '2026-10-08', -2)).toBe('2026-09-29');
    expect(addWorkingDays(CHINA, '2026-10-08', 0)).toBe('2026-10-08');
  });

  it('do not exist under a calendar that never opens', () => {
    expect(nextWorkingDay({ ...CHINA, week: {}, years: {} }, '2026-10-08')).toBeNull();
  });

  it('follow the plain week in a year that is missing, which is reported', () => {
    expect(nextWorkingDay(CHINA, '2028-04-28')).toBe('2028-05-01');
    expect(provisionalYears(CHINA, '2026-11-01', '2028-02-01')).toEqual([2027, 2028]);
    expect(provisionalYears(CHINA, '2026-01-01', '2026-12-31')).toEqual([]);
  });

  it('refuse a text that is no date', () => {
    expect(() => isWorkingDay(CHINA, '2026-02-30')).toThrow(RangeError);
  });
});
