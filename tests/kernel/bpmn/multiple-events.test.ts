import { describe, expect, it } from 'vitest';
import {
  after,
  catching,
  ending,
  names,
  ofCondition,
  ofError,
  ofEscalation,
  ofMessage,
  ofSignal,
  terminate,
  throwing,
} from './event-definitions.ts';
import { bounded, caught, message, signal } from './event-models.ts';
import { begin, complete, end, flowsOf, onBoundary, processOf, ran, start, user } from './run-model.ts';

describe('a multiple catch event (BPMN 2.0.2, 10.5.4)', () => {
  it.each([
    ['a message', message('m')],
    ['a signal', signal('g')],
    ['a time', { do: 'advance', by: 'PT2H' } as const],
    ['a condition', complete('set', { x: 1 })],
  ])('goes on with the first of its events: %s', async (_what, step) => {
    const all = ofMessage('m') + ofSignal('g') + after('PT1H') + ofCondition('x = 1');
    const set =
      '<userTask id="set"><extensionElements><zeebe:ioMapping><zeebe:output source="=x" target="x"/></zeebe:ioMapping></extensionElements></userTask>';
    const model = names + processOf('p', `${start}${set}${catching('c', all)}${end}`, 's -> c -> e', 's -> set');
    const run = await ran(model, begin({ x: 0 }), step);

    expect(run.lines).toMatch(/-c \+e -e$/);
    expect(run.lines.match(/\+e/g)).toHaveLength(1);
  });

  it('hears the others no more', async () => {
    const run = await ran(caught(ofMessage('m') + ofSignal('g')), begin(), signal('g'), message('m'));

    expect(run.lines).toBe('+s -s +c -c +e -e');
    expect(run.faults.map(({ code }) => code)).toEqual(['message-undelivered']);
  });
});

describe('a multiple boundary event (BPMN 2.0.2, 10.5.4)', () => {
  const any = ofMessage('m') + ofSignal('g');

  it('interrupts with the first of its events', async () => {
    const run = await ran(bounded(any, ''), begin(), signal('g'));

    expect(run.lines).toBe('+s -s +u !u +b -b +f -f');
  });

  it('that does not interrupt happens with each of them, each time', async () => {
    const steps = [message('m'), signal('g'), message('m'), complete('u')];
    const run = await ran(bounded(any, 'cancelActivity="false"'), begin(), ...steps);

    expect(run.lines).toBe('+s -s +u +b -b +f -f +b -b +f -f +b -b +f -f -u +e -e');
  });
});

describe('a multiple throw event (BPMN 2.0.2, 10.5.4)', () => {
  it('throws all of its events, then goes on', async () => {
    const heard = `${catching('c', ofSignal('g'))}${catching('d', ofMessage('m'))}`;
    const model =
      names +
      processOf('q', `<startEvent id="qs"/><parallelGateway id="split"/>${heard}`, 'qs -> split -> c', 'split -> d') +
      processOf('p', `${start}${throwing('t', ofSignal('g') + ofMessage('m'))}${end}`, 's -> t -> e');
    const run = await ran(model, { do: 'start', process: 'q' }, { do: 'start', process: 'p' });

    expect(run.lines).toBe('+qs -qs +split -split +c +d +s -s +t -t +e -e -d -c');
    expect(run.outcome).toBe('completed');
  });
});

describe('a multiple end event (BPMN 2.0.2, 10.5.3)', () => {
  const listening = processOf('q', `<startEvent id="qs"/>${catching('d', ofMessage('m'))}`, 'qs -> d');
  const starts = [{ do: 'start', process: 'q' } as const, { do: 'start', process: 'p' } as const];

  it('sends its message also where it ends everything around it', async () => {
    const inside = `${start}<parallelGateway id="split"/>${user('u')}${ending('x', terminate + ofMessage('m'))}`;
    const model = names + listening + processOf('p', inside, 's -> split -> u', 'split -> x');
    const run = await ran(model, ...starts);

    expect(run.lines).toBe('+qs -qs +d +s -s +split -split +u +x !u -x -d');
    expect(run.outcome).toBe('completed');
  });

  it('sends its message also where its error takes it away', async () => {
    const sub = `<subProcess id="sub"><startEvent id="is"/>${ending('x', ofError('e1') + ofMessage('m'))}${flowsOf('is -> x')}</subProcess>`;
    const inside = `${start}${sub}${onBoundary('b', 'sub', ofError('e1'))}${end}`;
    const run = await ran(names + listening + processOf('p', inside, 's -> sub -> e', 'b -> e'), ...starts);

    expect(run.lines).toBe('+qs -qs +d +s -s +sub +is -is +x !x !sub +b -b +e -e -d');
  });

  it('throws a signal and an escalation both', async () => {
    const sub = `<subProcess id="sub"><startEvent id="is"/>${ending('x', ofEscalation('x1') + ofSignal('g'))}${flowsOf('is -> x')}</subProcess>`;
    const beside = `${onBoundary('b', 'sub', ofEscalation('x1'), false)}${onBoundary('c', 'sub', ofSignal('g'), false)}`;
    const inside = `${start}${sub}${beside}${end}<endEvent id="f"/><endEvent id="k"/>`;
    const run = await ran(names + processOf('p', inside, 's -> sub -> e', 'b -> f', 'c -> k'));

    expect(run.lines).toBe('+s -s +sub +is -is +x +c +b -x -c -b -sub +k +f +e -k -f -e');
  });
});
