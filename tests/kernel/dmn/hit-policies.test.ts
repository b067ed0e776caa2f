import { describe, expect, it } from 'vitest';
import { decide, table } from './dmn-models.ts';

const RULES = [
  ['> 0', '"low"'],
  ['> 10', '"high"'],
  ['> 20', '"low"'],
] as const;
const ALLOWED = '"high", "low"';

/** The answer for x of a table with this policy, as output and rules, or the code of the fault. */
async function answer(policy: string, x: number, allowed?: string): Promise<unknown> {
  const result = await decide(table({ policy, outputs: [allowed === undefined ? {} : { allowed }], rules: RULES }), {
    x,
  });
  return result.ok ? [result.output, result.rules] : result.fault.code;
}

describe('hit policies', () => {
  it('UNIQUE gives the one rule that matches, and a fault when there are two', async () => {
    expect(await answer('hitPolicy="UNIQUE"', 5)).toEqual(['low', ['r1']]);
    expect(await answer('', 15)).toBe('decision-not-unique');
  });

  it('ANY gives what all rules that match agree on, and a fault when they differ', async () => {
    expect(await answer('hitPolicy="ANY"', 5)).toEqual(['low', ['r1']]);
    expect(await answer('hitPolicy="ANY"', 15)).toBe('decision-outputs-differ');
  });

  it('FIRST gives the first rule that matches', async () => {
    expect(await answer('hitPolicy="FIRST"', 25)).toEqual(['low', ['r1']]);
  });

  it('PRIORITY gives the output that stands first among the output values', async () => {
    expect(await answer('hitPolicy="PRIORITY"', 25, ALLOWED)).toEqual(['high', ['r2']]);
  });

  it('OUTPUT ORDER lists by output values, RULE ORDER and COLLECT by rules', async () => {
    expect(await answer('hitPolicy="OUTPUT ORDER"', 25, ALLOWED)).toEqual([
      ['high', 'low', 'low'],
      ['r2', 'r1', 'r3'],
    ]);
    expect(await answer('hitPolicy="RULE ORDER"', 25)).toEqual([
      ['low', 'high', 'low'],
      ['r1', 'r2', 'r3'],
    ]);
    expect(await answer('hitPolicy="COLLECT"', 15)).toEqual([
      ['low', 'high'],
      ['r1', 'r2'],
    ]);
  });

  it.each([
    ['SUM', 0.6],
    ['COUNT', 3],
    ['MIN', 0.1],
    ['MAX', 0.3],
  ])('COLLECT with %s gives %d', async (aggregation, expected) => {
    const policy = `hitPolicy="COLLECT" aggregation="${aggregation}"`;
    const result = await decide(
      table({
        policy,
        rules: [
          ['-', '0.1'],
          ['-', '0.2'],
          ['> 0', '0.3'],
          ['< 0', '9'],
        ],
      }),
      { x: 1 },
    );

    expect(result).toMatchObject({ ok: true, output: expected });
  });

  it('COLLECT with SUM refuses what is no number', async () => {
    const result = await decide(table({ policy: 'hitPolicy="COLLECT" aggregation="SUM"', rules: [['-', '"a"']] }), {
      x: 1,
    });

    expect(result).toMatchObject({ ok: false, fault: { code: 'decision-not-aggregable' } });
  });

  it.each(['UNIQUE', 'FIRST', 'COLLECT', 'RULE ORDER'])('%s gives null when no rule matches', async (policy) => {
    expect(await answer(`hitPolicy="${policy}"`, -1)).toEqual([null, []]);
  });
});

describe('outputs', () => {
  const outputs = [{ name: 'post', otherwise: '"网格长"' }, { name: 'limit' }];

  it('are a context by their names when there are several', async () => {
    const result = await decide(table({ outputs, rules: [['1', '"网格员"', '"3 days"']] }), { x: 1 });

    expect(result).toEqual({ ok: true, output: { post: '网格员', limit: '3 days' }, inputs: { x: 1 }, rules: ['r1'] });
  });

  it('have defaults for when no rule matches', async () => {
    const result = await decide(table({ outputs, rules: [['1', '"网格员"', '"3 days"']] }), { x: 2 });

    expect(result).toMatchObject({ ok: true, output: { post: '网格长', limit: null }, rules: [] });
  });

  it('must be among the output values', async () => {
    const result = await decide(table({ outputs: [{ allowed: '"a"' }], rules: [['-', 'x']] }), { x: 'b' });

    expect(result).toMatchObject({ ok: false, fault: { code: 'decision-output-not-allowed' } });
  });

  it('may be left empty by a rule', async () => {
    expect(await decide(table({ rules: [['1', '']] }), { x: 1 })).toMatchObject({
      ok: true,
      output: null,
      rules: ['r1'],
    });
  });
});

describe('inputs', () => {
  it('must be among the input values, unless they are missing', async () => {
    const logic = table({ inputs: [{ expression: 'x', allowed: '"a", "b"' }], rules: [['-', '1']] });

    expect(await decide(logic, { x: 'c' })).toMatchObject({ ok: false, fault: { code: 'decision-input-not-allowed' } });
    expect(await decide(logic, {})).toMatchObject({ ok: true, output: 1 });
  });

  it('must be of the type the column names', async () => {
    const logic = table({ inputs: [{ expression: 'x', type: 'number' }], rules: [['-', '1']] });

    expect(await decide(logic, { x: 'c' })).toMatchObject({
      ok: false,
      fault: { code: 'decision-input-type', zh: expect.stringContaining('number') as string },
    });
  });

  it('become dates where the column says so, since variables are JSON', async () => {
    const logic = table({
      inputs: [{ expression: 'x', type: 'date' }],
      rules: [
        ['< date("2026-10-01")', '"before"'],
        ['-', '"after"'],
      ],
      policy: 'hitPolicy="FIRST"',
    });

    expect(await decide(logic, { x: '2026-09-30' })).toMatchObject({ output: 'before', inputs: { x: '2026-09-30' } });
    expect(await decide(logic, { x: '2026-10-01' })).toMatchObject({ output: 'after' });
  });

  it('pass negations, ranges, lists, conditions on ? and comparisons with variables', async () => {
    const passes = async (cell: string, x: number): Promise<boolean> => {
      const result = await decide(table({ rules: [[cell, 'true']] }), { x, limit: 3 });
      return result.ok && result.output === true;
    };
    const results = await Promise.all([
      passes('not(1, 2)', 3),
      passes('not(1, 2)', 2),
      passes('[1..3)', 3),
      passes('1, 3', 3),
      passes('? > 2 and ? < 4', 3),
      passes('<= limit', 3),
      passes('limit', 4),
      passes('', 9),
    ]);

    expect(results).toEqual([true, false, false, true, true, true, false, true]);
  });
});
