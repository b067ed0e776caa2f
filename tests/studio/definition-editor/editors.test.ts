import { describe, expect, it } from 'vitest';
import { isWorkingDay } from '../../../server/kernel/calendar/working-days.ts';
import type { JsonObject } from '../../../server/kernel/json.ts';
import { meetingDates } from '../../../server/kernel/meetings/meeting-dates.ts';
import type { MeetingFile } from '../../../server/kernel/release/definitions.ts';
import { compileValidator } from '../../../server/application/forms/compile-validator.ts';
import { brushedDay, withDay, withHours, withProvisional } from '../../../studio/definition-editor/calendar-edit.ts';
import { withValueAt } from '../../../studio/definition-editor/json-edit.ts';
import { kindSchemas } from '../../../studio/definition-editor/kind-schemas.ts';
import {
  durationWords,
  isMeeting,
  ruleFor,
  ruleWords,
  wayOf,
} from '../../../studio/definition-editor/meeting-words.ts';
import { addableKinds, newDefinition } from '../../../studio/definition-editor/new-definition.ts';
import { piecesOf } from '../../../studio/definition-editor/parts/text-pieces.ts';
import { wordedTitle } from '../../../studio/definition-editor/placeholder-words.ts';
import { usesOf } from '../../../studio/definition-editor/uses.ts';
import { visibleTexts } from '../../../studio/definition-editor/visible-texts.ts';
import { fill } from '../../../studio/translations/fill.ts';
import type { Texts } from '../../../studio/translations/texts.ts';
import { zh } from '../../../studio/translations/zh.ts';
import { street } from './shipped-definitions.ts';

const texts: Texts = {
  language: 'zh',
  text: (key, values) => fill(zh[key], values),
  pack: (chinese) => chinese,
  either: (sentence) => sentence.zh,
};
const [china] = street.calendars;
const [monthly] = street.meetings;
if (china === undefined || monthly === undefined) throw new Error('the street has neither calendar nor meeting');

describe('a meeting in words', () => {
  it('changes its rule and keeps what fits: every month on the first Thursday at half past two', () => {
    const rule = { ...ruleFor('nth', monthly.rule), time: '14:30' };
    const moved: MeetingFile = { ...monthly, rule };

    expect(wayOf(rule)).toBe('nth');
    expect(ruleWords(moved, texts)).toBe('每月第一个周四 14:30');
    expect(ruleWords(monthly, texts)).toBe('每月 20 日 15:00');
    expect(meetingDates(moved, china, '2026-11-28', 3).map(({ date, at }) => [date, at.slice(11, 16)])).toEqual([
      ['2026-12-03', '06:30'],
      ['2027-01-07', '06:30'],
      ['2027-02-04', '06:30'],
    ]);
    expect(ruleFor('week', rule)).toEqual({ every: 'week', weekday: 4, time: '14:30' });
    expect(durationWords(90, texts)).toBe('1 小时 30 分');
  });

  it('has no dates while it is not written', () => {
    expect(isMeeting(monthly as unknown as JsonObject)).toBe(true);
    expect(isMeeting({ rule: { every: 'month' } })).toBe(false);
  });
});

describe('a calendar on a page', () => {
  it('makes a day a holiday, takes it back, and keeps the days in order', () => {
    const marked = brushedDay(china, '2026-12-28', 'holiday', '年终');
    const back = brushedDay(marked, '2026-12-28', 'holiday', '年终');

    expect(isWorkingDay(china, '2026-12-28')).toBe(true);
    expect(isWorkingDay(marked, '2026-12-28')).toBe(false);
    expect(Object.keys(marked.years['2026']?.holidays ?? {})).toEqual(
      Object.keys(marked.years['2026']?.holidays ?? {}).toSorted(),
    );
    expect(back).toEqual(china);
  });

  it('makes a weekend day worked in exchange, and a day never both', () => {
    const worked = withDay(withDay(china, '2026-12-26', 'holiday', '甲'), '2026-12-26', 'make-up', '乙');

    expect(isWorkingDay(worked, '2026-12-26')).toBe(true);
    expect(worked.years['2026']?.holidays['2026-12-26']).toBeUndefined();
  });

  it('gives a day half of its hours, a make-up day those of a weekday, and takes both back', () => {
    const half = brushedDay(china, '2026-12-31', 'half', '');
    const thursday = withHours(china, '2026-10-10', '4');

    expect(half.years['2026']?.hours).toEqual({ '2026-12-31': [['08:30', '12:00']] });
    expect(brushedDay(half, '2026-12-31', 'half', '')).toEqual(china);
    expect(thursday.years['2026']?.hours).toEqual({ '2026-10-10': '4' });
    // A day that becomes a holiday has no hours any more.
    expect(withDay(thursday, '2026-10-10', 'holiday', '国庆节').years['2026']?.hours).toBeUndefined();
  });

  it('begins a year that nobody wrote as provisional', () => {
    const next = withDay(china, '2031-10-01', 'holiday', '国庆节');

    expect(next.years['2031']?.provisional).toBe(true);
    expect(withProvisional(next, '2031', false).years['2031']?.provisional).toBe(false);
  });
});

describe('what an editor knows of the other definitions', () => {
  it('finds where a post, a limit and a notice are used, in tables and processes too', () => {
    const of = (kind: 'post' | 'limit' | 'notice', id: string): readonly string[] =>
      usesOf(street, kind, id).map((use) => `${use.kind} ${use.id}`);

    expect(of('post', 'mediator')).toContain('decision handling-level');
    expect(of('post', 'community-officer')).toEqual(
      expect.arrayContaining(['ladder case-overdue', 'meeting dispute-coordination', 'post grid-head']),
    );
    expect(of('limit', 'second-rung')).toEqual(['ladder case-overdue']);
    expect(of('notice', 'overdue-first')).toEqual(['ladder case-overdue']);
    expect(of('post', 'nobody')).toEqual([]);
  });

  it('lists exactly the texts that want English: the shipped street has them all, and none too many', () => {
    const wanted = new Set(visibleTexts(street));
    const known = new Set(Object.keys(street.english));

    expect(wanted.size).toBeGreaterThan(200);
    expect([...wanted].filter((text) => !known.has(text))).toEqual([]);
    expect([...known].filter((text) => !wanted.has(text))).toEqual([]);
  });

  it('reads a notice as words and what is filled in', () => {
    expect(piecesOf('抄送：{number}')).toEqual([
      { kind: 'words', text: '抄送：' },
      { kind: 'placeholder', name: 'number' },
    ]);
    expect(wordedTitle('抄送：{number}', texts)).toBe('抄送：〔编号〕');
  });
});

describe('a new definition', () => {
  it.each(addableKinds.filter((kind) => kind !== 'ledger'))('is written right from the start: %s', (kind) => {
    const json = newDefinition(kind, `${kind}-1`, '防汛员', street);
    const schema = kindSchemas[kind as keyof typeof kindSchemas];
    const compiled = compileValidator(schema);

    expect(compiled.ok && compiled.validate(json)).toEqual([]);
  });
});

describe('a value of a definition', () => {
  it('is replaced in its place, and the others keep their order', () => {
    const json = { id: 'a', list: [{ x: 1 }, { x: 2 }], last: true };

    expect(JSON.stringify(withValueAt(json, '/list/1/x', 3))).toBe('{"id":"a","list":[{"x":1},{"x":3}],"last":true}');
    expect(withValueAt(json, '/list/0', undefined)).toEqual({ id: 'a', list: [{ x: 2 }], last: true });
    expect(withValueAt(json, '/new/deep', '值')).toEqual({ ...json, new: { deep: '值' } });
    expect(withValueAt(json, '/last', undefined)).toEqual({ id: 'a', list: json.list });
  });
});
