import { describe, expect, it } from 'vitest';
import { compileValidator } from '../../../server/application/forms/compile-validator.ts';
import type { Json, JsonObject } from '../../../server/kernel/json.ts';

function findings(schema: JsonObject, data: Json): readonly unknown[] {
  const compiled = compileValidator(schema);
  return compiled.ok ? compiled.validate(data) : [compiled.reason];
}

describe('a compiled validator', () => {
  it('finds everything at once, each with its place', () => {
    const schema = {
      type: 'object',
      properties: { a: { type: 'string', minLength: 3 }, b: { type: 'number' } },
      required: ['c'],
    };

    expect(findings(schema, { a: 'x', b: 'y' })).toEqual([
      { pointer: '/a', keyword: 'minLength', params: { limit: 3 } },
      { pointer: '/b', keyword: 'type', params: { type: 'number' } },
      { pointer: '/c', keyword: 'required', params: {} },
    ]);
  });

  it('leaves out what only repeats its parts', () => {
    const schema = {
      allOf: [{ if: { required: ['a'] }, then: { required: ['b'] } }],
      properties: { d: { oneOf: [{ const: 'x' }, { const: 'y' }] } },
    };

    expect(findings(schema, { a: 1, d: 'z' })).toEqual([
      { pointer: '/b', keyword: 'required', params: {} },
      { pointer: '/d', keyword: 'oneOf', params: {} },
    ]);
  });

  it('takes a property named like a keyword for a property', () => {
    expect(findings({ properties: { oneOf: { type: 'string', minLength: 2 } } }, { oneOf: 'x' })).toEqual([
      { pointer: '/oneOf', keyword: 'minLength', params: { limit: 2 } },
    ]);
  });

  it('tells the patterns of one schema apart', () => {
    const schema = { properties: { a: { type: 'string', pattern: '^a' }, b: { type: 'string', pattern: '^b' } } };

    expect(findings(schema, { a: 'a', b: 'a' })).toEqual([
      { pointer: '/b', keyword: 'pattern', params: { pattern: '^b' } },
    ]);
  });

  it('is not held up by a pattern that backtracks', () => {
    expect(findings({ type: 'string', pattern: '^(a+)+$' }, `${'a'.repeat(50_000)}!`)).toHaveLength(1);
  });

  it('answers with the reason when the schema does not compile', () => {
    expect(compileValidator({ type: 'nonsense' })).toMatchObject({
      ok: false,
      reason: expect.stringContaining('type'),
    });
  });

  it('reads draft-07 where the schema says so', () => {
    const schema = { $schema: 'http://json-schema.org/draft-07/schema#', items: [{ type: 'string' }] };

    expect(findings(schema, [1])).toEqual([{ pointer: '/0', keyword: 'type', params: { type: 'string' } }]);
  });

  it('does not mix up two schemas with one $id', () => {
    const id = 'https://example.com/form';

    expect(findings({ $id: id, type: 'string' }, 1)).toHaveLength(1);
    expect(findings({ $id: id, type: 'number' }, 1)).toEqual([]);
  });

  it('is compiled once for the same content', () => {
    expect(compileValidator({ type: 'string', title: '同' })).toBe(compileValidator({ type: 'string', title: '同' }));
  });
});
