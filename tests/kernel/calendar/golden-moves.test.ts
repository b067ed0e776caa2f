import { describe, expect, it } from 'vitest';
import type { Calendar } from '../../../server/kernel/calendar/calendar.ts';
import { type RunningClock, startClock } from '../../../server/kernel/calendar/clock.ts';
import { extendClock, pauseClock, rebaseClock, resumeClock } from '../../../server/kernel/calendar/move-clock.ts';
import type { TimeLimit } from '../../../server/kernel/calendar/time-limit.ts';
import { at, CALENDARS, CHINA, limit, local } from './china-calendar.ts';
import { amountOf, goldenTables, yellowOf } from './golden-tables.ts';

const rows = goldenTables('golden-moves.md').flatMap((table) => table.rows);

const edited = (date: string, day: 'worked' | 'off'): Calendar => {
  const year = CHINA.years['2026'];
  if (!year) throw new Error('the calendar has no 2026');
  const with_ = (dates: Readonly<Record<string, string>>): Record<string, string> => ({ ...dates, [date]: '改' });
  const { holidays, makeUpDays } = year;
  const changed = day === 'off' ? { holidays: with_(holidays) } : { makeUpDays: with_(makeUpDays) };
  return { ...CHINA, years: { ...CHINA.years, '2026': { ...year, ...changed } } };
};

/** Has one thing happen to a clock, as the table says it. */
function move(clock: RunningClock, of: TimeLimit, words: string): RunningClock | null {
  const [, from = '', to = ''] = /^paused (.+) to (.+)$/.exec(words) ?? [];
  if (from !== '')
    return resumeClock(pauseClock(clock, of, CALENDARS, at(from), { reason: '等' }), of, CALENDARS, at(to));
  const [, more = '', when = ''] = /^extended (.+) at (.+)$/.exec(words) ?? [];
  if (more !== '') return extendClock(clock, of, CALENDARS, at(when), { ...amountOf(more), reason: '难' });
  const [, date = '', day, then = ''] = /^(\S+) (worked|off) from (.+)$/.exec(words) ?? [];
  if (date === '') throw new Error(`Nobody knows what this is: ${words}`);
  const after = new Map([['china', edited(date, day as 'worked' | 'off')]]);
  return rebaseClock(clock, of, CALENDARS, after, at(then));
}

describe('clocks that are moved under the calendar of 2026', () => {
  it('are paused, extended and re-based', () => {
    expect(rows.length).toBeGreaterThanOrEqual(20);
  });

  it.each(rows)('%s + %s, yellow at %s; %s → %s, %s: %s', (start, granted, yellow, what, due, yellowAt) => {
    const { amount, unit } = amountOf(granted ?? '');
    const of = limit(amount, unit, yellowOf(yellow ?? ''));
    let clock = startClock(of, CALENDARS, at(start ?? ''));
    for (const words of (what ?? '').split('; ')) clock = clock && move(clock, of, words);

    expect({ due: local(clock?.dueAt), yellow: local(clock?.yellowAt) }).toEqual({ due, yellow: yellowAt });
  });
});
