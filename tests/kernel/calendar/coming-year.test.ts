import { describe, expect, it } from 'vitest';
import { unsettledYears } from '../../../server/kernel/calendar/coming-year.ts';
import { CHINA } from './china-calendar.ts';

const on = (today: string, years = CHINA.years): readonly string[] =>
  unsettledYears({ ...CHINA, years }, today).map(({ year, state }) => `${year} ${state}`);

describe('years a calendar should know by now', () => {
  it('are the year that runs, and from November the next one', () => {
    expect(on('2026-10-31')).toEqual([]);
    expect(on('2026-11-01')).toEqual(['2027 provisional']);
    expect(on('2026-12-31', { '2026': { provisional: false, holidays: {}, makeUpDays: {} } })).toEqual([
      '2027 missing',
    ]);
    expect(on('2027-03-01')).toEqual(['2027 provisional']);
    expect(on('2028-11-01')).toEqual(['2028 missing', '2029 missing']);
  });

  it('are told with what to do about it', () => {
    const [told] = unsettledYears(CHINA, '2026-11-28');
    expect(told?.zh).toBe(
      '「中国工作日历」2027 年的放假和调休还是暂定的，算出的期限可能会变。国务院办公厅公布以后，打开这份日历，点「导入放假安排」，贴上通知原文，再发布。',
    );
  });
});
