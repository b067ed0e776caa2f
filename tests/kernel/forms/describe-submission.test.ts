import { describe, expect, it } from 'vitest';
import { describeSubmission } from '../../../server/kernel/forms/describe-submission.ts';
import { effectiveForm } from '../../../server/kernel/forms/effective-form.ts';
import type { Json } from '../../../server/kernel/json.ts';
import { formOf, reportForm, rightsAt } from './form-examples.ts';

const one = (schema: Json, value: Json, ui: Json = {}): string | undefined =>
  describeSubmission(formOf({ a: schema }, { ui: { a: ui } }), { a: value })[0]?.text;

describe('the lines of a submission', () => {
  it('say what was filled in, in the order of the form', () => {
    const data = {
      onTheSpot: true,
      category: 'lamp',
      description: '路灯不亮',
      photos: ['p', 'q'],
      reporter: { name: '王**', wantsAnswer: true },
      result: '换了灯头',
    };

    expect(describeSubmission(reportForm, data)).toEqual([
      { title: '类别', text: '设施维修 / 路灯' },
      { title: '情况描述', text: '路灯不亮' },
      { title: '照片', text: '2 张', photos: ['p', 'q'] },
      { title: '反映人·姓名', text: '王**' },
      { title: '反映人·要求答复', text: '是' },
      { title: '已当场处理', text: '是' },
      { title: '处理结果', text: '换了灯头' },
    ]);
  });

  it('leave out what is empty and switches that say no', () => {
    expect(describeSubmission(reportForm, { description: '', photos: [], onTheSpot: false })).toEqual([]);
  });

  it.each([
    ['a day', { type: 'string', format: 'date' }, '2026-09-10', '2026年9月10日'],
    [
      'a moment where it was written down',
      { type: 'string', format: 'date-time' },
      '2026-09-10T09:12:00+08:00',
      '2026年9月10日 09:12',
    ],
    [
      'a moment in UTC, told in China’s time',
      { type: 'string', format: 'date-time' },
      '2026-09-10T18:30:00Z',
      '2026年9月11日 02:30',
    ],
    ['a moment that is none', { type: 'string', format: 'date-time' }, '昨天', '昨天'],
    ['a number with its unit', { type: 'number', 'x-unit': '米' }, 3.5, '3.5 米'],
    [
      'several choices',
      {
        type: 'array',
        items: {
          type: 'string',
          oneOf: [
            { const: 'a', title: '甲' },
            { const: 'b', title: '乙' },
          ],
        },
      },
      ['b', 'a'],
      '乙、甲',
    ],
    ['a choice that is no longer offered', { type: 'string', oneOf: [{ const: 'a', title: '甲' }] }, 'gone', 'gone'],
  ])('write %s as people do', (_, schema, value, text) => {
    expect(one({ title: '题', ...schema }, value)).toBe(text);
  });

  it('number the rows of a table', () => {
    const rows = {
      type: 'array',
      title: '议定事项',
      items: { type: 'object', properties: { what: { type: 'string', title: '要办什么' } } },
    };

    expect(describeSubmission(formOf({ rows }), { rows: [{ what: '修路灯' }, { what: '疏通水管' }] })).toEqual([
      { title: '议定事项 1·要办什么', text: '修路灯' },
      { title: '议定事项 2·要办什么', text: '疏通水管' },
    ]);
  });

  it('tell only what a step may see', () => {
    const form = formOf(
      { a: { type: 'string', title: '甲' }, b: { type: 'string', title: '乙' } },
      { rights: rightsAt('s', { a: 'hide' }) },
    );

    expect(describeSubmission(effectiveForm(form, 's'), { a: 'x', b: 'y' })).toEqual([{ title: '乙', text: 'y' }]);
  });

  it('are written in English when asked, with the pack’s English', () => {
    const english = new Map([
      ['情况描述', 'What happened'],
      ['已当场处理', 'Settled on the spot'],
    ]);
    const lines = describeSubmission(
      reportForm,
      { description: '路灯不亮', onTheSpot: true, photos: ['p'] },
      { language: 'en', translate: (zh) => english.get(zh) ?? zh },
    );

    expect(lines).toEqual([
      { title: 'What happened', text: '路灯不亮' },
      { title: '照片', text: '1', photos: ['p'] },
      { title: 'Settled on the spot', text: 'Yes' },
    ]);
  });

  it('take titles from elsewhere where the schema has no choices', () => {
    const form = formOf({ area: { type: 'string', title: '网格', 'x-choices': 'areas' } });

    expect(
      describeSubmission(
        form,
        { area: '0101' },
        { titleOf: (source, value) => (source === 'areas' && value === '0101' ? '西关 01 网格' : undefined) },
      ),
    ).toEqual([{ title: '网格', text: '西关 01 网格' }]);
  });
});
