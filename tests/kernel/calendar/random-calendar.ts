import fc from 'fast-check';
import type { Calendar } from '../../../server/kernel/calendar/calendar.ts';
import type { TimeLimit, TimeUnit } from '../../../server/kernel/calendar/time-limit.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;

/** The days on which random lists say something: into a year that has a list, and on into one that has none. */
const first = Date.parse('2026-11-20');
const dates = Array.from({ length: 150 }, (_, day) => new Date(first + day * DAY).toISOString().slice(0, 10));

const written = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** Openings of a day: none to four, of any length from a minute on, some until 24:00, some one right after another. */
const openings = fc
  .uniqueArray(fc.oneof(fc.integer({ min: 0, max: 1440 }), fc.constantFrom(0, 510, 720, 870, 1080, 1440)), {
    maxLength: 8,
  })
  .map((ends) => {
    const sorted = ends.toSorted((a, b) => a - b);
    return sorted.flatMap((from, n): [string, string][] => {
      const to = sorted[n + 1];
      return n % 2 === 1 || to === undefined ? [] : [[written(from), written(to)]];
    });
  });
const touching = fc
  .tuple(fc.integer({ min: 0, max: 700 }), fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 300 }))
  .map(([from, one, other]): [string, string][] => [
    [written(from), written(from + one)],
    [written(from + one), written(from + one + other)],
  ]);
const untilMidnight = fc.integer({ min: 0, max: 1439 }).map((from): [string, string][] => [[written(from), '24:00']]);
const hours = fc.oneof(
  { weight: 4, arbitrary: openings },
  { weight: 1, arbitrary: touching },
  { weight: 2, arbitrary: untilMidnight },
);

const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

function openMinutes(week: readonly (readonly [string, string][])[]): number {
  return week.flat().reduce((sum, [from, to]) => sum + minuteOf(to) - minuteOf(from), 0);
}

/**
 * A sound calendar of any kind: odd hours, nights, days that never open, holidays on any day, make-up days on days that are
 * off, in a zone to the quarter of an hour. An hour of its week is open at least.
 */
export const randomCalendar: fc.Arbitrary<Calendar> = fc
  .record({
    utcOffset: fc.constantFrom('+08:00', '+08:00', '+00:00', '-03:30', '+05:45', '-11:00', '+14:00'),
    week: fc.array(hours, { minLength: 7, maxLength: 7 }).filter((week) => openMinutes(week) >= 60),
    marked: fc.uniqueArray(fc.tuple(fc.constantFrom(...dates), fc.boolean()), {
      maxLength: 40,
      selector: ([date]) => date,
    }),
    listed: fc.boolean(),
  })
  .map(({ utcOffset, week, marked, listed }) => {
    const isOff = (date: string): boolean => (week[(new Date(date).getUTCDay() + 6) % 7] ?? []).length === 0;
    const of = (year: string, makeUp: boolean): Record<string, string> =>
      Object.fromEntries(
        marked
          .filter(([date, made]) => date.startsWith(year) && (made && isOff(date)) === makeUp)
          .map(([date]) => [date, '']),
      );
    const list = (year: string) => ({ provisional: false, holidays: of(year, false), makeUpDays: of(year, true) });
    const years = { '2026': list('2026'), ...(listed ? { '2027': list('2027') } : {}) };
    const byWeekday = Object.fromEntries(week.map((day, n) => [String(n + 1), day]));
    return { id: 'random', title: '', utcOffset, week: byWeekday, years };
  });

/** A whole minute in the time that random calendars speak of. */
export const randomMinute: fc.Arbitrary<number> = fc
  .integer({ min: 0, max: 110 * 24 * 60 })
  .map((minutes) => first + minutes * MINUTE);

const amounts: Readonly<Record<TimeUnit, fc.Arbitrary<number>>> = {
  minutes: fc.integer({ min: 1, max: 600 }),
  hours: fc.integer({ min: 1, max: 200 }),
  days: fc.integer({ min: 1, max: 30 }),
  workingHours: fc.integer({ min: 1, max: 60 }).map((quarters) => quarters / 4),
  workingDays: fc.integer({ min: 1, max: 12 }),
};
const units = fc.constantFrom<TimeUnit[]>('minutes', 'hours', 'days', 'workingHours', 'workingDays');
/** Any amount of natural or working time. */
export const randomAmount = units.chain((unit) => fc.record({ unit: fc.constant(unit), amount: amounts[unit] }));
const lastDays = fc.integer({ min: 1, max: 4 }).map((amount) => ({ amount, unit: 'workingDays' as const }));
const yellow = fc.oneof(
  fc.constant(undefined),
  lastDays,
  fc.constantFrom(0, 0.1, 0.25, 0.5, 0.75, 1).map((share) => ({ share })),
  randomAmount,
);

/** Any limit under the calendar `random`. */
export const randomLimit: fc.Arbitrary<TimeLimit> = fc.tuple(randomAmount, yellow).map(([granted, left]) => ({
  id: 'handle',
  title: '办理',
  calendar: 'random',
  ...granted,
  ...(left === undefined ? {} : { yellow: left }),
}));
