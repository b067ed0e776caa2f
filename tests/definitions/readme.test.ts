import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { isJsonObject, type Json } from '../../server/kernel/json.ts';
import { definitionsFolder } from '../packs/planted-pack.ts';

const schemaFolder = join(definitionsFolder, 'schema');
const kinds = readdirSync(schemaFolder).map((file) => file.replace('.schema.json', ''));
const schemaOf = (kind: string): Json => JSON.parse(readFileSync(join(schemaFolder, `${kind}.schema.json`), 'utf8'));
const readme = readFileSync(join(definitionsFolder, 'README.md'), 'utf8');
const examples = [...readme.matchAll(/```json (\S+)\n([\s\S]*?)```/g)].map(
  ([, kind = '', text = '']) => [kind, text] as const,
);

/** Titles of a schema's members that a person would see while editing, with the way to each. */
function untitled(node: Json, way: string): readonly string[] {
  if (!isJsonObject(node)) return [];
  const properties = isJsonObject(node['properties']) ? Object.entries(node['properties']) : [];
  const inside = [
    ...properties.map(([name, member]) => [name, member] as const),
    ...(isJsonObject(node['items']) ? [['[]', node['items']] as const] : []),
  ];
  return inside.flatMap(([name, member]) => {
    const plain = isJsonObject(member) && (typeof member['title'] === 'string' || member['const'] !== undefined);
    return [...(plain ? [] : [`${way}/${name}`]), ...untitled(member, `${way}/${name}`)];
  });
}

describe('the schemas of definitions', () => {
  it.each(kinds)('compile, and say what each member is in Chinese: %s', (kind) => {
    const schema = schemaOf(kind);

    expect(() => new Ajv2020({ strict: false }).compile(isJsonObject(schema) ? schema : {})).not.toThrow();
    expect(JSON.stringify(schema)).toMatch(/"title":"\p{Script=Han}/u);
    expect(untitled(schema, kind)).toEqual([]);
  });
});

describe('the examples in the readme of definitions', () => {
  it('are there for every kind of file people write', () => {
    expect(new Set(examples.map(([kind]) => kind))).toEqual(new Set(kinds));
  });

  it.each(examples)('are right: %s', (kind, text) => {
    const schema = schemaOf(kind);
    const validate = new Ajv2020({ strict: false, allErrors: true }).compile(isJsonObject(schema) ? schema : {});
    validate(JSON.parse(text));

    expect(validate.errors).toBeNull();
  });
});
