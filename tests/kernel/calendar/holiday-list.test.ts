import { describe, expect, it } from 'vitest';
import { readHolidayList, unfitDays, withHolidayList } from '../../../server/kernel/calendar/holiday-list.ts';
import { CHINA } from './china-calendar.ts';

/** 国务院办公厅关于2026年部分节假日安排的通知, the paragraphs that name days. */
const NOTICE = `国务院办公厅关于2026年部分节假日安排的通知
各省、自治区、直辖市人民政府，国务院各部委、各直属机构：
经国务院批准，现将2026年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
节假日期间，各地区、各部门要妥善安排好值班和安全、保卫、疫情防控等工作。`;

describe('readHolidayList', () => {
  it('reads the notice of the State Council as it is published, into exactly the shipped year', () => {
    const { days, faults } = readHolidayList(NOTICE, 2020);
    expect(faults).toEqual([]);
    expect(withHolidayList({ ...CHINA, years: {} }, days, true).years).toEqual({ '2026': CHINA.years['2026'] });
  });

  it('reads rows of a spreadsheet in any order of columns', () => {
    const { days, faults } = readHolidayList(
      '日期\t类型\t名称\n2027-01-01\t放假\t元旦\n国庆节,2027/10/1 至 2027/10/3,休\n2027年10月9日,国庆节,补班',
      2027,
    );
    expect(faults).toEqual([]);
    expect(days.map(({ date, kind, name }) => `${date} ${kind} ${name}`)).toEqual([
      '2027-01-01 holiday 元旦',
      '2027-10-01 holiday 国庆节',
      '2027-10-02 holiday 国庆节',
      '2027-10-03 holiday 国庆节',
      '2027-10-09 make-up 国庆节调休',
    ]);
  });

  it('says which row has no date it can read, and passes over headings and prose', () => {
    const { days, faults } = readHolidayList('日期\t名称\t放假/上班\n请按下表安排放假\n二月三十\t春节\t放假', 2027);
    expect([days.length, faults.map(({ line }) => line)]).toEqual([0, [3]]);
  });

  it('leaves out of a name what only says whether the day is worked', () => {
    const event = (date: string, summary: string) =>
      `BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:${date}\r\nSUMMARY:${summary}\r\nEND:VEVENT`;
    const { days } = readHolidayList([event('20270101', '元旦 休'), event('20270207', '春节 班')].join('\r\n'), 2027);
    expect(days.map(({ kind, name }) => `${kind} ${name}`)).toEqual(['holiday 元旦', 'make-up 春节调休']);
  });

  it('reads an iCalendar file, whose end is the day after', () => {
    const ics = [
      'BEGIN:VCALENDAR',
      'BEGIN:VEVENT',
      'DTSTART;VALUE=DATE:20261001',
      'DTEND;VALUE=DATE:20261003',
      'SUMMARY:国庆节（休）',
      'END:VEVENT',
      'BEGIN:VEVENT',
      'DTSTART;VALUE=DATE:20261010',
      'SUMMARY:国庆节',
      ' （班）',
      'END:VEVENT',
      'END:VCALENDAR',
    ].join('\r\n');
    expect(readHolidayList(ics, 2026).days.map(({ date, kind, name }) => `${date} ${kind} ${name}`)).toEqual([
      '2026-10-01 holiday 国庆节',
      '2026-10-02 holiday 国庆节',
      '2026-10-10 make-up 国庆节调休',
    ]);
  });

  it('reads JSON: a calendar of ours, and entries with isOffDay', () => {
    const own = readHolidayList(JSON.stringify(CHINA), 2026);
    expect(withHolidayList({ ...CHINA, years: {} }, own.days, true).years['2026']).toEqual(CHINA.years['2026']);
    const entries = '{"year":2027,"days":[{"name":"元旦","date":"2027-01-01","isOffDay":true},{"date":"x"}]}';
    const { days, faults } = readHolidayList(entries, 2027);
    expect(days.map(({ date, kind }) => `${date} ${kind}`)).toEqual(['2027-01-01 holiday']);
    expect(faults.map(({ line }) => line)).toEqual([2]);
  });

  it('says line by line what it cannot take', () => {
    const { days, faults } = readHolidayList(
      '2027-02-30,放假,春节\n2027-10-09,调休,国庆节\n2027-01-01,放假,元旦\n2027-01-01,上班,元旦\n没有日期的一行',
      2027,
    );
    expect(days.map(({ date }) => date)).toEqual(['2027-01-01']);
    expect(faults.map(({ line }) => line)).toEqual([1, 2, 4]);
    expect(readHolidayList('{"days": [', 2027).faults).toHaveLength(1);
  });

  it('finds make-up days that are worked anyway, and leaves them out', () => {
    const { days } = readHolidayList('2026-10-09,国庆节,上班\n2026-10-10,国庆节,上班', 2026);
    expect(unfitDays(CHINA, days).map(({ line }) => line)).toEqual([1]);
    expect(withHolidayList(CHINA, days, false).years['2026']).toEqual({
      provisional: true,
      holidays: {},
      makeUpDays: { '2026-10-10': '国庆节调休' },
    });
  });
});
