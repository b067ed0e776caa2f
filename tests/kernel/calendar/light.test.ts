import { describe, expect, it } from 'vitest';
import { startClock } from '../../../server/kernel/calendar/clock.ts';
import { clockState, type ClockState } from '../../../server/kernel/calendar/light.ts';
import type { TimeLimit } from '../../../server/kernel/calendar/time-limit.ts';
import { at, CALENDARS, limit } from './china-calendar.ts';

function state(of: TimeLimit, start: string, now: string, paused = false): ClockState | null {
  const clock = startClock(of, CALENDARS, at(start));
  return clock === null ? null : clockState(clock, of, CALENDARS, at(now), paused);
}

describe('clockState', () => {
  it('counts the working days after today while there are any', () => {
    expect(state(limit(3, 'workingDays'), '2026-09-07 10:00', '2026-09-07 10:00')).toMatchObject({
      light: 'green',
      amount: 3,
      unit: 'workingDays',
      zh: '余 3 个工作日',
      en: '3 working days left',
    });
    expect(state(limit(3, 'workingDays'), '2026-09-29 10:00', '2026-10-03 10:00')).toMatchObject({
      amount: 2,
      zh: '余 2 个工作日',
    });
  });

  it('counts hours on the day it is due, whatever working time there is', () => {
    expect(state(limit(1, 'workingDays'), '2026-09-07 10:00', '2026-09-08 15:00')).toMatchObject({
      light: 'yellow',
      amount: 3,
      unit: 'hours',
      zh: '剩 3 小时',
      en: '3 hours left',
    });
  });

  it('counts minutes in the last hour, never less than one', () => {
    expect(state(limit(1, 'workingDays'), '2026-09-07 10:00', '2026-09-08 17:20')?.zh).toBe('剩 40 分钟');
    expect(state(limit(1, 'hours'), '2026-09-07 10:00', '2026-09-07 11:00')?.light).toBe('red');
  });

  it('is red from the due instant on, one working day overdue at least', () => {
    expect(state(limit(1, 'workingDays'), '2026-09-07 10:00', '2026-09-08 17:59')?.light).toBe('yellow');
    expect(state(limit(1, 'workingDays'), '2026-09-07 10:00', '2026-09-08 18:00')).toMatchObject({
      light: 'red',
      zh: '超期 1 个工作日',
      en: '1 working day overdue',
    });
  });

  it('counts overdue working days over a holiday', () => {
    expect(state(limit(1, 'workingDays'), '2026-09-28 10:00', '2026-10-09 09:00')).toMatchObject({
      light: 'red',
      amount: 3,
      zh: '超期 3 个工作日',
    });
  });

  it('counts opening hours for a limit in working hours', () => {
    expect(state(limit(7, 'workingHours'), '2026-09-07 16:00', '2026-09-07 17:00')).toMatchObject({
      amount: 6,
      unit: 'workingHours',
      zh: '剩 6 个工作小时',
    });
    expect(state(limit(2, 'workingHours'), '2026-09-07 08:30', '2026-09-07 15:30')).toMatchObject({
      light: 'red',
      zh: '超期 2 个工作小时',
    });
  });

  it('counts natural days and hours for natural limits', () => {
    expect(state(limit(3, 'days'), '2026-09-07 10:00', '2026-09-07 11:00')?.zh).toBe('余 2 天');
    expect(state(limit(3, 'days'), '2026-09-07 10:00', '2026-09-09 12:00')?.zh).toBe('剩 22 小时');
    expect(state(limit(1, 'days'), '2026-09-07 10:00', '2026-09-10 12:00')?.zh).toBe('超期 2 天');
  });

  it('shows a paused clock without an amount', () => {
    expect(state(limit(1, 'days'), '2026-09-07 10:00', '2026-09-10 12:00', true)).toMatchObject({
      light: 'paused',
      amount: null,
      unit: null,
      zh: '挂起',
      en: 'Paused',
    });
  });

  it('says when the holidays in between are not official yet', () => {
    expect(state(limit(3, 'workingDays'), '2026-09-07 10:00', '2026-09-07 10:00')?.provisional).toBe(false);
    expect(state(limit(3, 'workingDays'), '2026-12-31 10:00', '2026-12-31 10:00')?.provisional).toBe(true);
    expect(state(limit(3, 'workingDays'), '2028-03-01 10:00', '2028-03-01 10:00')).toMatchObject({
      provisional: true,
      zh: '余 3 个工作日',
    });
  });
});
