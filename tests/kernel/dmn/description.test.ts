import { describe, expect, it } from 'vitest';
import { compileRoute, decision, literal, table } from './dmn-models.ts';

describe('the description of a table', () => {
  it('tells policy, columns and the constants each uses', async () => {
    const route = await compileRoute(
      decision(
        table({
          policy: 'hitPolicy="FIRST"',
          inputs: [{ expression: 'case.category', allowed: '"noise", "waste", "light"' }],
          outputs: [{ name: 'post', otherwise: '"网格长"' }],
          rules: [
            ['"noise", "waste"', '"网格员"'],
            ['not("light")', 'other'],
          ],
        }),
      ),
    );

    expect(route.table).toMatchObject({
      hitPolicy: 'FIRST',
      aggregation: null,
      inputs: [{ expression: 'case.category', used: ['noise', 'waste', 'light'] }],
      outputs: [{ name: 'post', used: ['网格员', '网格长'], otherwise: '"网格长"' }],
    });
    expect(route.table?.inputs[0]?.allowed?.tests).toEqual(
      ['noise', 'waste', 'light'].map((value) => ({ kind: 'equals', value })),
    );
  });

  it('tells what each cell accepts', async () => {
    const route = await compileRoute(
      decision(
        table({
          rules: [
            ['-', '1'],
            ['not("a")', '1'],
            ['> 5', '1'],
            ['[1..3)', '1'],
            ['x + 1', '1'],
            ['? > 2', '1'],
            ['@"2026-01-01"', '1'],
          ],
        }),
      ),
    );
    const cells = route.table?.rules.map(({ inputs }) => inputs[0]);

    expect(cells?.map((cell) => cell?.tests)).toEqual([
      [],
      [{ kind: 'equals', value: 'a' }],
      [{ kind: 'comparison', operator: '>', value: 5 }],
      [{ kind: 'range', low: 1, high: 3, lowIncluded: true, highIncluded: false }],
      [{ kind: 'expression' }],
      [{ kind: 'expression' }],
      [{ kind: 'equals', value: '2026-01-01' }],
    ]);
    expect(cells?.map((cell) => [cell?.any, cell?.negated])).toEqual([
      [true, false],
      [false, true],
      ...Array.from({ length: 5 }, () => [false, false]),
    ]);
  });

  it('tells the results and annotations of each rule', async () => {
    const xml = table({ rules: [['-', '"a"']] }).replace(
      '</rule>',
      '<annotationEntry><text>because</text></annotationEntry></rule>',
    );
    const route = await compileRoute(decision(xml));

    expect(route.table?.rules[0]).toMatchObject({
      id: 'r1',
      outputs: [{ source: '"a"', constant: true, value: 'a' }],
      annotations: [{ name: null, text: 'because' }],
    });
  });

  it('is absent where the logic is no table', async () => {
    expect((await compileRoute(decision(literal('1')))).table).toBeUndefined();
  });
});
