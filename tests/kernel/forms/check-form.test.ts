import { describe, expect, it } from 'vitest';
import { checkForm } from '../../../server/kernel/forms/check-form.ts';
import type { FormDefinition } from '../../../server/kernel/forms/form-definition.ts';
import type { JsonObject } from '../../../server/kernel/json.ts';
import { formOf, reportForm, rightsAt } from './form-examples.ts';

const text = { type: 'string', title: '情况' };
const found = (form: FormDefinition): string[] => checkForm(form).faults.map((fault) => `${fault.code} ${fault.path}`);
const foundIn = (properties: JsonObject): string[] => found(formOf(properties));

describe('a form of the profile', () => {
  it('is clean', () => {
    expect(checkForm(reportForm)).toEqual({ faults: [], outsideProfile: [] });
  });

  it('may hold local definitions, groups, tables and choices with groups', () => {
    const person = {
      type: 'object',
      title: '参加人',
      properties: { name: { type: 'string', title: '姓名' } },
      required: ['name'],
    };
    const form = formOf(
      { people: { type: 'array', title: '参加人', items: { $ref: '#/$defs/person' } } },
      { schema: { $defs: { person } } },
    );

    expect(checkForm(form)).toEqual({ faults: [], outsideProfile: [] });
  });

  it('may hold 200 fields', () => {
    const many = Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`field${index}`, text]));

    expect(foundIn(many)).toEqual([]);
  });
});

describe('a schema that would not compile', () => {
  it.each([
    ['a type that is none', { type: 'strng' }, 'form-schema-invalid /schema/properties/a/type'],
    [
      'a count written as text',
      { type: 'string', minLength: '5' },
      'form-schema-invalid /schema/properties/a/minLength',
    ],
    [
      'a negative count',
      { type: 'array', items: text, maxItems: -1 },
      'form-schema-invalid /schema/properties/a/maxItems',
    ],
    ['a list of choices that is none', { type: 'string', oneOf: [] }, 'form-schema-invalid /schema/properties/a/oneOf'],
    ['a mark that is none', { type: 'string', 'x-pii': 'sensitiv' }, 'form-schema-invalid /schema/properties/a/x-pii'],
    ['a broken pattern', { type: 'string', pattern: '[' }, 'form-pattern /schema/properties/a/pattern'],
    [
      'a pattern that looks ahead',
      { type: 'string', pattern: '^(?=.*a)b' },
      'form-pattern /schema/properties/a/pattern',
    ],
    ['a pattern that refers back', { type: 'string', pattern: '(a)\\1' }, 'form-pattern /schema/properties/a/pattern'],
    [
      'a range without an inside',
      { type: 'string', minLength: 9, maxLength: 3 },
      'form-range /schema/properties/a/minLength',
    ],
    ['a default of another type', { type: 'integer', default: '3' }, 'form-default-type /schema/properties/a/default'],
    [
      'a choice of another type',
      { type: 'string', oneOf: [{ const: 1, title: '一' }] },
      'form-choice-type /schema/properties/a/oneOf/0/const',
    ],
    [
      'a choice twice',
      { type: 'string', oneOf: [{ const: 'x' }, { const: 'x' }] },
      'form-choice-twice /schema/properties/a/oneOf/1/const',
    ],
    [
      'a required field that is none',
      { type: 'object', properties: {}, required: ['b'] },
      'form-required-unknown /schema/properties/a/required/0',
    ],
  ])('%s is reported at its place', (_, schema, fault) => {
    expect(foundIn({ a: schema })).toContain(fault);
  });

  it('is one whose root is no object', () => {
    expect(found({ ...formOf({}), schema: { type: 'string' } })).toContain('form-root-type /schema/type');
  });
});

describe('the limits of a form', () => {
  it('are 300 fields', () => {
    expect(foundIn(Object.fromEntries(Array.from({ length: 301 }, (_, index) => [`f${index}`, text])))).toEqual([
      'form-too-many-fields /schema',
    ]);
  });

  it('are five levels', () => {
    const deep = Array.from({ length: 6 }).reduce<JsonObject>(
      (inner) => ({ type: 'object', properties: { inner } }),
      text,
    );

    expect(foundIn({ deep })[0]).toMatch(/^form-too-deep /);
  });

  it.each(['a-b', '1a', '__proto__', 'constructor', 'a'.repeat(65)])('do not let a field be called %s', (name) => {
    expect(
      found({
        ...formOf({}),
        schema: JSON.parse(`{"type":"object","properties":{"${name}":{"type":"string"}}}`) as JsonObject,
      })[0],
    ).toMatch(/^form-field-name /);
  });

  it('hold for definitions that multiply each other', () => {
    const level = (next: string): JsonObject => ({
      type: 'object',
      properties: Object.fromEntries(
        Array.from({ length: 40 }, (_, index) => [`p${index}`, { $ref: `#/$defs/${next}` }]),
      ),
    });
    const form = formOf(
      { a: { $ref: '#/$defs/one' } },
      { schema: { $defs: { one: level('two'), two: level('three'), three: level('four'), four: text } } },
    );

    expect(found(form)).toContain('form-too-big /schema');
  });
});

describe('a reference', () => {
  it.each([
    ['to itself', { $ref: '#/$defs/loop' }, 'form-reference-recursive /schema/properties/a/properties/again/$ref'],
    ['to elsewhere', { $ref: 'https://example.com/schema.json' }, 'form-reference-remote /schema/properties/a/$ref'],
    ['to nothing', { $ref: '#/$defs/nothing' }, 'form-reference-missing /schema/properties/a/$ref'],
  ])('%s is refused', (_, reference, fault) => {
    const loop = { type: 'object', properties: { again: { $ref: '#/$defs/loop' } } };

    expect(found(formOf({ a: reference }, { schema: { $defs: { loop } } }))).toContain(fault);
  });
});

describe('outside the profile', () => {
  it.each([
    ['anyOf', { anyOf: [{ type: 'string' }, { type: 'number' }] }, '/schema/properties/a/type'],
    ['enum', { type: 'string', enum: ['a'] }, '/schema/properties/a/enum'],
    ['an unknown format', { type: 'string', format: 'ipv6' }, '/schema/properties/a/format'],
    ['two types', { type: ['string', 'null'] }, '/schema/properties/a/type'],
    ['a table of numbers', { type: 'array', items: { type: 'number' } }, '/schema/properties/a/items/type'],
    ['a misspelt keyword', { type: 'string', maxLenght: 5 }, '/schema/properties/a/maxLenght'],
  ])('%s is named, and the form is not refused', (_, schema, path) => {
    const check = checkForm(formOf({ a: schema }));

    expect(check.faults).toEqual([]);
    expect(check.outsideProfile.map((fault) => fault.path)).toContain(path);
  });

  it('conditions written by hand are named', () => {
    const check = checkForm(
      formOf({ a: text }, { schema: { allOf: [{ if: { required: ['a'] }, then: { required: ['a'] } }] } }),
    );

    expect(check.outsideProfile.map((fault) => fault.path)).toEqual(['/schema/allOf']);
  });
});

describe('rules and rights', () => {
  const ask = { yes: { type: 'boolean', title: '要吗' }, a: text, b: text };

  it.each([
    [
      'an unknown field in a condition',
      { when: { all: [{ field: 'nope', equals: true }] }, show: ['a'] },
      'form-field-unknown /rules/0/when/all/0/field',
    ],
    [
      'an unknown field that is shown',
      { when: { all: [{ field: 'yes', equals: true }] }, show: ['nope'] },
      'form-field-unknown /rules/0/show/0',
    ],
    [
      'a value the field never has',
      { when: { any: [{ field: 'yes', equals: 'ja' }] }, show: ['a'] },
      'form-rule-value /rules/0/when/any/0/equals',
    ],
    ['nothing that decides', { when: {}, show: ['a'] }, 'form-rule-empty /rules/0/when'],
    ['nothing that follows', { when: { all: [{ field: 'a', filled: true }] } }, 'form-rule-empty /rules/0'],
    [
      'itself as its reason',
      { when: { all: [{ field: 'a', filled: true }] }, show: ['a'] },
      'form-rule-circle /rules/0',
    ],
  ] as const)('a rule with %s is reported at its place', (_, rule, fault) => {
    expect(found(formOf(ask, { rules: [rule] }))).toContain(fault);
  });

  it.each([
    ['a choice that a list does not offer', { field: 'many', contains: 'q' }, 'form-rule-value'],
    ['something inside of what is no list', { field: 'kind', contains: 'x' }, 'form-rule-value'],
    ['another answer than one that is never given', { field: 'kind', not: 'q' }, 'form-rule-value'],
    ['a group that the choices do not have', { field: 'kind', group: '乙组' }, 'form-rule-group'],
  ] as const)('a condition on %s is reported', (_, condition, code) => {
    const choices = { oneOf: [{ const: 'x', title: '甲', 'x-group': '甲组' }] };
    const asked = {
      kind: { type: 'string', title: '类型', ...choices },
      many: { type: 'array', title: '哪些', items: { type: 'string', ...choices } },
      a: text,
    };
    const place = Object.keys(condition)[1] ?? '';

    expect(found(formOf(asked, { rules: [{ when: { all: [condition] }, show: ['a'] }] }))).toEqual([
      `${code} /rules/0/when/all/0/${place}`,
    ]);
  });

  it('two fields that wait for each other are reported', () => {
    const rules = [
      { when: { all: [{ field: 'a', filled: true }] }, show: ['b'] },
      { when: { all: [{ field: 'b', filled: true }] }, show: ['a'] },
    ] as const;

    expect(found(formOf(ask, { rules }))).toEqual(['form-rule-circle /rules/0', 'form-rule-circle /rules/1']);
  });

  it('a choice that is not offered never decides anything', () => {
    const kind = { type: 'string', title: '类型', oneOf: [{ const: 'x', title: '甲' }] };

    expect(
      found(
        formOf({ kind, a: text }, { rules: [{ when: { all: [{ field: 'kind', in: ['x', 'y'] }] }, show: ['a'] }] }),
      ),
    ).toEqual(['form-rule-value /rules/0/when/all/0/in/1']);
  });

  it('a rule cannot reach into the rows of a table', () => {
    const rows = { type: 'array', title: '行', items: { type: 'object', properties: { name: text } } };

    expect(
      found(
        formOf(
          { rows, a: text },
          { rules: [{ when: { all: [{ field: 'rows[].name', filled: true }] }, show: ['a'] }] },
        ),
      ),
    ).toEqual(['form-row-field /rules/0/when/all/0/field']);
  });

  it('a right for an unknown field, and one that is no right, are reported', () => {
    expect(
      found(formOf(ask, { rights: { s: { nope: 'read', a: 'write' } } as unknown as FormDefinition['rights'] })),
    ).toEqual(['form-field-unknown /rights/s/nope', 'form-right /rights/s/a']);
  });

  it('a field that depends on what a step does not see is reported', () => {
    const rules = [{ when: { all: [{ field: 'yes', equals: true }] }, show: ['a'] }];

    expect(found(formOf(ask, { rules, rights: rightsAt('s', { yes: 'hide' }) }))).toEqual([
      'form-rule-hidden /rights/s/yes',
    ]);
    expect(found(formOf(ask, { rules, rights: rightsAt('s', { yes: 'hide', a: 'hide' }) }))).toEqual([]);
  });
});

describe('the presentation', () => {
  it.each([
    ['a widget that does not exist', { a: { 'ui:widget': 'hologram' } }, 'form-widget /ui/a/ui:widget'],
    ['a widget for another type', { a: { 'ui:options': { widget: 'photos' } } }, 'form-widget /ui/a/ui:widget'],
    ['an entry for no field', { b: {} }, 'form-field-unknown /ui/b'],
    [
      'a section with no such field',
      { 'ui:sections': [{ fields: ['b'] }] },
      'form-field-unknown /ui/ui:sections/0/fields/0',
    ],
    [
      'a field in two sections',
      { 'ui:sections': [{ fields: ['a'] }, { fields: ['a'] }] },
      'form-section-twice /ui/ui:sections/1/fields/0',
    ],
    ['sections that are none', { 'ui:sections': ['a'] }, 'form-sections /ui/ui:sections'],
  ])('with %s is reported at its place', (_, ui, fault) => {
    expect(found(formOf({ a: text }, { ui }))).toEqual([fault]);
  });
});
