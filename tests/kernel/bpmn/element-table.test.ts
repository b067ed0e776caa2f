import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import moddle from 'bpmn-moddle/resources/bpmn/json/bpmn.json' with { type: 'json' };
import { describe, expect, it } from 'vitest';
import { nodeCompilers } from '../../../server/kernel/bpmn/compile/node-compilers.ts';
import { elementTable } from './element-table.ts';
import { elementRows } from './properties/element-rows.ts';

const rows = elementTable();
const compiler = join(import.meta.dirname, '../../../server/kernel/bpmn/compile');
const testFiles = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.test.ts'));

/** Every code that stands in the compiler: the only words with a dash in quotes there. */
const codes = new Set(
  readdirSync(compiler, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => [
      ...readFileSync(join(compiler, file), 'utf8').matchAll(/(?<!from |module )'([a-z]+(?:-[a-z]+)+)'/g),
    ])
    .map(([, code = '']) => code),
);
const types = moddle.types.filter((type) => !('isAbstract' in type && type.isAbstract)).map(({ name }) => name);

/** What is in one list and not in the other. */
function missing(wanted: Iterable<string>, found: Iterable<string>): readonly string[] {
  const there = new Set(found);
  return [...wanted].filter((name) => !there.has(name));
}

describe('the table of elements in the readme of the kernel', () => {
  it('is read: many rows, of which some are executed, some refused', () => {
    expect(rows.length).toBeGreaterThan(100);
    expect(rows.find(({ element }) => element === 'inclusive, joins')).toMatchObject({
      types: ['InclusiveGateway'],
      tests: ['inclusive-gateway', 'inclusive-join'],
      random: ['inclusive-join'],
    });
    expect(rows.find(({ element }) => element === 'choreography')?.refused).toEqual(['choreography-unsupported']);
  });

  it('says of each element of the standard what happens, and of nothing else', () => {
    const named = rows.flatMap((row) => row.types);

    expect({ notSaid: missing(types, named), unknown: missing(named, types) }).toEqual({ notSaid: [], unknown: [] });
  });

  it('calls documentation, or refuses altogether, nothing that the compiler makes run, and nothing else', () => {
    const run = Object.keys(nodeCompilers).map((type) => type.replace('bpmn:', ''));
    const isLeft = (happens: string): boolean => /^(documentation|refused|in a process refused)/.test(happens);
    const [left, done] = [true, false].map((is) => rows.filter(({ happens }) => isLeft(happens) === is));

    expect(run.filter((type) => left?.some((row) => row.types.includes(type)))).toEqual([]);
    expect(run.filter((type) => !done?.some((row) => row.types.includes(type)))).toEqual([]);
  });

  it('names faults that are in the compiler, and all of them', () => {
    const refused = rows.flatMap((row) => row.refused);

    expect(codes.size).toBeGreaterThan(40);
    expect({ notSaid: missing(codes, refused), unknown: missing(refused, codes) }).toEqual({
      notSaid: [],
      unknown: [],
    });
  });

  it('names tests that are there, at least one for each row', () => {
    const files = testFiles.map((file) => file.replace('.test.ts', ''));

    expect(
      missing(
        rows.flatMap(({ tests }) => tests),
        files,
      ),
    ).toEqual([]);
    expect(rows.filter(({ tests }) => tests.length === 0)).toEqual([]);
  });

  it('names the rows of the random processes, and all of them', () => {
    const named = rows.flatMap(({ random }) => random);

    expect({ notSaid: missing(elementRows, named), unknown: missing(named, elementRows) }).toEqual({
      notSaid: [],
      unknown: [],
    });
  });
});
