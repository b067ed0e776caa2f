import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../../server/kernel/json.ts';
import { definitionsFolder } from '../packs/planted-pack.ts';

const schemaFolder = join(definitionsFolder, 'schema');
const kinds = readdirSync(schemaFolder).map((file) => file.replace('.schema.json', ''));
const schemaOf = (kind: string): Json => JSON.parse(readFileSync(join(schemaFolder, `${kind}.schema.json`), 'utf8'));
/** `pack`, `steps` and the like are written by hand only; what an administrator edits must not speak of files. */
const edited = new Set(
  'areas posts roles limits case-type calendar ladder meeting ledger notice translations scenario'.split(' '),
);

interface FieldOfSchema {
  readonly way: string;
  readonly node: JsonObject;
}

/** Every member of every object a schema describes, however deep, in alternatives and in maps too; not its conditions. */
function fieldsOf(node: Json, way: string): readonly FieldOfSchema[] {
  if (isJsonArray(node)) return node.flatMap((one, index) => fieldsOf(one, `${way}/${index}`));
  if (!isJsonObject(node)) return [];
  const properties = isJsonObject(node['properties']) ? Object.entries(node['properties']) : [];
  return [
    ...properties.flatMap(([name, member]) =>
      isJsonObject(member)
        ? [{ way: `${way}/${name}`, node: member }, ...fieldsOf(member, `${way}/${name}`)]
        : [{ way: `${way}/${name}`, node: {} }],
    ),
    ...['items', 'oneOf', 'additionalProperties'].flatMap((key) => fieldsOf(node[key] ?? null, way)),
  ];
}

const said = (node: JsonObject, key: string): string => (typeof node[key] === 'string' ? node[key] : '');
const isChinese = (text: string): boolean => /\p{Script=Han}/u.test(text);

describe('the schemas of definitions', () => {
  it('are seen, with their fields', () => {
    expect(kinds.length).toBeGreaterThan(15);
    expect(fieldsOf(schemaOf('meeting'), '').length).toBeGreaterThan(25);
  });

  it.each(kinds)('say of every field in Chinese what it is called and what it is for: %s', (kind) => {
    const silent = fieldsOf(schemaOf(kind), '').filter(
      ({ node }) =>
        !isChinese(said(node, 'title')) ||
        !isChinese(said(node, 'description')) ||
        said(node, 'description') === said(node, 'title'),
    );

    expect(silent.map(({ way }) => way)).toEqual([]);
  });

  it.each(kinds.filter((kind) => edited.has(kind)))('speak of no files to an administrator: %s', (kind) => {
    const words = fieldsOf(schemaOf(kind), '').flatMap(({ way, node }) =>
      /json|正则|null|FEEL|RE2/i.test(said(node, 'description') + said(node, 'title')) ? [way] : [],
    );

    expect(words).toEqual([]);
  });
});
