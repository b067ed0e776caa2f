import { describe, expect, it } from 'vitest';
import {
  after,
  catching,
  every,
  names,
  ofMessage,
  ofSignal,
  ofCondition,
  on,
  parallelMultiple,
  starting,
} from './event-definitions.ts';
import { begin, complete, end, faultsOf, processOf, ran, user } from './run-model.ts';

const beginning = (definitions: string, attributes = ''): string =>
  names + processOf('p', `${starting('s', definitions, attributes)}${end}`, 's -> e');

describe('a start event with a trigger (BPMN 2.0.2, 10.5.2, 13.5.1)', () => {
  it('begins an instance with each message of its name, which brings its variables', async () => {
    const run = await ran(
      beginning(ofMessage('m')),
      { do: 'message', name: 'm', variables: { sum: 7 } },
      { do: 'message', name: 'm' },
    );

    expect(run.lines).toBe('+s -s +e -e +s -s +e -e');
    expect(run.variables).toEqual({ sum: 7 });
    expect(new Set(run.trace.map(({ instance }) => instance))).toEqual(new Set(['p-1', 'p-2']));
  });

  it('takes no message that somebody waits for', async () => {
    const model = names + processOf('p', `${starting('s', ofMessage('m'))}${catching('c', ofMessage('m'))}`, 's -> c');
    const run = await ran(model, { do: 'message', name: 'm' }, { do: 'message', name: 'm' });

    expect(run.lines).toBe('+s -s +c -c');
  });

  it('begins an instance of every process that waits for a signal', async () => {
    const other = processOf('q', `${starting('qs', ofSignal('g'))}<endEvent id="qe"/>`, 'qs -> qe');
    const run = await ran(beginning(ofSignal('g')) + other, { do: 'signal', name: 'g' });

    expect(run.lines).toBe('+s -s +e -e +qs -qs +qe -qe');
  });

  it('begins an instance at a date, and not before', async () => {
    const model = beginning(on('2026-09-11T09:00:00+08:00'));
    const run = await ran(model, { do: 'advance', by: 'P2D' });

    expect((await ran(model, { do: 'advance', by: 'PT23H' })).lines).toBe('');
    expect(run.lines).toBe('+s -s +e -e');
    expect(run.trace[0]?.at).toBe('2026-09-11T01:00:00.000Z');
  });

  it('begins an instance after a duration', async () => {
    const run = await ran(beginning(after('PT4H')), { do: 'advance', by: 'P1D' });

    expect(run.trace.map(({ at }) => at.slice(11, 16))).toEqual(Array.from({ length: 5 }, () => '05:00'));
  });

  it('begins an instance with each beat of a cycle', async () => {
    const run = await ran(beginning(every('R3/PT1H')), { do: 'advance', by: 'P1D' });

    expect(run.lines).toBe('+s -s +e -e +s -s +e -e +s -s +e -e');
    expect(run.trace.filter(({ action }) => action === 'enter').map(({ at }) => at.slice(11, 13))).toEqual([
      '02',
      '02',
      '03',
      '03',
      '04',
      '04',
    ]);
  });

  it('with a condition begins when somebody says that it holds', async () => {
    expect((await ran(beginning(ofCondition('x > 1')), { do: 'trigger', element: 's' })).lines).toBe('+s -s +e -e');
  });
});

describe('several start events of a process (BPMN 2.0.2, 10.5.2)', () => {
  const several = `${starting('a', ofMessage('m'))}${starting('b', ofSignal('g'))}<startEvent id="none"/>${user('u')}`;
  const model = names + processOf('p', several, 'a -> u', 'b -> u', 'none -> u');

  it('each begin an instance of their own', async () => {
    const run = await ran(model, { do: 'message', name: 'm' }, { do: 'signal', name: 'g' }, begin());

    expect(run.lines).toBe('+a -a +u +b -b +u +none -none +u');
  });

  it('leave the one without a trigger to whoever starts the process', async () => {
    expect((await ran(model)).lines).toBe('+none -none +u');
  });

  it('are sound as long as no two have no trigger', async () => {
    const two = processOf('q', '<startEvent id="x"/><startEvent id="y"/><endEvent id="z"/>', 'x -> z', 'y -> z');

    expect(await faultsOf(model)).toEqual([]);
    expect(await faultsOf(two)).toEqual(['start-several@q']);
  });
});

describe('a multiple start event (BPMN 2.0.2, 10.5.2)', () => {
  it('begins an instance with any of its events', async () => {
    const model = beginning(ofMessage('m') + ofSignal('g'));
    const run = await ran(model, { do: 'signal', name: 'g' }, { do: 'message', name: 'm' });

    expect(run.lines).toBe('+s -s +e -e +s -s +e -e');
  });
});

describe('a parallel multiple start event (BPMN 2.0.2, 10.5.2)', () => {
  const both = beginning(ofMessage('m') + ofSignal('g'), parallelMultiple);

  it('begins an instance when all of its events have come, with what came with each', async () => {
    const run = await ran(
      both,
      { do: 'message', name: 'm', variables: { a: 1 } },
      { do: 'signal', name: 'g', variables: { b: 2 } },
    );

    expect(run.lines).toBe('+s -s +e -e');
    expect(run.variables).toEqual({ a: 1, b: 2 });
  });

  it('begins none as long as one of them is missing, however often the other one comes', async () => {
    const run = await ran(both, { do: 'message', name: 'm' }, { do: 'message', name: 'm' });

    expect(run.lines).toBe('');
    expect(run.faults).toEqual([]);
  });

  it('needs all of them anew for another instance', async () => {
    const message = { do: 'message', name: 'm' } as const;
    const signal = { do: 'signal', name: 'g' } as const;

    expect((await ran(both, signal, message, signal)).lines).toBe('+s -s +e -e');
    expect((await ran(both, signal, message, message, signal)).lines).toBe('+s -s +e -e +s -s +e -e');
  });

  it('may need a time besides', async () => {
    const model = beginning(ofMessage('m') + after('PT1H'), parallelMultiple);
    const run = await ran(model, { do: 'message', name: 'm' }, { do: 'advance', by: 'PT2H' });

    expect(run.lines).toBe('+s -s +e -e');
    expect(run.trace[0]?.at).toBe('2026-09-10T02:00:00.000Z');
  });
});

describe('a receive task that begins a process (BPMN 2.0.2, 10.3.3)', () => {
  it('has its message already', async () => {
    const model =
      names + processOf('p', `<receiveTask id="r" instantiate="true" messageRef="m"/>${user('u')}`, 'r -> u');
    const run = await ran(model, { do: 'message', name: 'm', variables: { sum: 7 } }, complete('u'));

    expect(run.lines).toBe('+r -r +u -u');
    expect(run.variables).toEqual({ sum: 7 });
  });
});
