import { describe, expect, it } from 'vitest';
import { addDuration, firstBeat, isTimerText, nextBeat, readCycle } from '../../../server/kernel/bpmn/timer-text.ts';
import { instantOfText } from '../../../server/kernel/local-time.ts';

const local = (text: string): string => instantOfText(text) ?? 'no instant';

describe('a duration', () => {
  it.each([
    ['PT4H', '2026-09-10 13:00'],
    ['P1DT30M', '2026-09-11 09:30'],
    ['P2W', '2026-09-24 09:00'],
    ['PT1.5S', '2026-09-10 09:00:01.5'],
    ['P1Y', '2027-09-10 09:00'],
    ['PT0S', '2026-09-10 09:00'],
    ['-PT4H', '2026-09-10 05:00'],
  ])('%s is so long', (duration, until) => {
    expect(addDuration(local('2026-09-10 09:00'), duration)).toBe(local(until));
  });

  it.each([
    ['2026-01-31 09:00', 'P1M', '2026-02-28 09:00'],
    ['2028-01-31 09:00', 'P1M', '2028-02-29 09:00'],
    ['2026-10-31 09:00', 'P4M', '2027-02-28 09:00'],
    ['2028-02-29 09:00', 'P1Y', '2029-02-28 09:00'],
    ['2026-03-31 09:00', '-P1M', '2026-02-28 09:00'],
    // 01:00 in China is the day before in UTC: what counts is the calendar on the wall.
    ['2026-01-31 01:00', 'P1M', '2026-02-28 01:00'],
  ])('from %s ends %s later within its month: %s', (from, duration, until) => {
    expect(addDuration(local(from), duration)).toBe(local(until));
  });

  it.each(['', 'P', 'PT', 'P1', '4H', 'P1.5D', 'P1DT', 'PT4H ', 'P9999Y', `P${'9'.repeat(400)}D`, 'PT999999999999H'])(
    '“%s” is none',
    (duration) => {
      expect(addDuration(local('2026-09-10 09:00'), duration)).toBeNull();
    },
  );
});

describe('a date', () => {
  it.each([
    ['2026-09-10T09:00:00+08:00', '2026-09-10T01:00:00.000Z'],
    ['2026-09-10T01:00:00Z', '2026-09-10T01:00:00.000Z'],
    ['2026-09-10T09:00:00', '2026-09-10T01:00:00.000Z'],
    ['2026-09-10 09:00', '2026-09-10T01:00:00.000Z'],
    ['2026-09-10', '2026-09-09T16:00:00.000Z'],
    ['2026-09-10T09:00:00.123456789+08:00', '2026-09-10T01:00:00.123Z'],
  ])('%s is the same on every machine', (text, instant) => {
    expect(instantOfText(text)).toBe(instant);
  });

  it.each(['', 'tomorrow', '2026-02-30', '2026-13-01', '2026-09-10T25:00', '10/09/2026', 'Sep 10 2026', '20260910'])(
    '“%s” is none',
    (text) => {
      expect(instantOfText(text)).toBeNull();
    },
  );
});

describe('a cycle', () => {
  it.each([
    ['R3/PT4H', { beats: 3, interval: 'PT4H' }],
    ['R/P1D', { beats: null, interval: 'P1D' }],
    ['R0/PT1S', { beats: 0, interval: 'PT1S' }],
    ['R5/2026-09-10T09:00:00+08:00/P1D', { beats: 5, interval: 'P1D', from: '2026-09-10T01:00:00.000Z' }],
  ])('%s is read', (text, cycle) => {
    expect(readCycle(text)).toEqual(cycle);
  });

  it.each(['R/PT0S', 'R3/P0D', 'R/-PT1H', 'PT4H', 'R3', 'R3/', '0 0 9 * * *', 'R-1/PT1H', 'R3/soon/PT1H'])(
    '“%s” is none',
    (text) => {
      expect(readCycle(text)).toBeNull();
    },
  );

  it.each([
    ['begins when it says', 'R3/2026-09-10T09:00:00Z/PT1H', '2026-09-10T09:00:00.000Z', 1],
    ['has had the beats that have been', 'R3/2026-09-10T06:30:00Z/PT1H', '2026-09-10T08:30:00.000Z', 3],
    ['keeps its rhythm', 'R/2026-09-10T07:30:00Z/PT1H', '2026-09-10T08:30:00.000Z', 2],
    ['of months keeps its day', 'R/2026-07-15T07:30:00Z/P1M', '2026-09-15T07:30:00.000Z', 3],
  ])('that is armed late %s', (_what, text, due, generation) => {
    const cycle = readCycle(text);

    expect(cycle && firstBeat(cycle, text, '2026-09-10T08:00:00.000Z')).toEqual({ due, generation, cycle: text });
  });

  it('whose beats have all been has none left', () => {
    const text = 'R3/2026-09-01T00:00:00Z/PT1H';
    const cycle = readCycle(text);

    expect(cycle && firstBeat(cycle, text, '2026-09-10T08:00:00.000Z')).toBeNull();
  });

  it('of seconds that stood still for a year goes on at once', () => {
    const timer = { due: '2026-09-10T01:00:00.000Z', generation: 7, cycle: 'R/PT7S' };
    const next = nextBeat(timer, '2027-09-10T01:00:00.000Z') ?? '';

    expect(next > '2027-09-10T01:00:00.000Z').toBe(true);
    expect((Date.parse(next) - Date.parse(timer.due)) % 7000).toBe(0);
  });

  it('of months keeps its day', () => {
    const timer = { due: local('2026-09-15 09:00'), generation: 1, cycle: 'R/P1M' };

    expect(nextBeat(timer, local('2026-12-20 09:00'))).toBe(local('2027-01-15 09:00'));
  });

  it('ends after its last beat', () => {
    expect(nextBeat({ due: local('2026-09-15'), generation: 3, cycle: 'R3/P1D' }, local('2026-09-15'))).toBeNull();
  });

  it('is not what a plain timer is', () => {
    expect(nextBeat({ due: local('2026-09-15'), generation: 1 }, local('2026-09-15'))).toBeNull();
  });
});

describe('a literal time', () => {
  it.each([
    ['date', '2026-09-10', true],
    ['date', 'PT4H', false],
    ['duration', 'PT4H', true],
    ['duration', '4 hours', false],
    ['cycle', 'R3/PT4H', true],
    ['cycle', 'PT4H', false],
  ] as const)('of a %s: %s', (kind, text, sound) => {
    expect(isTimerText(kind, text)).toBe(sound);
  });
});
