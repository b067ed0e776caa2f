import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileValidator } from '../../../server/application/forms/compile-validator.ts';
import { checkForm } from '../../../server/kernel/forms/check-form.ts';
import { effectiveForm } from '../../../server/kernel/forms/effective-form.ts';
import type { FormDefinition, FormRule } from '../../../server/kernel/forms/form-definition.ts';
import { pruneSubmission } from '../../../server/kernel/forms/prune-submission.ts';
import type { SchemaProblem } from '../../../server/kernel/forms/schema-problem.ts';
import { shownSchema } from '../../../server/kernel/forms/shown-fields.ts';
import type { Json, JsonObject } from '../../../server/kernel/json.ts';
import { interpretValidator } from '../../../studio/form-view/interpret-validator.ts';

const names = ['a', 'b', 'c', 'd', 'e'];
const sometimes = <Value>(key: string, value: fc.Arbitrary<Value>): fc.Arbitrary<{ [key: string]: Value }> =>
  fc.option(value).map((one) => (one === null ? {} : { [key]: one }));
const merged = (...parts: fc.Arbitrary<JsonObject>[]): fc.Arbitrary<JsonObject> =>
  fc.tuple(...parts).map((all) => Object.assign({}, ...all) as JsonObject);

const words = [
  '甲',
  '乙丙',
  '丁戊己庚',
  '13812342046',
  '2026-02-29',
  '2026-09-10',
  '2026-09-10T09:12:00+08:00',
  '09:12',
  'a1',
  '',
  '𠮷𠮷',
  ' ',
];
const choice = fc.subarray(['x', 'y', 'z'], { minLength: 1 }).map((values) => ({
  oneOf: values.map((value) => ({ const: value, title: value, 'x-group': value === 'z' ? 'z' : 'xy' })),
}));
const primitive: fc.Arbitrary<JsonObject> = fc.oneof(
  merged(
    fc.constant({ type: 'string' }),
    sometimes('minLength', fc.integer({ min: 0, max: 4 })),
    sometimes('maxLength', fc.integer({ min: 4, max: 8 })),
    sometimes('pattern', fc.constantFrom('^[0-9-]{7,16}$', '^\\p{Han}+$', 'a|1')),
    sometimes('format', fc.constantFrom('date', 'date-time')),
  ),
  merged(fc.constant({ type: 'string' }), choice),
  merged(
    fc.constantFrom({ type: 'number' }, { type: 'integer' }),
    sometimes('minimum', fc.integer({ min: -3, max: 3 })),
    sometimes('exclusiveMaximum', fc.integer({ min: 4, max: 9 })),
    sometimes('multipleOf', fc.constantFrom(0.01, 0.5, 2)),
  ),
  fc.constant({ type: 'boolean' }),
);
const list: fc.Arbitrary<JsonObject> = merged(
  fc.constant({ type: 'array', items: { type: 'string' } }),
  sometimes('minItems', fc.integer({ min: 0, max: 2 })),
  sometimes('maxItems', fc.integer({ min: 2, max: 3 })),
  sometimes('uniqueItems', fc.boolean()),
);
const objectOf = (field: fc.Arbitrary<JsonObject>): fc.Arbitrary<JsonObject> =>
  fc
    .record({
      type: fc.constant('object'),
      properties: fc.dictionary(fc.constantFrom(...names), field, { minKeys: 1 }),
      required: fc.subarray(names),
    })
    .map((node) => ({ ...node, required: node.required.filter((name) => name in node.properties) }));
const field = fc.oneof(
  { weight: 4, arbitrary: primitive },
  list,
  objectOf(primitive),
  objectOf(primitive).map((items) => ({ type: 'array', items })),
);

const value: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom(...words, 'x', 'y', 'z'),
  fc.boolean(),
  fc.integer({ min: -4, max: 10 }),
  fc.constantFrom(0.01, 0.07, 1.5, 2.345),
  fc.constant(null),
);
/** As JSON.parse makes them: ajv tells objects without a prototype from others. */
const plain = { noNullPrototype: true };
const answer: fc.Arbitrary<Json> = fc.oneof(
  { weight: 3, arbitrary: value },
  fc.array(value, { maxLength: 4 }),
  fc.dictionary(fc.constantFrom(...names), value, plain),
  fc.array(fc.dictionary(fc.constantFrom(...names), value, plain), { maxLength: 3 }),
);
const condition = fc.oneof(
  fc.record({ field: fc.constantFrom(...names), equals: value }),
  fc.record({ field: fc.constantFrom(...names), in: fc.array(value, { minLength: 1, maxLength: 3 }) }),
  fc.record({ field: fc.constantFrom(...names), not: value }),
  fc.record({ field: fc.constantFrom(...names), contains: value }),
  fc.record({ field: fc.constantFrom(...names), group: fc.constantFrom('xy', 'z', 'none') }),
  fc.record({ field: fc.constantFrom(...names), filled: fc.constant(true as const) }),
);
const rule: fc.Arbitrary<FormRule> = fc.record({
  when: fc.oneof(
    fc.record({ all: fc.array(condition, { minLength: 1, maxLength: 2 }) }),
    fc.record({ any: fc.array(condition, { minLength: 1, maxLength: 2 }) }),
  ),
  show: fc.subarray(names, { maxLength: 2 }),
  require: fc.subarray(names, { maxLength: 2 }),
});
const form: fc.Arbitrary<FormDefinition> = fc.record({
  id: fc.constant('form'),
  title: fc.constant('表单'),
  schema: objectOf(field),
  ui: fc.constant({}),
  rules: fc.array(rule, { maxLength: 3 }),
  rights: fc.dictionary(
    fc.constant('s'),
    fc.dictionary(fc.constantFrom(...names), fc.constantFrom('edit', 'read', 'hide', 'require')),
  ),
});
const data = fc.dictionary(fc.constantFrom(...names, 'other'), answer, plain);

function compiled(schema: JsonObject): (data: Json) => readonly SchemaProblem[] {
  const result = compileValidator(schema);
  if (!result.ok) throw new Error(result.reason);
  return result.validate;
}

describe('the two validation engines', () => {
  it('find the same things in whatever is sent to a form of the profile', () => {
    fc.assert(
      fc.property(form, data, (definition, sent) => {
        const { schema } = effectiveForm(definition, 's');
        expect(interpretValidator(schema)(sent)).toEqual(compiled(schema)(sent));
      }),
      { numRuns: 150 },
    );
  });

  it('compile every form that the check lets through', () => {
    fc.assert(
      fc.property(form, (definition) => {
        fc.pre(checkForm({ ...definition, rules: [], rights: {} }).faults.length === 0);
        expect(compileValidator(effectiveForm(definition, 's').schema).ok).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it('see the branches of the rules as the kernel does', () => {
    fc.assert(
      fc.property(form, data, (definition, sent) => {
        const effective = effectiveForm(definition, 's');
        const pruned = pruneSubmission(effective, sent, sent);
        const plain = interpretValidator(withoutReadOnly(shownSchema(effective, pruned)));
        expect(interpretValidator(effective.schema)(pruned)).toEqual(plain(pruned));
      }),
      { numRuns: 150 },
    );
  });
});

/** Read-only values are not judged again. */
function withoutReadOnly(node: JsonObject): JsonObject {
  const properties = Object.entries(node['properties'] ?? {}).map(
    ([name, child]: [string, JsonObject]) =>
      [name, child['type'] === 'object' ? withoutReadOnly(child) : child['readOnly'] === true ? {} : child] as const,
  );
  return { ...node, properties: Object.fromEntries(properties) };
}
