import { describe, expect, it } from 'vitest';
import type { RunStep } from '../../../server/kernel/world/steps.ts';
import { begin, complete, end, flowsOf, formal, onBoundary, processOf, ranWith, start } from './run-model.ts';

const loop = (more = '', attributes = ''): string =>
  `<multiInstanceLoopCharacteristics ${attributes}><extensionElements><zeebe:loopCharacteristics inputCollection="=[1, 2, 3]" inputElement="x" outputCollection="all" outputElement="=y"/></extensionElements>${more}</multiInstanceLoopCharacteristics>`;
const tenfold =
  '<extensionElements><zeebe:ioMapping><zeebe:output source="=x * 10 + given" target="y"/></zeebe:ioMapping></extensionElements>';
const each = (of: string, more = '', ...flows: readonly string[]): string =>
  processOf('p', `${start}<userTask id="u">${tenfold}${of}</userTask>${more}${end}`, 's -> u -> e', ...flows);
const inside = (content: string, flows: string, more = '', ...outside: readonly string[]): string =>
  processOf(
    'p',
    `${start}<subProcess id="sub">${loop().replace('=y', '=x')}${content}${flowsOf(flows)}</subProcess>${more}${end}`,
    's -> sub -> e',
    ...outside,
  );
const three = [complete('u', { given: 1 }), complete('u', { given: 2 }), complete('u', { given: 3 })];

/** Runs a model with its iterations inside, and with each in an instance of its own. */
async function both(definitions: string, ...steps: readonly RunStep[]) {
  const together = await ranWith({}, definitions, ...steps);
  const spread = await ranWith({ iterationsInside: 0 }, definitions, ...steps);
  const sorted = (lines: string): string => lines.split(' ').toSorted().join(' ');
  return {
    together: { lines: sorted(together.lines), variables: together.variables, faults: together.faults.length },
    spread: { lines: sorted(spread.lines), variables: spread.variables, faults: spread.faults.length },
    instances: new Set(spread.trace.map(({ instance }) => instance)).size,
  };
}

describe('iterations in instances of their own (BPMN 2.0.2, 13.3.7)', () => {
  it('do what they do inside their loop, and give it what they give', async () => {
    const { together, spread, instances } = await both(each(loop()), begin(), ...three);

    expect(instances).toBe(4);
    expect(spread).toEqual(together);
    expect(spread.variables).toEqual({ all: [11, 22, 33] });
  });

  it('end early when the condition of the loop holds, which may ask for what the last one set', async () => {
    const done = formal('completionCondition', 'numberOfCompletedInstances >= 2 or y = 11');
    const { together, spread } = await both(each(loop(done)), begin(), complete('u', { given: 1 }));

    expect(spread).toEqual(together);
    expect(spread.variables).toEqual({ all: [11, null, null] });
  });

  it('are taken away with their loop', async () => {
    const late = onBoundary(
      'late',
      'u',
      '<timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition>',
    );
    const model = each(loop(), `${late}<endEvent id="given-up"/>`, 'late -> given-up');
    const { together, spread } = await both(model, begin(), complete('u', { given: 1 }), { do: 'advance', by: 'PT1H' });

    expect(spread).toEqual(together);
    expect(spread.lines).toContain('-given-up');
  });

  it('throw errors that are caught around the loop', async () => {
    const caught = onBoundary('caught', 'sub', '<errorEventDefinition/>');
    const content =
      '<startEvent id="is"/><userTask id="u"/><endEvent id="ie"><errorEventDefinition errorRef="E"/></endEvent>';
    const model = `<error id="E" errorCode="E"/>${inside(content, 'is -> u -> ie', `${caught}<endEvent id="bad"/>`, 'caught -> bad')}`;
    const { together, spread } = await both(model, begin(), complete('u'));

    expect(spread).toEqual(together);
    expect(spread.lines).toContain('-bad');
  });

  it('stay where they are with an error that nobody catches', async () => {
    const content =
      '<startEvent id="is"/><userTask id="u"/><endEvent id="ie"><errorEventDefinition errorRef="E"/></endEvent>';
    const model = `<error id="E" errorCode="E"/>${inside(content, 'is -> u -> ie')}`;
    const { together, spread } = await both(model, begin(), complete('u'), complete('u'));

    expect(spread).toEqual(together);
    expect(spread.faults).toBe(2);
  });

  it('throw escalations that pass the loop by', async () => {
    const beside = onBoundary('beside', 'sub', '<escalationEventDefinition/>', false);
    const content =
      '<startEvent id="is"/><intermediateThrowEvent id="up"><escalationEventDefinition escalationRef="X"/></intermediateThrowEvent><endEvent id="ie"/>';
    const model = `<escalation id="X" escalationCode="X"/>${inside(content, 'is -> up -> ie', `${beside}<endEvent id="told"/>`, 'beside -> told')}`;
    const { together, spread } = await both(model, begin());

    expect(spread).toEqual(together);
    expect(spread.lines.match(/-told/g)).toHaveLength(3);
  });

  it('move to another model with their loop', async () => {
    const renewed = each(loop())
      .replace('id="p"', 'id="q"')
      .replaceAll(/\b(id|sourceRef|targetRef)="(s|u|e|s_u|u_e)"/g, '$1="$2-2"')
      .replace('x * 10', 'x * 100');
    const { together, spread } = await both(
      each(loop()) + renewed,
      { do: 'start', process: 'p' },
      complete('u', { given: 1 }),
      { do: 'migrate', process: 'q', elements: { u: 'u-2' } },
      complete('u-2', { given: 2 }),
      complete('u-2', { given: 3 }),
    );

    expect(spread).toEqual(together);
    expect(spread.variables).toEqual({ all: [11, 202, 303] });
  });
});
