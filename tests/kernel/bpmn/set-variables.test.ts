import { describe, expect, it } from 'vitest';
import { begin, end, flowsOf, formal, processOf, ran, start, user } from './run-model.ts';

const watched = `<intermediateCatchEvent id="c"><conditionalEventDefinition>${formal('condition', 'n > 3')}</conditionalEventDefinition></intermediateCatchEvent>`;
const sub = `<subProcess id="sub"><extensionElements><zeebe:ioMapping><zeebe:input source="=n" target="n"/></zeebe:ioMapping></extensionElements><startEvent id="is"/>${watched}<endEvent id="ie"/>${flowsOf('is -> c -> ie')}</subProcess>`;

describe('variables set by hand', () => {
  it('are the process’s own, and what waits for a condition sees them at once', async () => {
    const run = await ran(processOf('p', `${start}${watched}${end}`, 's -> c -> e'), begin({ n: 1 }), {
      do: 'setVariables',
      variables: { n: 4 },
    });

    expect(run.lines).toBe('+s -s +c -c +e -e');
    expect(run.variables).toEqual({ n: 4 });
  });

  it('or those of a sub-process, which cover the ones outside', async () => {
    const nested = processOf('p', `${start}${sub}${end}`, 's -> sub -> e');
    const outside = await ran(nested, begin({ n: 1 }), { do: 'setVariables', variables: { n: 4 } });
    const within = await ran(nested, begin({ n: 1 }), { do: 'setVariables', element: 'sub', variables: { n: 4 } });

    expect(outside.lines).toBe('+s -s +sub +is -is +c');
    expect(within.lines).toBe('+s -s +sub +is -is +c -c +ie -ie -sub +e -e');
    expect(within.variables).toEqual({ n: 1 });
  });

  it('are refused where nothing is alive to have them', async () => {
    const run = await ran(processOf('p', `${start}${user('u')}${end}`, 's -> u -> e'), begin(), {
      do: 'setVariables',
      element: 'sub',
      variables: {},
    });

    expect(run.faults.map(({ code, element }) => `${code}@${element}`)).toEqual(['not-waiting@sub']);
  });
});
