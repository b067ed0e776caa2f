import { describe, expect, it } from 'vitest';
import type { TimeLimit } from '../../../server/kernel/calendar/time-limit.ts';
import { dueRungs, rungVariable } from '../../../server/kernel/ladders/due-rungs.ts';
import type { Rung } from '../../../server/kernel/release/definitions.ts';
import { at, CALENDARS, local } from '../calendar/china-calendar.ts';

const rung = (title: string, more: Partial<Rung> = {}): Rung => ({ title, told: [], notice: 'late', ...more });
const limits = new Map<string, TimeLimit>([
  ['day', { id: 'day', title: '一个工作日', amount: 1, unit: 'workingDays', calendar: 'china' }],
  ['hours', { id: 'hours', title: '两小时', amount: 2, unit: 'hours' }],
  ['moon', { id: 'moon', title: '没有日历', amount: 1, unit: 'workingDays', calendar: 'moon' }],
]);
const due = (overdueAt: string, ...rungs: readonly Rung[]): readonly string[] =>
  dueRungs({ id: 'l', title: 'l', rungs }, at(overdueAt), limits, CALENDARS).map(
    ({ index, dueAt }) => `${index} ${local(dueAt)}`,
  );

describe('the rungs of a ladder', () => {
  it('act at once, or so long after the one before', () => {
    expect(due('2026-09-10 18:00', rung('一'), rung('二', { after: 'hours' }), rung('三', { after: 'hours' }))).toEqual(
      ['0 2026-09-10 18:00', '1 2026-09-10 20:00', '2 2026-09-10 22:00'],
    );
  });

  it('count working days over a holiday and the Sunday that is worked for it', () => {
    expect(due('2026-09-30 18:00', rung('一'), rung('二', { after: 'day' }))).toEqual([
      '0 2026-09-30 18:00',
      '1 2026-10-08 18:00',
    ]);
    expect(due('2026-09-19 12:00', rung('一', { after: 'day' }))).toEqual(['0 2026-09-20 18:00']);
  });

  it('end where a limit is not known, or has no calendar', () => {
    expect(due('2026-09-10 18:00', rung('一'), rung('二', { after: 'gone' }), rung('三'))).toHaveLength(1);
    expect(due('2026-09-10 18:00', rung('一', { after: 'moon' }), rung('二'))).toEqual([]);
  });

  it('become a variable of the ladder’s process', () => {
    const [first] = dueRungs({ id: 'l', title: 'l', rungs: [rung('一')] }, at('2026-09-10 18:00'), limits, CALENDARS);

    expect(first && rungVariable(first)).toEqual({
      index: 0,
      title: '一',
      dueAt: at('2026-09-10 18:00'),
      to: null,
      told: [],
      notice: 'late',
    });
  });
});
