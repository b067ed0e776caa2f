import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseExpression } from '../../../server/kernel/feel/parse-expression.ts';
import type { Json } from '../../../server/kernel/json.ts';
import { feel, NOW } from './evaluate-feel.ts';

type Row = readonly [source: string, expected: Json];

const READING: readonly Row[] = [
  ['date("2026-09-10")', '2026-09-10'],
  ['date(2026, 9, 10)', '2026-09-10'],
  ['date("2026-02-29")', null],
  ['date("2024-02-29")', '2024-02-29'],
  ['date(2026, 13, 1)', null],
  ['date("26-9-1")', null],
  ['date("-0044-03-15")', '-0044-03-15'],
  ['date(date and time("2026-09-10T10:00:00"))', '2026-09-10'],
  ['time("10:30:00")', '10:30:00'],
  ['time("10:30:00.250+08:00")', '10:30:00.25+08:00'],
  ['time("24:00:00")', null],
  ['time("10:30:00+19:00")', null],
  ['time(10, 30, 0)', '10:30:00'],
  ['time(10, 30, 0, duration("PT8H"))', '10:30:00+08:00'],
  ['time(date and time("2026-09-10T10:30:00Z"))', '10:30:00Z'],
  ['date and time("2026-09-10T10:30:00.000Z")', '2026-09-10T10:30:00Z'],
  ['date and time("2026-09-10")', '2026-09-10T00:00:00'],
  ['date and time(date("2026-09-10"), time("10:30:00"))', '2026-09-10T10:30:00'],
  ['date and time("2026-09-10T10:30:00@Asia/Shanghai")', null],
  ['duration("P1DT25H")', 'P2DT1H'],
  ['duration("-PT90M")', '-PT1H30M'],
  ['duration("P14M")', 'P1Y2M'],
  ['duration("P1Y1D")', null],
  ['duration("P")', null],
  ['duration("PT0.5S")', 'PT0.5S'],
  ['duration("P0D")', 'PT0S'],
  ['@"2026-09-10"', '2026-09-10'],
  ['@"PT1H"', 'PT1H'],
  ['@"10:00:00"', '10:00:00'],
  ['@"nonsense"', null],
];

const ARITHMETIC: readonly Row[] = [
  ['@"2026-01-31" + @"P1M"', '2026-02-28'],
  ['@"2024-02-29" + @"P1Y"', '2025-02-28'],
  ['@"2026-03-31" - @"P1M"', '2026-02-28'],
  ['@"2026-12-31" + @"P1D"', '2027-01-01'],
  ['@"P1D" + @"2026-12-31"', '2027-01-01'],
  ['@"2026-01-01" - @"2025-01-01"', 'P365D'],
  ['@"2026-09-10T23:30:00" + @"PT1H"', '2026-09-11T00:30:00'],
  ['@"2026-09-10T10:00:00Z" - @"2026-09-10T10:00:00+08:00"', 'PT8H'],
  ['@"2026-09-10T10:00:00Z" - @"2026-09-10T10:00:00"', null],
  ['@"23:30:00" + @"PT1H"', '00:30:00'],
  ['@"10:00:00" - @"09:15:00"', 'PT45M'],
  ['@"P1D" + @"PT1H"', 'P1DT1H'],
  ['@"P1Y" - @"P1M"', 'P11M'],
  ['@"P1D" * 1.5', 'P1DT12H'],
  ['2 * @"P1M"', 'P2M'],
  ['@"P1Y" / 3', 'P4M'],
  ['@"P1D" / @"PT6H"', 4],
  ['@"P1D" / 0', null],
  ['-@"P1D"', '-P1D'],
  ['@"P1D" + @"P1M"', null],
  ['@"2026-01-01" + 1', null],
  ['years and months duration(@"2011-12-22", @"2013-08-24")', 'P1Y8M'],
  ['years and months duration(@"2013-08-24", @"2011-12-22")', '-P1Y8M'],
];

const PROPERTIES: readonly Row[] = [
  ['@"2026-09-10".year', 2026],
  ['@"2026-09-10".month', 9],
  ['@"2026-09-10".day', 10],
  ['@"2026-09-13".weekday', 7],
  ['@"10:30:15.5".second', 15.5],
  ['@"10:30:15".hour', 10],
  ['@"2026-09-10T10:30:15+08:00".time offset', 'PT8H'],
  ['@"10:00:00".time offset', null],
  ['@"P1DT2H3M4S".hours', 2],
  ['@"P1DT2H3M4S".days', 1],
  ['@"P1DT2H3M4S".seconds', 4],
  ['-@"P14M".months', -2],
  ['@"P14M".years', 1],
  ['@"2026-09-10".hour', null],
  ['day of year(@"2024-12-31")', 366],
  ['day of week(@"2026-09-10")', 'Thursday'],
  ['month of year(@"2026-09-10")', 'September'],
  ['week of year(@"2026-01-01")', 1],
  ['week of year(@"2027-01-01")', 53],
  ['last day of month(@"2024-02-01")', 29],
  ['@"2026-09-10" < @"2026-09-11"', true],
  ['@"2026-09-10T10:00:00+08:00" = @"2026-09-10T02:00:00Z"', true],
  ['is(@"2026-09-10T10:00:00+08:00", @"2026-09-10T02:00:00Z")', false],
  ['is(@"10:00:00", @"10:00:00")', true],
  ['@"2026-09-10T10:00:00Z" < @"2026-09-10T10:00:00"', null],
  ['@"P1D" > @"PT23H"', true],
  ['@"P1Y" = @"P12M"', true],
  ['@"2026-09-10" in [@"2026-09-01"..@"2026-09-30"]', true],
];

const CLOCK: readonly Row[] = [
  ['now()', '2026-09-11T01:12:00+08:00'],
  ['today()', '2026-09-11'],
  ['now() - @"2026-09-10T17:00:00Z"', 'PT12M'],
  ['today() = date(now())', true],
];

describe.each([
  ['reading and writing', READING],
  ['arithmetic', ARITHMETIC],
  ['properties and order', PROPERTIES],
  ['the given instant', CLOCK],
] as const)('dates, times and durations: %s', (_chapter, rows) => {
  it.each(rows)('%s → %j', (source, expected) => {
    expect(feel(source)).toEqual(expected);
  });
});

describe('dates', () => {
  it('take the offset of now() and today() from the context', () => {
    const parsed = parseExpression('[now(), today()]');
    const result = parsed.ok && parsed.expression.evaluate({ variables: {}, now: NOW, utcOffset: '-05:00' });

    expect(result).toMatchObject({ ok: true, value: ['2026-09-10T12:12:00-05:00', '2026-09-10'] });
  });

  it('refuse a clock that is no instant', () => {
    const parsed = parseExpression('today()');

    expect(parsed.ok && parsed.expression.evaluate({ variables: {}, now: 'yesterday' })).toMatchObject({
      ok: false,
      fault: { code: 'clock-not-an-instant' },
    });
  });

  it('agree with the platform on every day and weekday', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -700_000, max: 2_000_000 }),
        fc.integer({ min: -50_000, max: 50_000 }),
        (day, days) => {
          const [start, end] = [new Date(day * 86_400_000), new Date((day + days) * 86_400_000)];
          fc.pre(start.getUTCFullYear() > 0 && end.getUTCFullYear() > 0 && end.getUTCFullYear() < 9999);
          const [from, to] = [start.toISOString().slice(0, 10), end.toISOString().slice(0, 10)];

          expect(feel(`[date("${from}") + duration("P1D") * (${days}), date("${from}").weekday]`)).toEqual([
            to,
            start.getUTCDay() || 7,
          ]);
        },
      ),
    );
  });
});
