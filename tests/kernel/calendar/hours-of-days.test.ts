import { describe, expect, it } from 'vitest';
import type { Calendar } from '../../../server/kernel/calendar/calendar.ts';
import { startClock } from '../../../server/kernel/calendar/clock.ts';
import { at, CHINA, limit, local } from './china-calendar.ts';

/** Mornings only on Thursdays; 10 October is worked as a Thursday, 30 September until noon. */
const SHORT: Calendar = {
  ...CHINA,
  week: { ...CHINA.week, '4': [['09:00', '11:00']] },
  years: {
    '2026': {
      provisional: false,
      holidays: CHINA.years['2026']?.holidays ?? {},
      makeUpDays: { '2026-10-10': '国庆节调休' },
      hours: { '2026-10-10': '4', '2026-09-30': [['08:30', '12:00']] },
    },
  },
};

function due(from: string, amount: number, unit: 'workingHours' | 'workingDays'): string {
  return local(startClock(limit(amount, unit), new Map([['china', SHORT]]), at(from))?.dueAt);
}

describe('hours of single days', () => {
  it('make a make-up day as long as the weekday it stands for', () => {
    // Friday 9 October has one hour left, Saturday the 10th two (09:00–11:00), then Monday.
    expect(due('2026-10-09 17:00', 3, 'workingHours')).toBe('2026-10-10 11:00');
    expect(due('2026-10-09 17:00', 4, 'workingHours')).toBe('2026-10-12 09:30');
    expect(due('2026-10-09 17:00', 1, 'workingDays')).toBe('2026-10-10 11:00');
  });

  it('end half a day at noon', () => {
    expect(due('2026-09-29 10:00', 1, 'workingDays')).toBe('2026-09-30 12:00');
    // Half an hour of the morning, then nothing until the feast is over: Thursday 8 October, 09:00–11:00.
    expect(due('2026-09-30 11:30', 1, 'workingHours')).toBe('2026-10-08 09:30');
  });
});
