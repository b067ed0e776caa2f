import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Calendar } from '../../../server/kernel/calendar/calendar.ts';
import { calendarFaults } from '../../../server/kernel/calendar/calendar-faults.ts';
import { startClock } from '../../../server/kernel/calendar/clock.ts';
import { clockState } from '../../../server/kernel/calendar/light.ts';
import {
  addWorkingTime,
  subtractWorkingTime,
  workingTimeBetween,
} from '../../../server/kernel/calendar/working-time.ts';
import { at, CALENDARS, CHINA, limit } from './china-calendar.ts';
import { randomCalendar, randomLimit, randomMinute } from './random-calendar.ts';
import { slowAdd, slowAmount, slowBetween, slowCalendar, slowStart, slowSubtract } from './slow-clock.ts';

const MINUTE = 60_000;
const FIRST = Date.parse(at('2026-09-01 00:00'));

const minute = fc.integer({ min: 0, max: 60 * 24 * 50 }).map((minutes) => FIRST + minutes * MINUTE);
const instant = (epoch: number): string => new Date(epoch).toISOString();
const orNever = (epoch: number | null): string | null => (epoch === null ? null : instant(epoch));

/** The shipped calendar, and any other. */
const calendar: fc.Arbitrary<Calendar> = fc.oneof(
  { weight: 1, arbitrary: fc.constant({ ...CHINA, id: 'random' }) },
  { weight: 6, arbitrary: randomCalendar },
);
const span = fc.integer({ min: 0, max: 6000 }).map((minutes) => minutes * MINUTE);
/** An amount of open time, in milliseconds: not always of whole minutes. */
const amount = fc.oneof(
  fc.integer({ min: 1, max: 1500 }).map((minutes) => minutes * MINUTE),
  fc.integer({ min: 1, max: 9_000_000 }),
);

const numRuns = 100;

describe('working time, compared with walking it minute by minute', () => {
  it('is walked under sound calendars only', () => {
    fc.assert(
      fc.property(calendar, (any) => {
        expect(calendarFaults(any)).toEqual([]);
      }),
      { numRuns },
    );
  });

  it('between two instants is the number of open minutes', () => {
    fc.assert(
      fc.property(calendar, randomMinute, span, (any, from, length) => {
        const to = from + length;

        expect(workingTimeBetween(any, instant(from), instant(to))).toBe(slowBetween(slowCalendar(any), from, to));
      }),
      { numRuns },
    );
  });

  it('added to an instant ends with the last open minute needed', () => {
    fc.assert(
      fc.property(calendar, randomMinute, amount, (any, from, ms) => {
        expect(addWorkingTime(any, instant(from), ms)).toBe(orNever(slowAdd(slowCalendar(any), from, ms)));
      }),
      { numRuns },
    );
  });

  it('subtracted begins with the first open minute needed', () => {
    fc.assert(
      fc.property(calendar, randomMinute, amount, (any, to, ms) => {
        expect(subtractWorkingTime(any, instant(to), ms)).toBe(orNever(slowSubtract(slowCalendar(any), to, ms)));
      }),
      { numRuns },
    );
  });
});

describe('a clock, compared with walking it minute by minute', () => {
  it('is granted, turns yellow and is due as slow reading says', () => {
    fc.assert(
      fc.property(calendar, randomLimit, randomMinute, (any, of, from) => {
        const clock = startClock(of, new Map([['random', any]]), instant(from));
        const slow = slowStart(of, slowCalendar(any), from);

        expect(clock && { budget: clock.budget, yellowAt: clock.yellowAt, dueAt: clock.dueAt }).toEqual(
          slow && { budget: slow.budget, yellowAt: instant(slow.yellowAt), dueAt: instant(slow.dueAt) },
        );
      }),
      { numRuns: 4 * numRuns },
    );
  });

  it('says how much is left, or over, as slow reading says', () => {
    fc.assert(
      fc.property(calendar, randomLimit, randomMinute, fc.integer({ min: 0, max: 40_000 }), (any, of, from, later) => {
        const clock = startClock(of, new Map([['random', any]]), instant(from));
        fc.pre(clock !== null);
        const now = from + later * MINUTE;
        const dueAt = Date.parse(clock.dueAt);
        const state = clockState(clock, of, new Map([['random', any]]), instant(now));

        expect({ amount: state.amount, unit: state.unit }).toEqual(slowAmount(of.unit, slowCalendar(any), now, dueAt));
        expect(state.light).toBe(now >= dueAt ? 'red' : now >= Date.parse(clock.yellowAt) ? 'yellow' : 'green');
      }),
      { numRuns: 2 * numRuns },
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
