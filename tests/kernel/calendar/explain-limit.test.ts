import { describe, expect, it } from 'vitest';
import { explainLimit } from '../../../server/kernel/calendar/explain-limit.ts';
import { startClock } from '../../../server/kernel/calendar/clock.ts';
import type { TimeLimit } from '../../../server/kernel/calendar/time-limit.ts';
import { at, CALENDARS, limit } from './china-calendar.ts';

function told(of: TimeLimit, from: string): readonly string[] {
  return (explainLimit(of, CALENDARS, at(from))?.steps ?? []).map(({ zh }) => zh);
}

describe('explainLimit', () => {
  it('counts working days over National Day with its make-up days as one would on the wall calendar', () => {
    expect(told(limit(3, 'workingDays'), '2026-09-18 16:30')).toEqual([
      '9 月 18 日 周五 16:30 起算，当天不计',
      '9 月 19 日 周六 不上班，不计',
      '9 月 20 日 周日 调休上班，第 1 个工作日',
      '9 月 21 日 周一至 9 月 22 日 周二 第 2–3 个工作日',
      '9 月 22 日 周二 18:00 到期',
    ]);
    expect(told(limit(3, 'workingDays'), '2026-09-30 16:30')).toEqual([
      '9 月 30 日 周三 16:30 起算，当天不计',
      '10 月 1 日 周四至 10 月 7 日 周三 国庆节放假，不计',
      '10 月 8 日 周四至 10 月 9 日 周五 第 1–2 个工作日',
      '10 月 10 日 周六 调休上班，第 3 个工作日',
      '10 月 10 日 周六 18:00 到期',
    ]);
  });

  it('counts working hours day by day', () => {
    expect(told(limit(4, 'workingHours'), '2026-09-11 16:30')).toEqual([
      '9 月 11 日 周五 16:30 起算',
      '9 月 11 日 周五 算 1.5 小时',
      '9 月 12 日 周六至 9 月 13 日 周日 不上班，不计',
      '9 月 14 日 周一 算 2.5 小时，共 4 小时',
      '9 月 14 日 周一 11:00 到期',
    ]);
  });

  it('runs on through days off in natural time', () => {
    expect(told({ id: 'quick', title: '', amount: 24, unit: 'hours' }, '2026-10-01 09:00')).toEqual([
      '10 月 1 日 周四 09:00 起算',
      '连着算 24 小时，夜里、周末和放假都算',
      '10 月 2 日 周五 09:00 到期',
    ]);
  });

  it('ends where the clock of the limit ends, and says which years may still change', () => {
    const long = explainLimit(limit(10, 'workingDays'), CALENDARS, at('2026-12-25 10:00'));
    expect(long?.clock).toEqual(startClock(limit(10, 'workingDays'), CALENDARS, at('2026-12-25 10:00')));
    expect(long?.provisional).toEqual([2027]);
    expect(explainLimit(limit(3, 'workingDays'), CALENDARS, at('2026-09-18 16:30'))?.provisional).toEqual([]);
  });
});
