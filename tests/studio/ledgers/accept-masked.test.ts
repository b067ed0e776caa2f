import { describe, expect, it } from 'vitest';
import type { FormDefinition } from '../../../server/kernel/forms/form-definition.ts';
import { acceptMasked } from '../../../studio/ledgers/accept-masked.ts';

const form: FormDefinition = {
  id: 'household',
  title: '住户信息',
  ui: {},
  rules: [],
  rights: {},
  schema: {
    type: 'object',
    properties: {
      name: { type: 'string', minLength: 4, 'x-mask': 'name' },
      phone: { type: 'string', pattern: '^[0-9-]{7,16}$', 'x-mask': 'phone' },
      note: { type: 'string', pattern: '^[a-z]+$' },
    },
  },
};

/** What the relaxed form says about a field. */
function node(
  field: string,
  stored: Record<string, string>,
): { readonly pattern?: string; readonly minLength?: number } {
  const { properties } = acceptMasked(form, stored).schema as {
    properties: Record<string, { pattern?: string; minLength?: number }>;
  };
  return properties[field] ?? {};
}

describe('a ledger’s form for an entry with masked values', () => {
  it('accepts the mask as it arrived', () => {
    expect('138****2046').toMatch(new RegExp(node('phone', { phone: '138****2046' }).pattern ?? '(?!)'));
  });

  it('accepts a new value that fits, and neither a changed mask nor nonsense', () => {
    const pattern = new RegExp(node('phone', { phone: '138****2046' }).pattern ?? '(?!)');
    expect(['13800002046', '138****2047', 'abc'].map((value) => pattern.test(value))).toEqual([true, false, false]);
  });

  it('does not ask for more characters than the mask has', () => {
    expect(node('name', { name: '刘**' }).minLength).toBe(3);
  });

  it('leaves alone what is not masked', () => {
    expect(acceptMasked(form, { name: '刘桂芳', phone: '13800002046', note: 'a*' }).schema).toEqual(form.schema);
  });
});
