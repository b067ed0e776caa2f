import { describe, expect, it } from 'vitest';
import { after, catching, names, ofCondition, ofMessage, ofSignal, on, parallelMultiple } from './event-definitions.ts';
import { begin, complete, end, flowsOf, onBoundary, processOf, ran, start, user } from './run-model.ts';

const message = (name: string, variables = {}) => ({ do: 'message', name, variables }) as const;
const signal = { do: 'signal', name: 'g' } as const;
const hour = { do: 'advance', by: 'PT1H' } as const;
const ends = `${end}<endEvent id="f"/>`;

describe('what may come first behind an event-based gateway (BPMN 2.0.2, 10.6.6, 13.4.4)', () => {
  const all = `${start}<eventBasedGateway id="x"/>${catching('cm', ofMessage('m'))}${catching('cs', ofSignal('g'))}${catching('ct', after('PT1H'))}${catching('cc', ofCondition('x > 1'))}${end}`;
  const model = names + processOf('p', all, 's -> x -> cm -> e', 'x -> cs -> e', 'x -> ct -> e', 'x -> cc -> e');

  it.each([
    ['a message', message('m'), 'cm'],
    ['a signal', signal, 'cs'],
    ['a time', hour, 'ct'],
    ['a condition', { do: 'setVariables', variables: { x: 2 } } as const, 'cc'],
  ])('%s', async (_what, step, won) => {
    const run = await ran(model, begin({ x: 0 }), step);

    expect(run.lines).toBe(`+s -s +x -x +${won} -${won} +e -e`);
    expect(run.outcome).toBe('completed');
  });

  it('one event only, even when two would do in the same instant', async () => {
    const twins = `${start}<eventBasedGateway id="x"/>${catching('c', ofSignal('g'))}${catching('d', ofSignal('g'))}${ends}`;
    const run = await ran(names + processOf('p', twins, 's -> x -> c -> e', 'x -> d -> f'), begin(), signal);

    expect(run.lines).toBe('+s -s +x -x +c -c +e -e');
  });

  it('a time that has passed already', async () => {
    const past = `${start}<eventBasedGateway id="x"/>${catching('c', ofMessage('m'))}${catching('t', on('2026-01-01'))}${ends}`;
    const run = await ran(names + processOf('p', past, 's -> x -> c -> e', 'x -> t -> f'), begin(), {
      do: 'advance',
      by: 'PT0S',
    });

    expect(run.lines).toBe('+s -s +x -x +t -t +f -f');
  });

  it('an event that needs several, with what came with each', async () => {
    const both = catching('both', ofMessage('m') + ofMessage('n'), parallelMultiple);
    const inside = `${start}<eventBasedGateway id="x"/>${both}${catching('t', after('PT1H'))}${ends}`;
    const all2 = names + processOf('p', inside, 's -> x -> both -> e', 'x -> t -> f');
    const run = await ran(all2, begin(), message('n', { b: 2 }), message('m', { a: 1 }));

    expect(run.lines).toBe('+s -s +x -x +both -both +e -e');
    expect(run.variables).toEqual({ a: 1, b: 2 });
    expect((await ran(all2, begin(), message('n'), hour)).lines).toBe('+s -s +x -x +t -t +f -f');
  });
});

describe('an event-based gateway while it waits', () => {
  it('is taken away with its scope, and hears nothing more', async () => {
    const sub = `<subProcess id="sub"><startEvent id="is"/><eventBasedGateway id="x"/>${catching('c', ofMessage('m'))}${catching('t', after('PT9H'))}${flowsOf('is -> x -> c', 'x -> t')}</subProcess>`;
    const model =
      names +
      processOf('p', `${start}${sub}${onBoundary('b', 'sub', after('PT1H'))}${ends}`, 's -> sub -> e', 'b -> f');
    const run = await ran(model, begin(), hour, message('m'));

    expect(run.lines).toBe('+s -s +sub +is -is +x !x !sub +b -b +f -f');
    expect(run.faults.map(({ code }) => code)).toEqual(['message-undelivered']);
  });

  it('waits once for each token that has come to it', async () => {
    const inside = `${start}<parallelGateway id="split"/><task id="a"/><task id="b"/><eventBasedGateway id="x"/>${catching('c', ofMessage('m'))}${catching('t', after('PT1H'))}${ends}`;
    const model = names + processOf('p', inside, 's -> split -> a -> x -> c -> e', 'split -> b -> x -> t -> f');
    const run = await ran(model, begin(), message('m'), hour);

    expect(run.lines).toBe('+s -s +split -split +a +b -a -b +x +x -x +c -c +e -e -x +t -t +f -f');
  });

  it('in a loop waits anew', async () => {
    const inside = `${start}<exclusiveGateway id="merge"/><eventBasedGateway id="x"/>${catching('c', ofMessage('m'))}${catching('t', after('PT1H'))}${end}`;
    const model = names + processOf('p', inside, 's -> merge -> x -> c -> e', 'x -> t -> merge');
    const run = await ran(model, begin(), hour, hour, message('m'));

    expect(run.lines).toBe('+s -s +merge -merge +x -x +t -t +merge -merge +x -x +t -t +merge -merge +x -x +c -c +e -e');
  });
});

describe('an event-based gateway that begins a process (BPMN 2.0.2, 10.6.6)', () => {
  const two = (attributes: string): string =>
    names +
    processOf(
      'p',
      `<eventBasedGateway id="x" instantiate="true" ${attributes}/>${catching('c', ofMessage('m'))}${catching('d', ofMessage('n'))}${user('u')}${ends}`,
      'x -> c -> u -> e',
      'x -> d -> f',
    );

  it('exclusive: begins an instance with each event', async () => {
    const run = await ran(two(''), message('m', { a: 1 }), message('n'));

    expect(run.lines).toBe('+x -x +c -c +u +x -x +d -d +f -f');
    expect(run.variables).toEqual({ a: 1 });
  });

  it('parallel: the instance that waits gets the other event, and does not end before', async () => {
    const parallel = two('eventGatewayType="Parallel"');
    const run = await ran(parallel, message('m'), complete('u'), message('n'));

    expect((await ran(parallel, message('m'), complete('u'))).outcome).toBe('waiting');
    expect(run.lines).toBe('+x +c -c +u -u +e -e -x +d -d +f -f');
    expect(run.outcome).toBe('completed');
  });

  it('parallel: a second event of a kind that has come begins another instance', async () => {
    const run = await ran(two('eventGatewayType="Parallel"'), message('m'), message('m'));

    expect(run.lines).toBe('+x +c -c +u +x +c -c +u');
  });
});
