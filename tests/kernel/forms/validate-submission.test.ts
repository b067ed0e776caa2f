import { describe, expect, it } from 'vitest';
import { compileValidator } from '../../../server/application/forms/compile-validator.ts';
import { effectiveForm } from '../../../server/kernel/forms/effective-form.ts';
import type { FormDefinition } from '../../../server/kernel/forms/form-definition.ts';
import { pruneSubmission } from '../../../server/kernel/forms/prune-submission.ts';
import { type FormProblem, validateSubmission } from '../../../server/kernel/forms/validate-submission.ts';
import type { Json, JsonObject } from '../../../server/kernel/json.ts';
import { formOf, reportForm } from './form-examples.ts';

function check(form: FormDefinition, data: JsonObject, translate?: (zh: string) => string): readonly FormProblem[] {
  const effective = effectiveForm(form, 's');
  const compiled = compileValidator(effective.schema);
  if (!compiled.ok) throw new Error(compiled.reason);
  return validateSubmission(effective, pruneSubmission(effective, data), compiled.validate, translate);
}
const said = (form: FormDefinition, data: JsonObject): string[] => check(form, data).map((problem) => problem.zh);
const saidOf = (schema: JsonObject, value: Json, ui: JsonObject = {}): string[] =>
  said(formOf({ a: { title: '题', ...schema } }, { ui: { a: ui } }), { a: value });

describe('the sentences about a submission', () => {
  it('say what to do at each field, in the order of the form', () => {
    expect(said(reportForm, { description: '不亮', onTheSpot: true })).toEqual([
      '请选择「类别」',
      '「情况描述」至少 5 个字',
      '请填写「处理结果」',
    ]);
  });

  it('ask for the photo that the category needs', () => {
    const problems = check(reportForm, {
      category: 'fire',
      description: '楼道堆放杂物',
      onTheSpot: true,
      result: '已经清走',
    });

    const sentence = { zh: '请拍 1 张处理后照片', en: 'Take 1 photo: 处理后照片' };
    expect(problems).toEqual([{ path: '/after', field: '处理后照片', missing: true, ...sentence, here: sentence }]);
  });

  it('are one for each field, the one that matters', () => {
    expect(saidOf({ type: 'string', oneOf: [{ const: 'x', title: '甲' }], minLength: 9 }, 'nope')).toEqual([
      '「题」选的不在选项里，请重新选',
    ]);
    expect(saidOf({ type: 'integer', minimum: 3 }, 2.5)).toEqual(['「题」要填整数']);
  });

  it('name the row of a table', () => {
    const rows = {
      type: 'array',
      title: '议定事项',
      items: {
        type: 'object',
        properties: { what: { type: 'string', title: '要办什么' }, who: { type: 'string', title: '由谁办' } },
        required: ['what'],
      },
    };

    expect(check(formOf({ rows }), { rows: [{ what: '修路灯' }, { who: '网格员' }] })).toMatchObject([
      {
        path: '/rows/1/what',
        field: '要办什么',
        zh: '「议定事项」第 2 项：请填写「要办什么」',
        here: { zh: '请填写「要办什么」' },
      },
    ]);
  });

  it('stand at the list for what is wrong with one of its photos', () => {
    const problems = check(
      formOf(
        { a: { type: 'array', title: '照片', items: { type: 'string', pattern: '^[0-9a-f]{64}$' } } },
        { ui: { a: { 'ui:widget': 'photos' } } },
      ),
      { a: ['x', 'y'] },
    );

    expect(problems).toMatchObject([{ path: '/a' }]);
  });

  it('stand at the empty field of a group that was begun, and let an untouched group be', () => {
    expect(
      check(reportForm, { category: 'lamp', description: '路灯不亮了', reporter: { phone: '13812342046' } }),
    ).toMatchObject([{ path: '/reporter/name', zh: '请填写「姓名」' }]);
    expect(
      check(reportForm, { category: 'lamp', description: '路灯不亮了', reporter: { wantsAnswer: false } }),
    ).toEqual([]);
  });

  it.each([
    ['a number', { type: 'number' }, 'x', {}, '「题」要填数字'],
    ['a bound', { type: 'number', maximum: 200 }, 201, {}, '「题」不能大于 200'],
    ['cents', { type: 'number', multipleOf: 0.01 }, 1.234, {}, '「题」最多 2 位小数'],
    [
      'a phone number',
      { type: 'string', pattern: '^[0-9]{11}$' },
      '12',
      { 'ui:widget': 'phone' },
      '「题」不是有效的电话号码',
    ],
    [
      'a pattern in the pack’s own words',
      { type: 'string', pattern: '^XG', 'x-message': '编号以 XG 开头' },
      '12',
      {},
      '编号以 XG 开头',
    ],
    ['a day', { type: 'string', format: 'date' }, '2026-02-30', {}, '「题」不是有效的日期'],
    [
      'too many photos',
      { type: 'array', items: { type: 'string' }, maxItems: 1 },
      ['a', 'b'],
      { 'ui:widget': 'photos' },
      '「题」最多 1 张',
    ],
    [
      'too few choices',
      { type: 'array', items: { type: 'string', oneOf: [{ const: 'a' }, { const: 'b' }] }, minItems: 2 },
      ['a'],
      {},
      '「题」至少 2 项',
    ],
    [
      'a choice twice',
      { type: 'array', items: { type: 'string', oneOf: [{ const: 'a' }, { const: 'b' }] } },
      ['a', 'a'],
      {},
      '「题」里有重复的',
    ],
    ['a text that is none', { type: 'string' }, { b: 1 }, {}, '「题」填得不对，请检查'],
  ] as const)('are plain about %s', (_, schema, value, ui, sentence) => {
    expect(saidOf(schema, value, ui)).toEqual([sentence]);
  });

  it.each([
    ['text', { type: 'string' }, '请填写「题」'],
    ['choice', { type: 'string', oneOf: [{ const: 'a' }] }, '请选择「题」'],
    ['yes or no', { type: 'boolean' }, '请选择「题」'],
    ['table', { type: 'array', items: { type: 'object', properties: {} } }, '请至少填写 1 项「题」'],
  ])('ask for a missing %s in its own way', (_, schema, sentence) => {
    expect(said(formOf({ a: { title: '题', ...schema } }, { required: ['a'] }), {})).toEqual([sentence]);
  });

  it('are said in English with the pack’s English titles', () => {
    expect(
      check(formOf({ a: { type: 'string', title: '情况' } }, { required: ['a'] }), {}, (zh) =>
        zh === '情况' ? 'What happened' : zh,
      ),
    ).toMatchObject([{ en: 'Fill in "What happened"' }]);
  });
});
