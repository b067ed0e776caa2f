import { describe, expect, it } from 'vitest';
import { catching, ending, names, ofSignal, starting, throwing } from './event-definitions.ts';
import { begin, complete, end, flowsOf, onBoundary, processOf, ran, start, user } from './run-model.ts';

const signal = { do: 'signal', name: 'g', variables: { n: 1 } } as const;

describe('a signal catch event (BPMN 2.0.2, 10.5.4, 13.5.2)', () => {
  const waiting = names + processOf('p', `${start}${catching('c', ofSignal('g'))}${end}`, 's -> c -> e');

  it('of every instance that waits goes on, with what came', async () => {
    const run = await ran(waiting, begin(), begin(), signal);

    expect(run.lines).toBe('+s -s +c +s -s +c -c +e -e -c +e -e');
    expect(run.variables).toEqual({ n: 1 });
  });

  it('does not hear what was thrown before it waited', async () => {
    const model =
      names + processOf('p', `${start}${throwing('t', ofSignal('g'))}${catching('c', ofSignal('g'))}`, 's -> t -> c');

    expect((await ran(model)).lines).toBe('+s -s +t -t +c');
  });

  it('hears only its own signal', async () => {
    expect((await ran(waiting, begin(), { do: 'signal', name: 'h' })).lines).toBe('+s -s +c');
  });
});

describe('a signal that is thrown (BPMN 2.0.2, 10.5.1, 13.5.6)', () => {
  it('reaches everybody who waits in the same instance, in whatever scope, and elsewhere', async () => {
    const sub = `<subProcess id="sub"><startEvent id="is"/>${catching('in', ofSignal('g'))}${flowsOf('is -> in')}</subProcess>`;
    const inside = `${start}<parallelGateway id="split"/>${sub}${catching('c', ofSignal('g'))}${user('u')}${throwing('t', ofSignal('g'))}`;
    const other = processOf('q', `<startEvent id="qs"/>${catching('qc', ofSignal('g'))}`, 'qs -> qc');
    const model = names + processOf('p', inside, 's -> split -> sub', 'split -> c', 'split -> u -> t') + other;
    const run = await ran(model, { do: 'start', process: 'q' }, { do: 'start', process: 'p' }, complete('u'));

    expect(run.lines).toMatch(/-u \+t -c -in -t -sub -qc$/);
    expect(run.outcome).toBe('completed');
  });

  it('by an end event reaches them too', async () => {
    const inside = `${start}<parallelGateway id="split"/>${catching('c', ofSignal('g'))}${ending('x', ofSignal('g'))}`;
    const run = await ran(names + processOf('p', inside, 's -> split -> c', 'split -> x'));

    expect(run.lines).toBe('+s -s +split -split +c +x -c -x');
  });

  it('that nobody waits for is no fault', async () => {
    const run = await ran(names + processOf('p', `${start}${throwing('t', ofSignal('g'))}${end}`, 's -> t -> e'));

    expect(run).toMatchObject({ lines: '+s -s +t -t +e -e', outcome: 'completed', faults: [] });
  });

  it('reaches other instances and begins processes, also from an end event', async () => {
    const begun = processOf('q', `${starting('qs', ofSignal('g'))}<endEvent id="qe"/>`, 'qs -> qe');
    const waiting = processOf('r', `<startEvent id="rs"/>${catching('c', ofSignal('g'))}`, 'rs -> c');
    const model = names + begun + waiting + processOf('p', `${start}${ending('t', ofSignal('g'))}`, 's -> t');
    const run = await ran(model, { do: 'start', process: 'r' }, { do: 'start', process: 'p' });

    expect(run.lines).toBe('+rs -rs +c +s -s +t -t -c +qs -qs +qe -qe');
  });

  it('that begins its own process for ever is given up, and told', async () => {
    const model = names + processOf('p', `${starting('s', ofSignal('g'))}${ending('e', ofSignal('g'))}`, 's -> e');
    const run = await ran(model, signal);

    expect(run.faults.map(({ code, element }) => `${code}@${element}`)).toEqual(['endless-loop@p']);
  });

  it('takes along what its inputs say', async () => {
    const input =
      '<extensionElements><zeebe:ioMapping><zeebe:input source="=x + 1" target="y"/></zeebe:ioMapping></extensionElements>';
    const inside = `${start}<parallelGateway id="split"/>${catching('c', ofSignal('g'))}${throwing('t', ofSignal('g'), input)}`;
    const run = await ran(names + processOf('p', inside, 's -> split -> c', 'split -> t'), begin({ x: 1 }));

    expect(run.variables).toEqual({ x: 1, y: 2 });
  });
});

describe('a signal on the boundary of an activity (BPMN 2.0.2, 10.5.4, 13.5.3)', () => {
  const bounded = (interrupting: boolean): string =>
    names +
    processOf(
      'p',
      `${start}${user('u')}${onBoundary('b', 'u', ofSignal('g'), interrupting)}${end}<endEvent id="f"/>`,
      's -> u -> e',
      'b -> f',
    );

  it('takes the activity away where it interrupts', async () => {
    const run = await ran(bounded(true), begin(), signal);

    expect(run.lines).toBe('+s -s +u !u +b -b +f -f');
    expect(run.variables).toEqual({ n: 1 });
  });

  it('comes as often as it comes where it does not interrupt', async () => {
    const run = await ran(bounded(false), begin(), signal, signal, complete('u'));

    expect(run.lines).toBe('+s -s +u +b -b +f -f +b -b +f -f -u +e -e');
  });

  it('ends the sub-process it is thrown in, and the event that throws it', async () => {
    const sub = `<subProcess id="sub"><startEvent id="is"/>${throwing('t', ofSignal('g'))}<task id="after"/>${flowsOf('is -> t -> after')}</subProcess>`;
    const inside = `${start}${sub}${onBoundary('b', 'sub', ofSignal('g'))}${end}<endEvent id="f"/>`;
    const run = await ran(names + processOf('p', inside, 's -> sub -> e', 'b -> f'));

    expect(run.lines).toBe('+s -s +sub +is -is +t !t !sub +b -b +f -f');
  });

  it('that has ended who threw it does not interrupt what lies further around', async () => {
    const inner = `<subProcess id="inner"><startEvent id="iis"/>${throwing('t', ofSignal('g'))}${flowsOf('iis -> t')}</subProcess>${onBoundary('b', 'inner', ofSignal('g'))}${user('u')}`;
    const outer = `<subProcess id="outer"><startEvent id="is"/>${inner}${flowsOf('is -> inner', 'b -> u')}</subProcess>`;
    const inside = `${start}${outer}${onBoundary('c', 'outer', ofSignal('g'))}${end}`;
    const run = await ran(names + processOf('p', inside, 's -> outer', 'c -> e'));

    expect(run.lines).toBe('+s -s +outer +is -is +inner +iis -iis +t !t !inner +b -b +u');
  });
});
