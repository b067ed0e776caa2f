import { describe, expect, it } from 'vitest';
import { compileDecisions } from '../../../server/kernel/dmn/compile-decisions.ts';
import { dmnLimits } from '../../../server/kernel/dmn/read-dmn-xml.ts';
import { decision, faultsOf, file, literal, table } from './dmn-models.ts';

const requires = (id: string): string =>
  `<informationRequirement><requiredDecision href="#${id}"/></informationRequirement>`;

describe('a DMN file', () => {
  it('with a DOCTYPE is refused', async () => {
    expect(await faultsOf('<!DOCTYPE d [<!ENTITY a "b">]>' + file(decision(literal('1'))))).toEqual(['xml-doctype -']);
  });

  it('that is broken, or something else, is refused', async () => {
    expect(await faultsOf('<definitions')).toEqual(['xml-broken -']);
    expect(await faultsOf('')).toEqual(['xml-broken -']);
    expect(await faultsOf('<html/>')).toEqual(['xml-broken -']);
    expect(await faultsOf(file('<decision>').replace('</definitions>', ''))).toEqual(['xml-broken -']);
  });

  it('that is too large is refused', async () => {
    expect(await faultsOf('x'.repeat(dmnLimits.characters + 1))).toEqual(['xml-too-large -']);
    expect(await faultsOf(file('<a>'.repeat(100)))).toEqual(['xml-too-large -']);
    expect(await faultsOf(file('<a/>'.repeat(dmnLimits.tags + 1)))).toEqual(['xml-too-large -']);
  });

  it('with an id used twice is at fault', async () => {
    expect(await faultsOf(file(decision(literal('1')) + decision(literal('2'))))).toEqual(['id-duplicate route']);
  });

  it('with an element of DMN 1.4 that is not supported is at fault', async () => {
    expect(await faultsOf(file(decision('<conditional><if/></conditional>')))).toEqual([
      'dmn-element-unsupported -',
      'dmn-logic-missing route',
    ]);
  });

  it('names place and reason in both languages', async () => {
    const { faults } = await compileDecisions(file(decision(literal('upperCase("a")'))));

    expect(faults).toEqual([
      {
        code: 'unknown-function',
        element: 'route',
        zh: '决策“route”：“upperCase("a")”没有名为“upperCase”的函数。是否想用“upper case”？',
        en: 'decision "route": "upperCase("a")": There is no function named "upperCase". Did you mean "upper case"?',
      },
    ]);
  });

  it('still has its sound decisions', async () => {
    const { decisions } = await compileDecisions(
      file(
        decision(literal('1 +'), '', 'bad') +
          decision(literal('1')) +
          decision(literal('bad'), requires('bad'), 'worse'),
      ),
    );

    expect([...decisions.keys()]).toEqual(['route']);
  });
});

describe('a decision', () => {
  it('without logic, or with an empty expression, is at fault', async () => {
    expect(await faultsOf(file(decision('')))).toEqual(['dmn-logic-missing route']);
    expect(await faultsOf(file(decision('<literalExpression/>')))).toEqual(['dmn-expression-missing route']);
  });

  it('in another language than FEEL is at fault', async () => {
    expect(
      await faultsOf(
        file(decision('<literalExpression expressionLanguage="javascript"><text>1</text></literalExpression>')),
      ),
    ).toEqual(['dmn-language-unsupported route']);
  });

  it('that requires itself, also through others, is at fault', async () => {
    expect(
      await faultsOf(
        file(decision(literal('1'), requires('other')) + decision(literal('2'), requires('route'), 'other')),
      ),
    ).toEqual(['dmn-cycle other']);
  });

  it('that requires what is not there is at fault', async () => {
    expect(await faultsOf(file(decision(literal('1'), requires('nothing'))))).toEqual([
      'dmn-reference-unresolved route',
    ]);
  });

  it('that calls Java is at fault', async () => {
    expect(
      await faultsOf(
        file(
          decision(`<functionDefinition kind="Java">${literal('{class: "java.lang.Runtime"}')}</functionDefinition>`),
        ),
      ),
    ).toEqual(['external-function route']);
  });
});

describe('a table', () => {
  const faults = (shape: Parameters<typeof table>[0]): Promise<readonly string[]> =>
    faultsOf(file(decision(table(shape))));

  it('with wrong FEEL in a cell or a result is at fault at its rule', async () => {
    expect(
      await faults({
        rules: [
          ['> ', '1'],
          ['1', 'foo('],
        ],
      }),
    ).toEqual(['syntax-error r1', 'syntax-error r2']);
  });

  it('with wrong input or output values is at fault', async () => {
    expect(
      await faults({ inputs: [{ expression: 'x', allowed: '"a' }], outputs: [{ allowed: '"b' }], rules: [] }),
    ).toEqual(['syntax-error table', 'syntax-error table']);
  });

  it('with a rule that has too few cells is at fault', async () => {
    expect(await faults({ rules: [['1']] })).toEqual(['dmn-rule-incomplete r1']);
  });

  it('with a policy that does not exist or lacks its output values is at fault', async () => {
    expect(await faults({ policy: 'hitPolicy="BEST"', rules: [['1', '1']] })).toEqual(['dmn-hit-policy table']);
    expect(await faults({ policy: 'hitPolicy="PRIORITY"', rules: [['1', '1']] })).toEqual([
      'dmn-output-values-missing table',
    ]);
  });

  it('that aggregates several outputs, or leaves them unnamed, is at fault', async () => {
    expect(
      await faults({
        policy: 'hitPolicy="COLLECT" aggregation="SUM"',
        outputs: [{ name: 'a' }, { name: 'b' }],
        rules: [],
      }),
    ).toEqual(['dmn-aggregation table']);
    expect(await faults({ outputs: [{ name: 'a' }, {}], rules: [] })).toEqual(['dmn-output-unnamed table']);
  });
});
