import { describe, expect, it } from 'vitest';
import { compileBpmn } from '../../../server/kernel/bpmn/compile/compile-bpmn.ts';
import type { ExecutableProcess } from '../../../server/kernel/bpmn/executable-process.ts';
import {
  after,
  ending,
  names,
  ofError,
  ofEscalation,
  ofMessage,
  ofSignal,
  parallelMultiple,
  throwing,
} from './event-definitions.ts';
import { bounded, caught, message, signal } from './event-models.ts';
import { begun } from './instance-driver.ts';
import { begin, complete, end, fileOf, flowsOf, processOf, ran, start, user } from './run-model.ts';

describe('a parallel multiple catch event (BPMN 2.0.2, 10.5.4)', () => {
  const both = caught(ofMessage('m') + ofMessage('n'), parallelMultiple);

  it('goes on when all of its events have come, in any order, with what came with each', async () => {
    const run = await ran(both, begin(), message('n', { b: 2 }), message('m', { a: 1 }));

    expect(run.lines).toBe('+s -s +c -c +e -e');
    expect(run.variables).toEqual({ a: 1, b: 2 });
  });

  it('takes a second one of the same for nothing', async () => {
    const run = await ran(both, begin(), message('m'), message('m'));

    expect(run.lines).toBe('+s -s +c');
    expect(run.faults.map(({ code }) => code)).toEqual(['message-undelivered']);
  });

  it('may need a time and a signal', async () => {
    const model = caught(after('PT1H') + ofSignal('g'), parallelMultiple);
    const run = await ran(model, begin(), { do: 'advance', by: 'PT2H' }, signal('g'));

    expect(run.lines).toBe('+s -s +c -c +e -e');
    expect(run.trace.at(-1)?.at).toBe('2026-09-10T03:00:00.000Z');
  });
});

describe('a parallel multiple boundary event (BPMN 2.0.2, 10.5.4)', () => {
  const both = ofMessage('m') + ofSignal('g');

  it('interrupts when all of its events have come, with what came with each', async () => {
    const run = await ran(bounded(both, parallelMultiple), begin(), message('m', { a: 1 }), signal('g'));

    expect(run.lines).toBe('+s -s +u !u +b -b +f -f');
    expect(run.variables).toEqual({ a: 1 });
  });

  it('is over with its activity, whatever of it has come', async () => {
    const run = await ran(bounded(both, parallelMultiple), begin(), message('m'), complete('u'), signal('g'));

    expect(run.lines).toBe('+s -s +u -u +e -e');
  });

  it('that does not interrupt needs all of its events anew each time', async () => {
    const model = bounded(both, `${parallelMultiple} cancelActivity="false"`);
    const once = [message('m'), signal('g'), signal('g')];
    const run = await ran(model, begin(), ...once, message('m'), complete('u'));

    expect((await ran(model, begin(), ...once)).lines).toBe('+s -s +u +b -b +f -f');
    expect(run.lines).toBe('+s -s +u +b -b +f -f +b -b +f -f -u +e -e');
  });

  it('brings nothing a second time that came with it the first time', async () => {
    const model = bounded(both, `${parallelMultiple} cancelActivity="false"`);
    const correct = { do: 'setVariables', variables: { a: 5 } } as const;
    const run = await ran(model, begin(), message('m', { a: 1 }), signal('g'), correct, message('m'), signal('g'));

    expect(run.lines.match(/\+b/g)).toHaveLength(2);
    expect(run.variables).toEqual({ a: 5 });
  });

  it('that does not interrupt happens once where it needs a time, which comes once', async () => {
    const model = bounded(ofMessage('m') + after('PT1H'), `${parallelMultiple} cancelActivity="false"`);
    const steps = [
      message('m'),
      { do: 'advance', by: 'PT2H' } as const,
      message('m'),
      { do: 'advance', by: 'PT2H' } as const,
    ];
    const run = await ran(model, begin(), ...steps);

    expect(run.lines).toBe('+s -s +u +b -b +f -f');
    expect(run.faults.map(({ code }) => code)).toEqual(['message-undelivered']);
  });
});

describe('a parallel multiple boundary event that needs an escalation or an error (BPMN 2.0.2, 10.5.4, 10.5.6)', () => {
  const up = throwing('t', ofEscalation('x1'));
  const around = (definitions: string, interrupting: boolean, inside: string, ...chains: readonly string[]): string =>
    names +
    processOf(
      'p',
      `${start}<subProcess id="sub"><startEvent id="is"/>${inside}${flowsOf(...chains)}</subProcess><boundaryEvent id="b" attachedToRef="sub" ${parallelMultiple} cancelActivity="${interrupting}">${definitions}</boundaryEvent>${end}<endEvent id="f"/>`,
      's -> sub -> e',
      'b -> f',
    );

  it('does not happen with the escalation alone, but when the message has come too', async () => {
    const model = around(ofEscalation('x1') + ofMessage('m'), true, up + user('u'), 'is -> t -> u');

    expect((await ran(model, begin())).lines).toBe('+s -s +sub +is -is +t -t +u');
    expect((await ran(model, begin(), message('m'))).lines).toBe('+s -s +sub +is -is +t -t +u !u !sub +b -b +f -f');
  });

  it('happens with the escalation when that is the last of them, with what came with each', async () => {
    const model = around(ofMessage('m') + ofEscalation('x1'), true, user('u') + up, 'is -> u -> t');
    const run = await ran(model, begin(), message('m', { a: 1 }), complete('u'));

    expect(run.lines).toBe('+s -s +sub +is -is +u -u +t !t !sub +b -b +f -f');
    expect(run.variables).toEqual({ a: 1 });
  });

  it('happens once where it needs a time, whichever part comes last', async () => {
    const inside = `<exclusiveGateway id="x"/>${user('u')}${up}`;
    const model = around(after('PT1H') + ofEscalation('x1'), false, inside, 'is -> x -> u -> t -> x');
    const run = await ran(model, begin(), { do: 'advance', by: 'PT2H' }, complete('u'), complete('u'));

    expect(run.lines.match(/\+b/g)).toHaveLength(1);
  });

  it('that does not interrupt needs an escalation anew each time', async () => {
    const inside = `<exclusiveGateway id="x"/>${user('u')}${up}`;
    const model = around(ofMessage('m') + ofEscalation('x1'), false, inside, 'is -> x -> u -> t -> x');
    const both = [complete('u'), message('m')];
    const run = await ran(model, begin(), ...both, complete('u'), ...both);

    expect(run.lines.match(/\+b/g)).toHaveLength(2);
    expect((await ran(model, begin(), ...both, message('m'))).lines.match(/\+b/g)).toHaveLength(1);
  });

  it('is not reached by what was meant for an earlier time, whichever part came last', async () => {
    const inside = `<exclusiveGateway id="x"/>${user('u')}${up}`;
    const { processes } = await compileBpmn(
      fileOf(around(ofMessage('m') + ofEscalation('x1'), false, inside, 'is -> x -> u -> t -> x')),
    );
    const run = begun(processes[0] as ExecutableProcess);
    const seen = (): readonly number[] => Object.values(run.at('sub').subscriptions ?? {}).map((one) => one.generation);
    const came = (generation: number): string | null =>
      run.do({ type: 'trigger-event', element: run.at('sub').id, scope: 0, key: 'b:0', generation, variables: {} });

    expect(seen()).toEqual([1]);
    came(1);
    run.complete('u');
    expect(seen()).toEqual([2]);
    expect(came(1)).toBe('event-stale');
    run.complete('u');
    came(2);
    expect(seen()).toEqual([3]);
  });

  it('leaves an escalation it has had already to those further out', async () => {
    const model = around(
      ofMessage('m') + ofEscalation('x1'),
      false,
      `${up}${throwing('again', ofEscalation('x1'))}${user('u')}`,
      'is -> t -> again -> u',
    ).replace(
      '<endEvent id="f"/>',
      '<endEvent id="f"/><subProcess id="handler" triggeredByEvent="true"><startEvent id="hs" isInterrupting="false"><escalationEventDefinition/></startEvent></subProcess>',
    );
    const run = await ran(model, begin());

    expect(run.lines).toBe('+s -s +sub +is -is +t -t +again +handler -again +hs +u -hs -handler');
  });

  it('catches an error, which cannot wait, only when everything else has come', async () => {
    const model = around(ofError('e1') + ofMessage('m'), true, user('u') + ending('x', ofError('e1')), 'is -> u -> x');
    const early = await ran(model, begin(), complete('u'));

    expect(early.faults.map(({ code, element }) => `${code}@${element}`)).toEqual(['error-unhandled@x']);
    expect((await ran(model, begin(), message('m'), complete('u'))).lines).toBe(
      '+s -s +sub +is -is +u -u +x !x !sub +b -b +f -f',
    );
  });
});

describe('a parallel multiple start event of an event sub-process (BPMN 2.0.2, 10.5.2)', () => {
  it('that does not interrupt begins each time all of its events have come, with what came with each', async () => {
    const handler = `<subProcess id="handler" triggeredByEvent="true"><startEvent id="hs" isInterrupting="false" ${parallelMultiple}>${ofMessage('m') + ofSignal('g')}</startEvent>${user('hu')}${flowsOf('hs -> hu')}</subProcess>`;
    const model = names + processOf('p', `${start}${user('u')}${handler}${end}`, 's -> u -> e');
    const run = await ran(model, begin(), signal('g'), message('m', { a: 1 }), message('m', { a: 2 }), signal('g'));

    expect(run.lines).toBe('+s -s +u +handler +hs -hs +hu +handler +hs -hs +hu');
    expect(run.variables).toEqual({ a: 2 });
  });
});
