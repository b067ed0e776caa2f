import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultValues, withRevealedDefaults } from '../../../server/kernel/forms/default-values.ts';
import { effectiveForm } from '../../../server/kernel/forms/effective-form.ts';
import { mergeSubmission, pruneSubmission } from '../../../server/kernel/forms/prune-submission.ts';
import type { FormDefinition } from '../../../server/kernel/forms/form-definition.ts';
import type { Json, JsonObject } from '../../../server/kernel/json.ts';
import { formOf, reportForm, rightsAt } from './form-examples.ts';

const text = { type: 'string', title: '文字' };
const prune = (form: FormDefinition, data: Json, stored: JsonObject = {}, step = 's'): JsonObject =>
  pruneSubmission(effectiveForm(form, step), data, stored);

describe('pruning', () => {
  it('drops what the form does not know', () => {
    expect(prune(formOf({ a: text }), { a: 'x', b: 'y', __proto__: 'z' })).toEqual({ a: 'x' });
  });

  it('drops what the step may not see, and takes what it may only read from what is stored', () => {
    const form = formOf({ a: text, b: text, c: text }, { rights: rightsAt('s', { a: 'hide', b: 'read' }) });

    expect(prune(form, { a: 'forged', b: 'forged', c: 'mine' }, { a: 'old', b: 'stored' })).toEqual({
      b: 'stored',
      c: 'mine',
    });
  });

  it('drops what was typed in a branch that does not hold any more', () => {
    const data = { category: 'lamp', description: '路灯不亮', onTheSpot: false, result: '已修好', after: ['p'] };

    expect(prune(reportForm, data)).toEqual({ category: 'lamp', description: '路灯不亮', onTheSpot: false });
  });

  it('drops a chain of branches when the first link goes', () => {
    const form = formOf(
      { a: text, b: text, c: text },
      {
        rules: [
          { when: { all: [{ field: 'a', equals: 'x' }] }, show: ['b'] },
          { when: { any: [{ field: 'b', filled: true }] }, show: ['c'] },
        ],
      },
    );

    expect(prune(form, { a: 'z', b: 'y', c: 'w' })).toEqual({ a: 'z' });
  });

  it('takes a condition’s read-only field from what is stored, not from what was sent', () => {
    const form = formOf(
      { a: text, b: text },
      { rules: [{ when: { all: [{ field: 'a', equals: 'x' }] }, show: ['b'] }], rights: rightsAt('s', { a: 'read' }) },
    );

    expect(prune(form, { a: 'x', b: 'smuggled' }, { a: 'no' })).toEqual({ a: 'no' });
  });

  it.each([
    ['a blank text', '   '],
    ['nothing', null],
    ['an empty list', []],
    ['an empty group', {}],
  ])('counts %s as not filled in', (_, value) => {
    expect(prune(formOf({ a: text }), { a: value })).toEqual({});
  });

  it('takes the spaces off a text', () => {
    expect(prune(formOf({ a: text }), { a: ' 路口 ' })).toEqual({ a: '路口' });
  });

  it('lets a switch nobody touched say no', () => {
    expect(prune(formOf({ a: { type: 'boolean', title: '要吗' } }), {})).toEqual({ a: false });
  });

  it('leaves a question that must be answered unanswered', () => {
    expect(prune(formOf({ a: { type: 'boolean', title: '要吗' } }, { required: ['a'] }), {})).toEqual({});
  });

  it('drops a group and a row that hold nothing but defaults', () => {
    const row = {
      type: 'object',
      properties: { a: text, done: { type: 'boolean', title: '办了' }, kind: { ...text, default: 'x' } },
    };
    const form = formOf({ group: row, rows: { type: 'array', title: '行', items: row } });

    expect(prune(form, { group: { done: false, kind: 'x' }, rows: [{ kind: 'x' }, { a: '甲', kind: 'x' }] })).toEqual({
      rows: [{ a: '甲', done: false, kind: 'x' }],
    });
  });

  it('keeps an empty group that is required, so that its own fields are asked for', () => {
    const group = { type: 'object', properties: { a: text }, required: ['a'] };

    expect(prune(formOf({ group }, { required: ['group'] }), {})).toEqual({ group: {} });
  });

  it('keeps values of a wrong type for validation to name', () => {
    expect(prune(formOf({ a: text, b: { type: 'array', title: '照片', items: text } }), { a: 7, b: 'x' })).toEqual({
      a: 7,
      b: 'x',
    });
  });

  it.each([
    ['a list', [1]],
    ['a text', 'x'],
    ['nothing', null],
  ])('takes %s in place of a form as an empty one', (_, data) => {
    expect(prune(formOf({ a: text }), data)).toEqual({});
  });

  it('keeps what parts of a schema outside the profile may know', () => {
    const form = formOf({ a: text }, { schema: { allOf: [{ properties: { b: { type: 'number' } } }] } });

    expect(prune(form, { a: 'x', b: 3 })).toEqual({ a: 'x', b: 3 });
  });

  it('changes nothing the second time', () => {
    const value = fc.oneof(
      fc.string(),
      fc.boolean(),
      fc.integer(),
      fc.constant(null),
      fc.array(fc.string(), { maxLength: 3 }),
    );
    const data = fc.dictionary(
      fc.constantFrom('category', 'description', 'photos', 'onTheSpot', 'result', 'after', 'other'),
      value,
    );
    fc.assert(
      fc.property(data, (sent) => {
        const once = prune(reportForm, sent);
        expect(prune(reportForm, once)).toEqual(once);
      }),
    );
  });
});

describe('what is stored after a step', () => {
  it('keeps what the step did not see and replaces what it could fill', () => {
    const group = { type: 'object', properties: { x: text, y: text } };
    const form = formOf({ a: text, b: text, group }, { rights: rightsAt('s', { a: 'hide', 'group.x': 'hide' }) });
    const stored = { a: 'old', b: 'old', group: { x: 'kept', y: 'old' } };

    expect(mergeSubmission(effectiveForm(form, 's'), stored, { group: { y: 'new' } })).toEqual({
      a: 'old',
      group: { x: 'kept', y: 'new' },
    });
  });
});

describe('the start of a form', () => {
  it('has the defaults of what is shown, and not those of hidden branches', () => {
    const form = formOf(
      { on: { type: 'boolean', title: '要吗' }, why: { ...text, default: '例行' } },
      { rules: [{ when: { all: [{ field: 'on', equals: true }] }, show: ['why'] }] },
    );

    expect(defaultValues(effectiveForm(form, 's'))).toEqual({ on: false });
    expect(defaultValues(effectiveForm(form, 's'), { on: true })).toEqual({ on: true, why: '例行' });
  });

  it('gets the defaults of a branch when the branch is shown, and never those that were taken away', () => {
    const form = formOf(
      { on: { type: 'boolean', title: '要吗' }, why: { ...text, default: '例行' }, how: { ...text, default: '电话' } },
      { rules: [{ when: { all: [{ field: 'on', equals: true }] }, show: ['why'] }] },
    );
    const effective = effectiveForm(form, 's');

    expect(withRevealedDefaults(effective, { on: false }, { on: true })).toEqual({ on: true, why: '例行' });
    expect(withRevealedDefaults(effective, { on: true, why: '例行' }, { on: true })).toEqual({ on: true });
  });
});
