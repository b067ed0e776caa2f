import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Calendar } from '../../../server/kernel/calendar/calendar.ts';
import { startClock } from '../../../server/kernel/calendar/clock.ts';
import {
  addWorkingTime,
  subtractWorkingTime,
  workingTimeBetween,
} from '../../../server/kernel/calendar/working-time.ts';
import { at, CALENDARS, CHINA, limit } from './china-calendar.ts';

const MINUTE = 60_000;
const FIRST = Date.parse(at('2026-09-01 00:00'));

/** Whether a local minute is open: the slow truth, straight from the definition. */
function isOpenMinute(calendar: Calendar, epoch: number): boolean {
  const text = new Date(epoch + 8 * 60 * MINUTE).toISOString();
  const [date, time] = [text.slice(0, 10), text.slice(11, 16)];
  const year = calendar.years[date.slice(0, 4)];
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
  if (year !== undefined && Object.hasOwn(year.holidays, date)) return false;
  const hours =
    year !== undefined && Object.hasOwn(year.makeUpDays, date) ? calendar.week['1'] : calendar.week[weekday];
  return (hours ?? []).some(([from, to]) => time >= from && time < to);
}

const minute = fc.integer({ min: 0, max: 60 * 24 * 50 }).map((minutes) => FIRST + minutes * MINUTE);
const instant = (epoch: number): string => new Date(epoch).toISOString();

describe('working time, compared with walking it minute by minute', () => {
  it('between two instants is the number of open minutes', () => {
    fc.assert(
      fc.property(minute, fc.integer({ min: 0, max: 6000 }), (from, length) => {
        let open = 0;
        for (let step = 0; step < length; step += 1) if (isOpenMinute(CHINA, from + step * MINUTE)) open += 1;

        expect(workingTimeBetween(CHINA, instant(from), instant(from + length * MINUTE))).toBe(open * MINUTE);
      }),
      { numRuns: 60 },
    );
  });

  it('added to an instant ends with the last open minute needed', () => {
    fc.assert(
      fc.property(minute, fc.integer({ min: 1, max: 1500 }), (from, amount) => {
        let [epoch, left] = [from, amount];
        while (left > 0) {
          if (isOpenMinute(CHINA, epoch)) left -= 1;
          epoch += MINUTE;
        }

        expect(addWorkingTime(CHINA, instant(from), amount * MINUTE)).toBe(instant(epoch));
      }),
      { numRuns: 60 },
    );
  });

  it('subtracted begins with the first open minute needed', () => {
    fc.assert(
      fc.property(minute, fc.integer({ min: 1, max: 1500 }), (to, amount) => {
        let [epoch, left] = [to, amount];
        while (left > 0) {
          epoch -= MINUTE;
          if (isOpenMinute(CHINA, epoch)) left -= 1;
        }

        expect(subtractWorkingTime(CHINA, instant(to), amount * MINUTE)).toBe(instant(epoch));
      }),
      { numRuns: 60 },
    );
  });
});

describe('working time, by its laws', () => {
  it('added in two parts is as much as added at once', () => {
    fc.assert(
      fc.property(minute, fc.nat(50 * 60 * MINUTE), fc.nat(50 * 60 * MINUTE), (from, one, other) => {
        const [start, middle] = [instant(from), addWorkingTime(CHINA, instant(from), one)];

        expect(addWorkingTime(CHINA, middle ?? '', other)).toBe(
          other === 0 ? middle : addWorkingTime(CHINA, start, one + other),
        );
      }),
    );
  });

  it('between the start and what was added is what was added', () => {
    fc.assert(
      fc.property(minute, fc.nat(100 * 60 * MINUTE), (from, amount) => {
        expect(workingTimeBetween(CHINA, instant(from), addWorkingTime(CHINA, instant(from), amount) ?? '')).toBe(
          amount,
        );
      }),
    );
  });

  it('is due later for a later start or a larger limit, and never before it turns yellow', () => {
    fc.assert(
      fc.property(
        minute,
        fc.nat(5000),
        fc.integer({ min: 1, max: 20 }),
        fc.constantFrom('workingDays', 'workingHours', 'days'),
        (from, later, amount, unit) => {
          const clock = startClock(limit(amount, unit), CALENDARS, instant(from));
          const laterStart = startClock(limit(amount, unit), CALENDARS, instant(from + later * MINUTE));
          const larger = startClock(limit(amount + 1, unit), CALENDARS, instant(from));

          expect(laterStart?.dueAt && laterStart.dueAt >= (clock?.dueAt ?? '')).toBe(true);
          expect(larger?.dueAt && larger.dueAt > (clock?.dueAt ?? '')).toBe(true);
          expect(clock?.runningSince && clock.runningSince <= clock.yellowAt && clock.yellowAt <= clock.dueAt).toBe(
            true,
          );
        },
      ),
    );
  });
});
