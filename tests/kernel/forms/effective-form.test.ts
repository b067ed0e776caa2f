import { describe, expect, it } from 'vitest';
import { effectiveForm } from '../../../server/kernel/forms/effective-form.ts';
import { formFields } from '../../../server/kernel/forms/form-fields.ts';
import { propertiesOf } from '../../../server/kernel/forms/schema-node.ts';
import { shownSchema } from '../../../server/kernel/forms/shown-fields.ts';
import type { FormDefinition } from '../../../server/kernel/forms/form-definition.ts';
import type { JsonObject } from '../../../server/kernel/json.ts';
import { formOf, reportForm, rightsAt } from './form-examples.ts';

const text = { type: 'string', title: '文字' };
const fieldsOf = (form: FormDefinition, step: string): JsonObject =>
  effectiveForm(form, step).fields['properties'] as JsonObject;

describe('rights of a step', () => {
  const form = formOf(
    { a: text, b: text, c: text },
    {
      required: ['a', 'b'],
      rights: { '*': { c: 'read' }, assign: { a: 'hide', b: 'read', c: 'require' } },
    },
  );

  it('hidden fields are gone, and nobody must fill them', () => {
    const { fields } = effectiveForm(form, 'assign');

    expect(Object.keys(fields['properties'] ?? {})).toEqual(['b', 'c']);
    expect(fields['required']).toEqual(['c']);
  });

  it('the step’s own rights come over those of every step', () => {
    expect(fieldsOf(form, 'assign')['c']).not.toHaveProperty('readOnly');
    expect(fieldsOf(form, 'other')['c']).toMatchObject({ readOnly: true });
  });

  it('a read-only group makes what it holds read-only', () => {
    const grouped = formOf(
      { g: { type: 'object', properties: { x: text } } },
      { rights: rightsAt('s', { g: 'read' }) },
    );

    expect(fieldsOf(grouped, 's')).toMatchObject({ g: { properties: { x: { readOnly: true } } } });
  });

  it('stored values a person only reads are not judged again', () => {
    const { schema } = effectiveForm(
      formOf({ a: { ...text, minLength: 50 } }, { rights: rightsAt('s', { a: 'read' }) }),
      's',
    );

    expect(schema['properties']).toEqual({ a: { readOnly: true, title: '文字' } });
  });
});

describe('rules', () => {
  it('become if and then of the root, each if with what it looks at required', () => {
    const { schema } = effectiveForm(reportForm, 'report');

    expect(Object.keys(schema['properties'] ?? {})).toEqual([
      'category',
      'description',
      'photos',
      'reporter',
      'onTheSpot',
    ]);
    expect(schema['allOf']).toMatchObject([
      {
        if: { required: ['onTheSpot'], properties: { onTheSpot: { const: true } } },
        then: { required: ['result'], properties: { result: {}, after: {} } },
      },
      { if: { allOf: [{ required: ['onTheSpot'] }, { required: ['category'] }] }, then: { required: ['after'] } },
    ]);
  });

  it.each([
    ['another answer', { field: 'kind', not: 'x' }, { kind: 'y' }, { kind: 'x' }],
    ['some answer, when it is to be another', { field: 'kind', not: 'x' }, { kind: 'z' }, {}],
    ['a choice among others', { field: 'many', contains: 'x' }, { many: ['y', 'x'] }, { many: ['y'] }],
    ['any choice of a group', { field: 'kind', group: '一组' }, { kind: 'y' }, { kind: 'z' }],
  ] as const)('hold for %s, and for nothing else', (_, condition, holds, fails) => {
    const oneOf = ['x', 'y', 'z'].map((value) => ({
      const: value,
      title: value,
      'x-group': value === 'z' ? '二组' : '一组',
    }));
    const form = formOf(
      {
        kind: { type: 'string', title: '类型', oneOf },
        many: { type: 'array', title: '哪些', items: { type: 'string', oneOf } },
        a: text,
      },
      { rules: [{ when: { all: [condition] }, show: ['a'] }] },
    );
    const shows = (data: JsonObject): boolean =>
      propertiesOf(shownSchema(effectiveForm(form, 's'), data)).some(([name]) => name === 'a');

    expect([shows(holds), shows(fails)]).toEqual([true, false]);
  });

  it('make a conditional field that is required always required wherever it is shown', () => {
    const form = formOf(
      { yes: { type: 'boolean', title: '要吗' }, a: text },
      { required: ['a'], rules: [{ when: { all: [{ field: 'yes', equals: true }] }, show: ['a'] }] },
    );
    const { schema } = effectiveForm(form, 's');

    expect(schema['required']).toBeUndefined();
    expect(schema['allOf']).toMatchObject([{ then: { required: ['a'] } }]);
  });

  it('on a field that is conditional itself need that field shown', () => {
    const form = formOf(
      { a: text, b: text, c: text },
      {
        rules: [
          { when: { all: [{ field: 'a', equals: 'x' }] }, show: ['b'] },
          { when: { all: [{ field: 'b', equals: 'y' }] }, show: ['c'] },
        ],
      },
    );

    expect(Object.keys(shownSchema(effectiveForm(form, 's'), { a: 'no', b: 'y' })['properties'] ?? {})).toEqual(['a']);
    expect(Object.keys(shownSchema(effectiveForm(form, 's'), { a: 'x', b: 'y' })['properties'] ?? {})).toEqual([
      'a',
      'b',
      'c',
    ]);
  });

  it('that look at what the step does not see never hold there', () => {
    const form = formOf(
      { a: text, b: text },
      { rules: [{ when: { all: [{ field: 'a', filled: true }] }, show: ['b'] }], rights: rightsAt('s', { a: 'hide' }) },
    );

    expect(effectiveForm(form, 's').schema).toMatchObject({ properties: {} });
    expect(effectiveForm(form, 's').schema['allOf']).toBeUndefined();
  });

  it('reach into groups', () => {
    const form = formOf(
      { g: { type: 'object', properties: { yes: { type: 'boolean', title: '要吗' }, a: text } } },
      {
        rules: [{ when: { all: [{ field: 'g.yes', equals: true }] }, show: ['g.a'], require: ['g.a'] }],
      },
    );

    expect(effectiveForm(form, 's').schema['allOf']).toEqual([
      {
        if: { required: ['g'], properties: { g: { required: ['yes'], properties: { yes: { const: true } } } } },
        then: {
          required: ['g'],
          properties: { g: { type: 'object', properties: { a: { ...text, maxLength: 200 } }, required: ['a'] } },
        },
      },
    ]);
  });
});

describe('what a pack leaves open', () => {
  it('gets limits by its control', () => {
    const { fields } = effectiveForm(
      formOf(
        { line: text, box: text, shots: { type: 'array', title: '照片', items: { type: 'string' } } },
        {
          ui: { box: { 'ui:widget': 'textarea' }, shots: { 'ui:widget': 'photos' } },
        },
      ),
      's',
    );

    expect(fields['properties']).toMatchObject({
      line: { maxLength: 200 },
      box: { maxLength: 2000 },
      shots: { maxItems: 9, items: { maxLength: 64 } },
    });
  });

  it.each([
    ['a boolean', { type: 'boolean' }, 'switch'],
    ['few choices', { type: 'string', oneOf: [{ const: 'a' }] }, 'choice'],
    [
      'many choices',
      { type: 'string', oneOf: Array.from({ length: 10 }, (_, index) => ({ const: `${index}` })) },
      'select',
    ],
    ['choices in groups', { type: 'string', oneOf: [{ const: 'a', title: '甲', 'x-group': '组' }] }, 'category'],
    ['areas', { type: 'string', 'x-choices': 'areas' }, 'area'],
    ['a long text', { type: 'string', maxLength: 500 }, 'textarea'],
    ['a day', { type: 'string', format: 'date' }, 'date'],
    ['several choices', { type: 'array', items: { type: 'string', oneOf: [{ const: 'a' }] } }, 'choices'],
  ])('%s gets the control that fits', (_, schema, control) => {
    expect(effectiveForm(formOf({ a: schema }), 's').ui['a']).toEqual({ 'ui:widget': control });
  });

  it('a yes or no that must be answered is asked, not assumed', () => {
    const form = formOf({ a: { type: 'boolean', title: '要吗' } }, { required: ['a'] });

    expect(effectiveForm(form, 's').ui['a']).toEqual({ 'ui:widget': 'yes-no' });
    expect(fieldsOf(form, 's')['a']).not.toHaveProperty('default');
  });

  it('keeps the order the pack wrote, with what it forgot at the end', () => {
    const form = formOf({ a: text, b: text, c: text }, { ui: { 'ui:order': ['c', 'a', 'gone'] } });

    expect(Object.keys(fieldsOf(form, 's'))).toEqual(['c', 'a', 'b']);
    expect(formFields(form).map((field) => field.path)).toEqual(['c', 'a', 'b']);
  });

  it('sections lose hidden fields, and go when none is left', () => {
    const form = formOf(
      { a: text, b: text },
      {
        ui: {
          'ui:sections': [
            { title: '甲', fields: ['a'] },
            { title: '乙', fields: ['b'] },
          ],
        },
        rights: rightsAt('s', { a: 'hide' }),
      },
    );

    expect(effectiveForm(form, 's').ui['ui:sections']).toEqual([{ title: '乙', fields: ['b'] }]);
  });
});

describe('the list of fields', () => {
  it('names each with path, type and personal marks', () => {
    expect(
      formFields(reportForm).map(
        (field) => `${field.path}: ${field.type}${field.personal === null ? '' : ` (${field.personal.mask})`}`,
      ),
    ).toEqual([
      'category: string',
      'description: string',
      'photos: array of string',
      'reporter: object',
      'reporter.name: string (name)',
      'reporter.phone: string (phone)',
      'reporter.wantsAnswer: boolean',
      'onTheSpot: boolean',
      'result: string',
      'after: array of string',
    ]);
  });

  it('names the fields of a table by its rows', () => {
    const rows = {
      type: 'array',
      title: '行',
      items: { type: 'object', properties: { day: { type: 'string', format: 'date', title: '哪天' } } },
    };

    expect(formFields(formOf({ rows })).map((field) => `${field.path} ${field.type} ${field.control}`)).toEqual([
      'rows array of object rows',
      'rows[].day string date date',
    ]);
  });
});
