import { describe, expect, it } from 'vitest';
import { after, catching, names, ofMessage, ofSignal, parallelMultiple } from './event-definitions.ts';
import { begin, complete, end, flowsOf, onBoundary, processOf, ran, start, user } from './run-model.ts';

const completion = complete('u');
const timer = { do: 'advance', by: 'PT1H' } as const;
const message = { do: 'message', name: 'm' } as const;
const signal = { do: 'signal', name: 'g' } as const;

/** A user task with a boundary event, and where either way leads. */
const raced = (definition: string, interrupting = true): string =>
  names +
  processOf(
    'p',
    `${start}${user('u')}${onBoundary('b', 'u', definition, interrupting)}${end}<endEvent id="f"/>`,
    's -> u -> e',
    'b -> f',
  );

describe('two triggers that race for one token have one of the two serial results (BPMN 2.0.2, 13.5.3)', () => {
  it.each([
    ['a time', after('PT1H'), timer],
    ['a message', ofMessage('m'), message],
    ['a signal', ofSignal('g'), signal],
  ])('a completion and an interrupting event: %s', async (_what, definition, event) => {
    const first = await ran(raced(definition), begin(), completion, event);
    const second = await ran(raced(definition), begin(), event, completion);

    expect(first.lines).toBe('+s -s +u -u +e -e');
    expect(second.lines).toBe('+s -s +u !u +b -b +f -f');
    expect(second.faults.map(({ code }) => code)).toEqual(['not-waiting']);
  });

  it('a completion and an event that does not interrupt: both happen, or the event is too late', async () => {
    const model = raced(ofMessage('m'), false);

    expect((await ran(model, begin(), message, completion)).lines).toBe('+s -s +u +b -b +f -f -u +e -e');
    expect((await ran(model, begin(), completion, message)).lines).toBe('+s -s +u -u +e -e');
  });

  it('two interrupting events of one activity', async () => {
    const model =
      names +
      processOf(
        'p',
        `${start}${user('u')}${onBoundary('b', 'u', ofMessage('m'))}${onBoundary('c', 'u', ofSignal('g'))}<endEvent id="f"/><endEvent id="k"/>`,
        's -> u',
        'b -> f',
        'c -> k',
      );

    expect((await ran(model, begin(), message, signal)).lines).toBe('+s -s +u !u +b -b +f -f');
    expect((await ran(model, begin(), signal, message)).lines).toBe('+s -s +u !u +c -c +k -k');
  });

  it('two events behind an event-based gateway', async () => {
    const inside = `${start}<eventBasedGateway id="x"/>${catching('a', ofMessage('m'))}${catching('b', ofSignal('g'))}`;
    const model = names + processOf('p', inside, 's -> x -> a', 'x -> b');

    expect((await ran(model, begin(), message, signal)).lines).toBe('+s -s +x -x +a -a');
    expect((await ran(model, begin(), signal, message)).lines).toBe('+s -s +x -x +b -b');
  });

  it('an event around a sub-process and the completion that would end it', async () => {
    const sub = `<subProcess id="sub"><startEvent id="is"/>${user('u')}<endEvent id="ie"/>${flowsOf('is -> u -> ie')}</subProcess>`;
    const model =
      names +
      processOf(
        'p',
        `${start}${sub}${onBoundary('b', 'sub', ofMessage('m'))}${end}<endEvent id="f"/>`,
        's -> sub -> e',
        'b -> f',
      );

    expect((await ran(model, begin(), completion, message)).lines).toBe('+s -s +sub +is -is +u -u +ie -ie -sub +e -e');
    expect((await ran(model, begin(), message, completion)).lines).toBe('+s -s +sub +is -is +u !u !sub +b -b +f -f');
  });

  it('the last part of a parallel multiple event and the completion of its activity', async () => {
    const model = raced(ofMessage('m') + ofSignal('g')).replace('id="b"', `id="b" ${parallelMultiple}`);

    expect((await ran(model, begin(), message, signal, completion)).lines).toBe('+s -s +u !u +b -b +f -f');
    expect((await ran(model, begin(), message, completion, signal)).lines).toBe('+s -s +u -u +e -e');
  });
});

describe('interrupting (BPMN 2.0.2, 13.3.4, 13.5.3)', () => {
  it('takes everything inside away, the newest first, each with what is inside it before itself', async () => {
    const inner = `<subProcess id="inner"><startEvent id="iis"/><parallelGateway id="both"/>${user('c')}${user('d')}${flowsOf('iis -> both -> c', 'both -> d')}</subProcess>`;
    const outer = `<subProcess id="outer"><startEvent id="is"/><parallelGateway id="split"/>${user('a')}${inner}${user('b')}${flowsOf('is -> split -> a', 'split -> inner', 'split -> b')}</subProcess>`;
    const model =
      names +
      processOf('p', `${start}${outer}${onBoundary('stop', 'outer', ofMessage('m'))}${end}`, 's -> outer', 'stop -> e');
    const run = await ran(model, begin(), message);

    expect(run.lines).toMatch(/\+c \+d !b !d !c !inner !a !outer \+stop -stop \+e -e$/);
    expect(run.outcome).toBe('completed');
  });

  it('takes the timers, waits and work of what it takes away with it', async () => {
    const inside = `<startEvent id="is"/><parallelGateway id="split"/>${user('a')}${onBoundary('late', 'a', after('PT2H'))}${catching('c', ofSignal('g'))}<endEvent id="ie"/>`;
    const sub = `<subProcess id="sub">${inside}${flowsOf('is -> split -> a', 'split -> c', 'late -> ie')}</subProcess>`;
    const model =
      names +
      processOf('p', `${start}${sub}${onBoundary('stop', 'sub', ofMessage('m'))}${user('u')}`, 's -> sub', 'stop -> u');
    const run = await ran(model, begin(), message, { do: 'advance', by: 'P1D' }, signal);

    expect(run.lines).toMatch(/!c !a !sub \+stop -stop \+u$/);
    expect(run.waiting.map(({ element }) => element)).toEqual(['u']);
  });
});
