import { describe, expect, it } from 'vitest';
import { areaNames } from '../../../studio/ui/area-names.ts';
import { type LightValue, lightWords } from '../../../studio/ui/light-words.ts';
import {
  columnTime,
  dateWords,
  dayWords,
  instantOfLocal,
  localInput,
  momentWords,
} from '../../../studio/ui/time-words.ts';
import { fill } from '../../../studio/translations/fill.ts';
import { textsIn } from '../texts-in.ts';

const [zh, en] = [textsIn('zh'), textsIn('en')];
const light = (name: LightValue['light'], amount: number, unit: LightValue['unit']): LightValue => ({
  light: name,
  amount,
  unit,
  dueAt: '2026-09-15T10:00:00.000Z',
});

describe('a light', () => {
  it.each([
    [light('green', 3, 'workingDays'), '正常 余 3 个工作日', 'On time · 3 working days left'],
    [light('yellow', 4, 'hours'), '临期 剩 4 小时', 'Due soon · 4 hours left'],
    [light('red', 2, 'workingDays'), '超期 2 个工作日', 'Overdue · 2 working days'],
    [light('red', 1, 'workingHours'), '超期 1 个工作小时', 'Overdue · 1 working hour'],
    [light('paused', 0, 'days'), '挂起', 'Paused'],
  ])('says its word and its amount', (value, chinese, english) => {
    expect([lightWords(value, zh), lightWords(value, en)]).toEqual([chinese, english]);
  });
});

describe('a sentence with places', () => {
  it('takes its values, and shows a place whose value is forgotten', () => {
    expect(fill('共 {count} 件 · {area}', { count: 3 })).toBe('共 3 件 · {area}');
  });
});

describe('the time on the wall of the street', () => {
  const now = '2026-09-15T02:32:00.000Z';

  it('is said as today, with its date, and with its year when that is another', () => {
    expect(momentWords('2026-09-15T10:00:00.000Z', now, zh)).toBe('今天 18:00');
    expect(momentWords('2026-09-14T01:00:00.000Z', now, zh)).toBe('9 月 14 日 09:00');
    expect(dateWords('2027-01-20', now, zh)).toBe('2027 年 1 月 20 日');
  });

  it('belongs to the street’s day, whatever the day in Greenwich', () => {
    expect(columnTime('2026-09-11T16:30:00.000Z', now)).toBe('09-12 00:30');
  });

  it('heads a day with its weekday', () => {
    expect(dayWords('2026-09-10', now, zh)).toBe('9 月 10 日 周四');
  });

  it('goes through a date control and back unchanged', () => {
    expect(instantOfLocal(localInput('2026-09-20T07:00:00.000Z'))).toBe('2026-09-20T07:00:00.000Z');
  });
});

describe('the areas of somebody who has several', () => {
  it('share what they have in common', () => {
    expect(areaNames(['西关 01 网格', '西关 04 网格'], '、')).toBe('西关 01、04 网格');
    expect(areaNames(['西关社区', '西关 02 网格', '西关 05 网格', '育才 01 网格'], '、')).toBe(
      '西关社区、西关 02、05 网格、育才 01 网格',
    );
  });

  it('are said once', () => {
    expect(areaNames(['西关 01 网格', '西关 01 网格'], '、')).toBe('西关 01 网格');
  });
});
