import { describe, expect, it } from 'vitest';
import { datesToCall, dueMeetings, meetingDates } from '../../../server/kernel/meetings/meeting-dates.ts';
import type { MeetingFile, MeetingRule } from '../../../server/kernel/release/definitions.ts';
import { at, CHINA, local } from '../calendar/china-calendar.ts';
import { monthly } from '../world/small-street.ts';

const series = (rule: MeetingRule, more: Partial<MeetingFile> = {}): MeetingFile => ({ ...monthly, rule, ...more });
const dates = (meeting: MeetingFile, from: string, count = 3): readonly string[] =>
  meetingDates(meeting, CHINA, from, count).map(({ date }) => date);
const on = (day: number): MeetingRule => ({ every: 'month', day, time: '15:00' });
const nth = (number: number, weekday: number): MeetingRule => ({ every: 'month', nth: number, weekday, time: '14:30' });

describe('the days of a series', () => {
  it.each([
    ['a day of the month', on(10), '2026-09-01', ['2026-09-10', '2026-10-10', '2026-11-10']],
    ['the last day of short months', on(31), '2026-11-01', ['2026-11-30', '2026-12-31', '2027-02-01']],
    ['the first Thursday', nth(1, 4), '2026-09-01', ['2026-09-03', '2026-10-08', '2026-11-05']],
    ['the fourth Friday', nth(4, 5), '2026-09-01', ['2026-09-28', '2026-10-23', '2026-11-27']],
    ['the fifth Monday, where there is one', nth(5, 1), '2026-09-01', ['2026-11-30', '2027-03-29', '2027-05-31']],
    ['the last Friday', nth(-1, 5), '2026-09-01', ['2026-09-28', '2026-10-30', '2026-11-27']],
    [
      'every Monday',
      { every: 'week', weekday: 1, time: '09:00' } as const,
      '2026-09-08',
      ['2026-09-14', '2026-09-21', '2026-09-28'],
    ],
  ])('are %s', (_what, rule, from, expected) => {
    expect(dates(series(rule), from)).toEqual(expected);
  });

  it('begin with the day they are asked from', () => {
    expect(dates(series(on(10)), '2026-09-10', 1)).toEqual(['2026-09-10']);
    expect(dates(series(on(10)), '2026-09-11', 1)).toEqual(['2026-10-10']);
  });
});

describe('a meeting on a day off', () => {
  it.each([
    ['next-working-day', ['2026-10-08', '2026-11-02']],
    ['previous-working-day', ['2026-09-30', '2026-10-30']],
    ['skip', ['2026-12-01', '2027-02-01']],
    ['keep', ['2026-10-01', '2026-11-01']],
  ] as const)('%s', (ifDayOff, expected) => {
    expect(dates(series(on(1), { ifDayOff }), '2026-09-15', 2)).toEqual(expected);
  });

  it('says what it was moved for', () => {
    const moved = meetingDates(series(on(1)), CHINA, '2026-09-15', 3);

    expect(moved.map(({ scheduled, movedFor }) => `${scheduled} ${movedFor}`)).toEqual([
      '2026-10-01 国庆节',
      '2026-11-01 weekend',
      '2026-12-01 null',
    ]);
  });

  it('is held on a Sunday that is worked', () => {
    expect(meetingDates(series(on(20)), CHINA, '2026-09-01', 1)).toMatchObject([
      { scheduled: '2026-09-20', date: '2026-09-20', movedFor: null, provisional: false },
    ]);
  });

  it('may still move in a year whose holidays are not out', () => {
    const [december, january] = meetingDates(series(on(20)), CHINA, '2026-12-01', 2);

    expect([december?.provisional, january?.provisional]).toEqual([false, true]);
  });
});

describe('the notice of a meeting', () => {
  const noticeOf = (meeting: MeetingFile, from: string): string =>
    local(meetingDates(meeting, CHINA, from, 1)[0]?.noticeAt);

  it('goes out when the office opens so many working days before', () => {
    expect(noticeOf(series(on(10)), '2026-09-01')).toBe('2026-09-07 08:30');
    expect(noticeOf(series(on(10)), '2026-10-01')).toBe('2026-09-30 08:30');
  });

  it('goes out on the day itself, and never after the meeting has begun', () => {
    const early: MeetingRule = { every: 'month', day: 10, time: '08:00' };

    expect(noticeOf(series(on(10), { noticeDaysBefore: 0 }), '2026-09-01')).toBe('2026-09-10 08:30');
    expect(noticeOf(series(early, { noticeDaysBefore: 0 }), '2026-09-01')).toBe('2026-09-10 08:00');
  });
});

describe('the meetings to call', () => {
  const called = (after: string, until: string, meeting = series(on(20))): readonly string[] =>
    datesToCall(meeting, CHINA, at(after), at(until)).map(({ scheduled }) => scheduled);

  it('are those whose notice falls into the span, each in one of two adjoining spans', () => {
    expect(called('2026-09-01 00:00', '2026-12-31 00:00')).toEqual([
      '2026-09-20',
      '2026-10-20',
      '2026-11-20',
      '2026-12-20',
    ]);
    expect(called('2026-09-01 00:00', '2026-09-16 08:30')).toEqual(['2026-09-20']);
    expect(called('2026-09-16 08:30', '2026-10-14 00:00')).toEqual([]);
  });

  it('are found also when a holiday moved them far', () => {
    const first = series(on(1), { noticeDaysBefore: 0 });

    expect(called('2026-10-03 00:00', '2026-10-08 09:00', first)).toEqual(['2026-10-01']);
  });

  it('are all there of a weekly series over years', () => {
    const weekly = series({ every: 'week', weekday: 3, time: '09:00' }, { ifDayOff: 'keep', noticeDaysBefore: 0 });

    expect(called('2026-01-01 00:00', '2030-12-31 23:59', weekly)).toHaveLength(260);
  });
});

describe('the meetings due after an outage', () => {
  const due = (after: string, now: string): readonly string[] =>
    dueMeetings(series(on(20)), CHINA, at(after), at(now)).map(({ scheduled }) => scheduled);

  it('are none when nothing was due', () => {
    expect(due('2026-09-17 00:00', '2026-10-01 00:00')).toEqual([]);
  });

  it('are started late when they are still to come', () => {
    expect(due('2026-09-15 00:00', '2026-09-19 12:00')).toEqual(['2026-09-20']);
  });

  it('are only the latest of those that have passed, so that its minutes can be written', () => {
    expect(due('2026-05-01 00:00', '2026-10-01 00:00')).toEqual(['2026-09-20']);
  });

  it('are the latest that has passed and the one to come', () => {
    expect(due('2026-05-01 00:00', '2026-10-19 00:00')).toEqual(['2026-09-20', '2026-10-20']);
  });

  it('are none the second time', () => {
    expect(due('2026-10-19 00:00', '2026-10-19 00:01')).toEqual([]);
  });
});
