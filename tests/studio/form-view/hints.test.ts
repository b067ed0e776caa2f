import { describe, expect, it } from 'vitest';
import type { FormControl } from '../../../server/kernel/forms/form-control.ts';
import type { FormProblem } from '../../../server/kernel/forms/validate-submission.ts';
import type { JsonObject } from '../../../server/kernel/json.ts';
import { type FieldHint, fieldHint } from '../../../studio/form-view/field-hint.ts';
import type { FormViewContext } from '../../../studio/form-view/form-view-context.ts';
import { problemHint } from '../../../studio/form-view/problem-hint.ts';
import { fill } from '../../../studio/translations/fill.ts';
import { formViewZh } from '../../../studio/translations/form-view.zh.ts';

const context: FormViewContext = {
  door: 'phone',
  language: 'zh',
  translate: (chinese) => chinese,
  t: (key, values) => fill(formViewZh[key], values),
};
const hint = (schema: JsonObject, help: string, control: FormControl, required: boolean): FieldHint =>
  fieldHint(context, schema, { 'ui:help': help }, control, required);

describe('the hint of a field', () => {
  it('says once that it is optional, also when the pack says it too', () => {
    expect(hint({}, '选填，只用于答复', 'text', false).beside).toBe('选填，只用于答复');
    expect(hint({}, '', 'text', false).beside).toBe('选填');
  });

  it('does not say so of what a rule requires', () => {
    expect(hint({}, '选填，只用于答复', 'text', true).beside).toBe('只用于答复');
  });

  it('says how many photos, unless the pack does', () => {
    expect(hint({ maxItems: 6 }, '', 'photos', false).beside).toBe('选填，最多 6 张');
    expect(hint({ maxItems: 6 }, '选填，最多 6 张', 'photos', false).beside).toBe('选填，最多 6 张');
    expect(hint({ maxItems: 6 }, '', 'photos', true).beside).toBe('需 1 张');
  });

  it('puts longer words on a line of their own', () => {
    expect(hint({}, '选“办不了”，事件由上一级接着办', 'choice', true)).toEqual({
      beside: null,
      below: '选“办不了”，事件由上一级接着办',
    });
  });
});

describe('the footer', () => {
  const problem = (field: string, missing = true): FormProblem => ({
    path: `/${field}`,
    field,
    missing,
    zh: '',
    en: '',
    here: { zh: '', en: '' },
  });

  it('counts and names what is missing', () => {
    expect(problemHint([problem('处理后照片')], context)).toBe('还差 1 项：处理后照片');
    expect(problemHint([problem('类别'), problem('地点'), problem('情况')], context)).toBe('还差 3 项：类别、地点 等');
  });

  it('names what is to be corrected once nothing is missing', () => {
    expect(problemHint([problem('类别'), problem('电话', false)], context)).toBe('还差 1 项：类别');
    expect(problemHint([problem('电话', false)], context)).toBe('有 1 处要改：电话');
  });

  it('is silent when all is well', () => {
    expect(problemHint([], context)).toBeNull();
  });
});
