import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { byUrgency } from '../../../server/application/lights/by-urgency.ts';
import type { StoredClock } from '../../../server/database/stored-clock.ts';
import type { UserTaskRow } from '../../../server/database/user-tasks.ts';
import type { Calendar } from '../../../server/kernel/calendar/calendar.ts';
import { startClock } from '../../../server/kernel/calendar/clock.ts';
import type { TimeLimit } from '../../../server/kernel/calendar/time-limit.ts';

const calendar = JSON.parse(
  readFileSync(new URL('../../../definitions/base/calendars/china.json', import.meta.url), 'utf8'),
) as Calendar;
const calendars = new Map([[calendar.id, calendar]]);
const limits: readonly TimeLimit[] = [
  { id: 'ten-days', title: '', amount: 10, unit: 'workingDays', calendar: calendar.id },
  { id: 'four-hours', title: '', amount: 4, unit: 'workingHours', calendar: calendar.id },
  { id: 'two-days', title: '', amount: 48, unit: 'hours' },
];

function clockOf(limit: string, from: string): StoredClock {
  const found = limits.find(({ id }) => id === limit);
  const clock = found && startClock(found, calendars, from);
  if (!clock) throw new Error(`no clock of ${limit}`);
  const { budget, yellowAt, dueAt } = clock;
  return { stage: 'handle', limit, budget, yellowAt, dueAt, paused: null, extended: 0 };
}

function row(name: string, createdAt: string, clocks: readonly StoredClock[] | null): UserTaskRow {
  return { name, createdAt, clocks, timeLimit: null, yellowAt: null, dueAt: null } as unknown as UserTaskRow;
}

function ordered(now: string, ...rows: readonly UserTaskRow[]): readonly string[] {
  return byUrgency(rows, now).map(({ name }) => name);
}

const standing = { since: '2026-09-07T01:00:00.000Z', reason: '等材料', reviewOn: null };

describe('the order of somebody’s work', () => {
  it('begins with what is overdue, the longest overdue first', () => {
    const long = row('long', '2026-09-01T01:00:00.000Z', [clockOf('four-hours', '2026-09-01T01:00:00.000Z')]);
    const short = row('short', '2026-09-04T01:00:00.000Z', [clockOf('four-hours', '2026-09-04T01:00:00.000Z')]);
    const near = row('near', '2026-09-07T01:00:00.000Z', [clockOf('four-hours', '2026-09-07T01:00:00.000Z')]);

    expect(ordered('2026-09-07T02:00:00.000Z', near, short, long)).toEqual(['long', 'short', 'near']);
  });

  it('goes on with what is due first, whatever it was granted', () => {
    // On Friday at 17:00 a few hours are due on Monday, with most of them left; ten days are due on Monday evening.
    const hours = row('hours', '2026-09-11T08:50:00.000Z', [clockOf('four-hours', '2026-09-11T08:50:00.000Z')]);
    const days = row('days', '2026-08-31T01:00:00.000Z', [clockOf('ten-days', '2026-08-31T01:00:00.000Z')]);
    const never = { yellowAt: '2027-01-01T00:00:00.000Z' };
    const green = [hours, days].map((one) => ({
      ...one,
      clocks: one.clocks?.map((clock) => ({ ...clock, ...never })),
    }));

    expect(ordered('2026-09-11T09:00:00.000Z', ...(green.toReversed() as UserTaskRow[]))).toEqual(['hours', 'days']);
  });

  it('has what is nearly due before what is not, even when that is due earlier', () => {
    const early = { ...clockOf('ten-days', '2026-09-04T01:00:00.000Z'), yellowAt: '2026-09-07T01:00:00.000Z' };
    const yellow = row('yellow', '2026-09-04T01:00:00.000Z', [early]);
    const green = row('green', '2026-09-07T01:00:00.000Z', [clockOf('four-hours', '2026-09-07T01:00:00.000Z')]);

    expect(ordered('2026-09-07T03:00:00.000Z', green, yellow)).toEqual(['yellow', 'green']);
  });

  it('puts signing within half an hour before handling within days', () => {
    const handle = row('handle', '2026-09-07T01:00:00.000Z', [clockOf('ten-days', '2026-09-07T01:00:00.000Z')]);
    const sign = row('sign', '2026-09-07T01:01:00.000Z', [
      { ...clockOf('four-hours', '2026-09-07T01:01:00.000Z'), stage: 'sign-for' },
      clockOf('ten-days', '2026-09-07T01:01:00.000Z'),
    ]);

    expect(ordered('2026-09-07T01:02:00.000Z', handle, sign)).toEqual(['sign', 'handle']);
  });

  it('puts what has no limit after it, and what stands still last', () => {
    const none = row('none', '2026-09-01T01:00:00.000Z', []);
    const paused = row('paused', '2026-09-01T01:00:00.000Z', [
      { ...clockOf('ten-days', '2026-09-01T01:00:00.000Z'), yellowAt: null, dueAt: null, paused: standing },
    ]);
    const running = row('running', '2026-09-07T01:00:00.000Z', [clockOf('ten-days', '2026-09-07T01:00:00.000Z')]);

    expect(ordered('2026-09-07T02:00:00.000Z', paused, none, running)).toEqual(['running', 'none', 'paused']);
  });

  it('counts the most urgent of several clocks, and no paused one while another runs', () => {
    const days = clockOf('ten-days', '2026-09-07T01:00:00.000Z');
    const both = row('both', '2026-09-07T01:00:00.000Z', [
      { ...clockOf('four-hours', '2026-09-07T01:00:00.000Z'), stage: 'sign-for' },
      { ...days, yellowAt: null, dueAt: null, paused: standing },
    ]);
    const one = row('one', '2026-09-07T01:00:00.000Z', [days]);

    expect(ordered('2026-09-07T03:00:00.000Z', one, both)).toEqual(['both', 'one']);
  });

  it('orders rows that are older than the clocks in them by when they are due', () => {
    const { dueAt, yellowAt } = clockOf('ten-days', '2026-08-31T01:00:00.000Z');
    const older = { ...row('older', '2026-08-31T01:00:00.000Z', null), timeLimit: 'ten-days', dueAt, yellowAt };
    const fresh = row('fresh', '2026-09-11T08:50:00.000Z', [clockOf('four-hours', '2026-09-11T08:50:00.000Z')]);

    expect(ordered('2026-09-11T09:00:00.000Z', fresh, older)).toEqual(['older', 'fresh']);
  });
});
