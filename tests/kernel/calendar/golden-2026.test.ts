import { describe, expect, it } from 'vitest';
import { startClock } from '../../../server/kernel/calendar/clock.ts';
import type { TimeUnit } from '../../../server/kernel/calendar/time-limit.ts';
import { at, CALENDARS, limit, local } from './china-calendar.ts';

/**
 * Worked out by hand from the State Council's list for 2026 (国务院办公厅关于2026年部分节假日安排的通知): start, limit, due.
 */
const ROWS: readonly (readonly [string, number, TimeUnit, string, string])[] = [
  ['2026-09-07 10:00', 1, 'workingDays', '2026-09-08 18:00', 'the day it starts is not counted'],
  ['2026-09-07 08:30', 3, 'workingDays', '2026-09-10 18:00', 'also when it starts at opening'],
  ['2026-09-07 23:59', 3, 'workingDays', '2026-09-10 18:00', 'or at night'],
  ['2026-09-11 17:00', 1, 'workingDays', '2026-09-14 18:00', 'a weekend is passed over'],
  ['2026-09-12 09:00', 1, 'workingDays', '2026-09-14 18:00', 'starting on a Saturday'],
  ['2026-09-18 09:00', 1, 'workingDays', '2026-09-20 18:00', 'Sunday 20 September is worked'],
  ['2026-09-20 09:00', 1, 'workingDays', '2026-09-21 18:00', 'starting on a make-up Sunday'],
  ['2026-09-24 09:00', 1, 'workingDays', '2026-09-28 18:00', 'Mid-Autumn is passed over'],
  [
    '2026-09-24 09:00',
    5,
    'workingDays',
    '2026-10-09 18:00',
    'Mid-Autumn and National Day: 28, 29, 30 September, 8, 9 October',
  ],
  ['2026-09-30 17:59', 2, 'workingDays', '2026-10-09 18:00', 'National Day is passed over'],
  ['2026-10-08 09:00', 2, 'workingDays', '2026-10-10 18:00', 'Saturday 10 October is worked'],
  ['2026-10-10 09:00', 1, 'workingDays', '2026-10-12 18:00', 'the Sunday after it is not'],
  ['2025-12-31 09:00', 1, 'workingDays', '2026-01-04 18:00', 'New Year, then the Sunday that is worked'],
  [
    '2026-02-13 09:00',
    2,
    'workingDays',
    '2026-02-24 18:00',
    'Spring Festival: 14 February is worked, the next is the 24th',
  ],
  ['2026-02-27 09:00', 1, 'workingDays', '2026-02-28 18:00', 'Saturday 28 February is worked'],
  ['2026-04-03 15:00', 1, 'workingDays', '2026-04-07 18:00', 'Qingming is passed over'],
  ['2026-04-30 15:00', 3, 'workingDays', '2026-05-08 18:00', 'Labour Day: 6, 7, 8 May'],
  ['2026-05-08 15:00', 1, 'workingDays', '2026-05-09 18:00', 'Saturday 9 May is worked'],
  ['2026-06-18 15:00', 1, 'workingDays', '2026-06-22 18:00', 'Dragon Boat is passed over'],
  ['2026-09-07 08:30', 4, 'workingHours', '2026-09-07 15:00', 'the lunch break does not count'],
  ['2026-09-07 12:00', 1, 'workingHours', '2026-09-07 15:30', 'starting in the lunch break'],
  ['2026-09-07 17:00', 2, 'workingHours', '2026-09-08 09:30', 'the rest is used the next morning'],
  ['2026-09-07 20:00', 7, 'workingHours', '2026-09-08 18:00', 'a whole day of opening hours ends at closing'],
  ['2026-09-30 17:00', 4, 'workingHours', '2026-10-08 11:30', 'opening hours over National Day'],
  ['2026-09-18 17:30', 1, 'workingHours', '2026-09-20 09:00', 'a make-up Sunday has the hours of a Monday'],
  ['2026-02-14 17:30', 1, 'workingHours', '2026-02-24 09:00', 'opening hours over Spring Festival'],
  ['2026-09-30 17:00', 24, 'hours', '2026-10-01 17:00', 'natural hours know no holidays'],
  ['2026-09-30 17:00', 2, 'days', '2026-10-02 17:00', 'natural days are 24 hours each'],
  ['2026-12-31 23:50', 30, 'minutes', '2027-01-01 00:20', 'minutes cross the year'],
];

describe('limits under the calendar of 2026', () => {
  it.each(ROWS)('%s + %d %s → %s: %s', (start, amount, unit, due) => {
    const clock = startClock(limit(amount, unit), CALENDARS, at(start));

    expect(local(clock?.dueAt)).toBe(due);
  });
});
