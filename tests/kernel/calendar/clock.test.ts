import { describe, expect, it } from 'vitest';
import type { Calendar } from '../../../server/kernel/calendar/calendar.ts';
import { startClock } from '../../../server/kernel/calendar/clock.ts';
import type { TimeLimit } from '../../../server/kernel/calendar/time-limit.ts';
import { at, CALENDARS, CHINA, limit, local } from './china-calendar.ts';

const yellowAt = (of: TimeLimit, start: string): string => local(startClock(of, CALENDARS, at(start))?.yellowAt);
const HOUR = 3_600_000;

describe('startClock', () => {
  it('grants opening time as the budget of working units', () => {
    expect(startClock(limit(1, 'workingDays'), CALENDARS, at('2026-09-07 16:00'))?.budget).toBe(9 * HOUR);
    expect(startClock(limit(4, 'workingHours'), CALENDARS, at('2026-09-07 16:00'))?.budget).toBe(4 * HOUR);
  });

  it('grants natural time as the budget of natural units', () => {
    expect(startClock(limit(2, 'days'), CALENDARS, at('2026-09-30 16:00'))?.budget).toBe(48 * HOUR);
  });

  it('begins with nothing consumed, running since the start', () => {
    expect(startClock(limit(2, 'days'), CALENDARS, at('2026-09-30 16:00'))).toMatchObject({
      consumed: 0,
      runningSince: at('2026-09-30 16:00'),
      light: 'green',
    });
  });

  it('turns yellow when a quarter of the budget is left unless told otherwise', () => {
    expect(yellowAt(limit(4, 'workingHours'), '2026-09-07 08:30')).toBe('2026-09-07 11:30');
    expect(yellowAt(limit(4, 'hours'), '2026-09-07 08:30')).toBe('2026-09-07 11:30');
  });

  it('turns yellow when the named share is left', () => {
    expect(yellowAt(limit(4, 'workingHours', { share: 0.5 }), '2026-09-07 08:30')).toBe('2026-09-07 10:30');
  });

  it('turns yellow when the last working day opens if one working day is the threshold', () => {
    expect(yellowAt(limit(3, 'workingDays', { amount: 1, unit: 'workingDays' }), '2026-09-28 10:00')).toBe(
      '2026-10-08 08:30',
    );
  });

  it('turns yellow when an amount of working hours is left', () => {
    expect(yellowAt(limit(1, 'workingDays', { amount: 8, unit: 'workingHours' }), '2026-09-07 10:00')).toBe(
      '2026-09-07 17:00',
    );
  });

  it('turns yellow when an amount of natural time is left', () => {
    expect(yellowAt(limit(1, 'workingDays', { amount: 90, unit: 'minutes' }), '2026-09-07 10:00')).toBe(
      '2026-09-08 16:30',
    );
  });

  it('is yellow from the start when the threshold is larger than the limit', () => {
    const clock = startClock(limit(2, 'hours', { amount: 1, unit: 'days' }), CALENDARS, at('2026-09-07 10:00'));

    expect(clock).toMatchObject({ light: 'yellow', yellowAt: at('2026-09-07 10:00') });
  });

  it('counts a closing at 24:00 to the day it ends', () => {
    const allDay = Object.fromEntries(
      ['1', '2', '3', '4', '5', '6', '7'].map((day) => [day, [['00:00', '24:00']] as [string, string][]]),
    );
    const hotline: Calendar = { ...CHINA, id: 'china', week: allDay, years: {} };
    const of = limit(2, 'workingDays', { amount: 1, unit: 'workingDays' });
    const clock = startClock(of, new Map([['china', hotline]]), at('2026-09-07 10:00'));

    expect([local(clock?.dueAt), local(clock?.yellowAt)]).toEqual(['2026-09-10 00:00', '2026-09-09 00:00']);
  });

  it('answers null when the calendar is missing', () => {
    expect(startClock(limit(1, 'workingDays'), new Map(), at('2026-09-07 10:00'))).toBeNull();
  });

  it('answers null when the calendar never opens', () => {
    const closed = new Map([['china', { ...CHINA, week: {}, years: {} }]]);

    expect(startClock(limit(1, 'workingDays'), closed, at('2026-09-07 10:00'))).toBeNull();
    expect(startClock(limit(1, 'workingHours'), closed, at('2026-09-07 10:00'))).toBeNull();
  });

  it('needs no calendar for natural time', () => {
    expect(local(startClock(limit(3, 'hours'), new Map(), at('2026-09-07 10:00'))?.dueAt)).toBe('2026-09-07 13:00');
  });
});
