import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { compileBpmn } from '../../server/kernel/bpmn/compile/compile-bpmn.ts';
import { isJsonObject, type Json } from '../../server/kernel/json.ts';
import { runProcess } from '../../server/kernel/world/run-process.ts';
import { definitionsBeside } from '../../server/packs/definitions-beside.ts';
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

describe('the steps of `gridloom run` in the readme of definitions', () => {
  const schema = JSON.parse(readFileSync(join(schemaFolder, 'steps.schema.json'), 'utf8'));
  const verbs: readonly { readonly properties: { readonly [key: string]: { readonly const?: string } } }[] =
    schema.items.oneOf;
  const rows = new Map(
    [...readme.matchAll(/^\| `(\w+)` \| (.*?) \| .+ \|$/gm)].map(([, verb = '', keys = '']) => [verb, keys]),
  );

  it('are all there, each with what may stand in it', () => {
    for (const { properties } of verbs) {
      const { do: verb, ...keys } = properties;
      const told = [...(rows.get(verb?.const ?? '') ?? '').matchAll(/`(\w+)`/g)].map(([, key]) => key);

      expect({ verb: verb?.const, told: Object.keys(keys).filter((key) => !told.includes(key)) }).toEqual({
        verb: verb?.const,
        told: [],
      });
    }
  });

  it('run as the example does, with the trace that is printed', async () => {
    const [steps, trace] = ['steps', 'trace'].map((kind) =>
      JSON.parse(examples.find(([named]) => named === kind)?.[1] ?? ''),
    );
    const file = join(definitionsFolder, 'tianshui-xiguan/processes/action-item.bpmn');
    const { processes } = await compileBpmn(readFileSync(file, 'utf8'), { lenient: true });
    const result = runProcess(processes, steps, trace.trace[0].at, await definitionsBeside(file));

    expect(result).toMatchObject({ outcome: trace.outcome, waiting: trace.waiting, faults: trace.faults });
    expect(result.trace.slice(0, trace.trace.length)).toEqual(trace.trace);
    expect(result.variables).toMatchObject(trace.variables);
  });
});
