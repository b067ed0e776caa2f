import { describe, expect, it } from 'vitest';
import { after, catching, every, names, ofCondition, ofError, ofMessage, ofSignal } from './event-definitions.ts';
import { begin, complete, end, flowsOf, job, onBoundary, processOf, ran, start, user } from './run-model.ts';

const message = { do: 'message', name: 'm' } as const;
const hour = { do: 'advance', by: 'PT1H' } as const;
const other = '<endEvent id="f"/>';
const others = `${other}<endEvent id="k"/>`;

describe('a race between an activity and an event on its boundary (BPMN 2.0.2, 13.5.3)', () => {
  const model =
    names +
    processOf(
      'p',
      `${start}${user('u')}${onBoundary('b', 'u', ofMessage('m'))}${end}${other}`,
      's -> u -> e',
      'b -> f',
    );

  it('is won by the completion that comes first: the event finds nobody', async () => {
    const run = await ran(model, begin(), complete('u'), message);

    expect(run.lines).toBe('+s -s +u -u +e -e');
    expect(run.faults.map(({ code }) => code)).toEqual(['message-undelivered']);
  });

  it('is won by the event that comes first: the completion finds nothing to complete', async () => {
    const run = await ran(model, begin(), message, complete('u'));

    expect(run.lines).toBe('+s -s +u !u +b -b +f -f');
    expect(run.faults.map(({ code, element }) => `${code}@${element}`)).toEqual(['not-waiting@u']);
  });

  it('of two events is won by the first: the other one is gone with the activity', async () => {
    const both = `${onBoundary('b', 'u', ofMessage('m'))}${onBoundary('c', 'u', after('PT1H'))}`;
    const two = names + processOf('p', `${start}${user('u')}${both}${end}${others}`, 's -> u -> e', 'b -> f', 'c -> k');

    expect((await ran(two, begin(), message, hour)).lines).toBe('+s -s +u !u +b -b +f -f');
    expect((await ran(two, begin(), hour, message)).lines).toBe('+s -s +u !u +c -c +k -k');
  });

  it('gives one signal to all that wait for it on one activity, until one interrupts', async () => {
    const beside = onBoundary('b', 'u', ofSignal('g'), false) + onBoundary('c', 'u', ofSignal('g'));
    const two =
      names + processOf('p', `${start}${user('u')}${beside}${end}${others}`, 's -> u -> e', 'b -> f', 'c -> k');

    expect((await ran(two, begin(), { do: 'signal', name: 'g' })).lines).toBe('+s -s +u +b -b +f -f !u +c -c +k -k');
  });
});

describe('a timer that does not interrupt (BPMN 2.0.2, 10.5.4)', () => {
  it('happens on each beat of its cycle as long as the activity is alive', async () => {
    const inside = `${start}${user('u')}${onBoundary('b', 'u', every('R/PT1H'), false)}${end}${other}`;
    const model = processOf('p', inside, 's -> u -> e', 'b -> f');
    const run = await ran(model, begin(), hour, hour, complete('u'), hour);

    expect(run.lines).toBe('+s -s +u +b -b +f -f +b -b +f -f -u +e -e');
  });

  it('and says no time, as in a drawing, happens whenever somebody says so', async () => {
    const inside = `${start}${user('u')}${onBoundary('b', 'u', '<timerEventDefinition/>', false)}${end}${other}`;
    const now = { do: 'trigger', element: 'b' } as const;
    const run = await ran(processOf('p', inside, 's -> u -> e', 'b -> f'), begin(), now, now, complete('u'));

    expect(run.lines).toBe('+s -s +u +b -b +f -f +b -b +f -f -u +e -e');
    expect(new Set(run.trace.map(({ instance }) => instance))).toEqual(new Set(['p-1']));
  });

  it('on a sub-process happens beside what goes on inside', async () => {
    const sub = `<subProcess id="sub"><startEvent id="is"/>${user('in')}${flowsOf('is -> in')}</subProcess>`;
    const inside = `${start}${sub}${onBoundary('b', 'sub', after('PT1H'), false)}${user('remind')}${end}`;
    const run = await ran(processOf('p', inside, 's -> sub -> e', 'b -> remind'), begin(), hour, complete('in'));

    expect(run.lines).toBe('+s -s +sub +is -is +in +b -b +remind -in -sub +e -e');
    expect(run.waiting.map(({ element }) => element)).toEqual(['remind']);
  });
});

describe('an event on the boundary of what has an inside', () => {
  it('takes all of it away, the newest first, each from the inside out', async () => {
    const inner = `<subProcess id="inner"><startEvent id="iis"/>${user('deep')}${flowsOf('iis -> deep')}</subProcess>`;
    const sub = `<subProcess id="sub"><startEvent id="is"/><parallelGateway id="g"/>${user('a')}${inner}${catching('c', ofSignal('g'))}${flowsOf('is -> g -> a', 'g -> inner', 'g -> c')}</subProcess>`;
    const model =
      names.replaceAll('"g"', '"sg"') +
      processOf(
        'p',
        `${start}${sub}${onBoundary('b', 'sub', ofMessage('m'))}${end}${other}`,
        's -> sub -> e',
        'b -> f',
      ).replace('signalRef="g"', 'signalRef="sg"');

    expect((await ran(model, begin(), message)).lines).toBe(
      '+s -s +sub +is -is +g -g +a +inner +c +iis -iis +deep !c !deep !inner !a !sub +b -b +f -f',
    );
  });

  it('takes a called process away with its call', async () => {
    const called = processOf('q', `<startEvent id="qs"/>${user('in')}`, 'qs -> in');
    const inside = `${start}<callActivity id="call" calledElement="q"/>${onBoundary('b', 'call', ofMessage('m'))}${end}${other}`;
    const run = await ran(names + processOf('p', inside, 's -> call -> e', 'b -> f') + called, begin(), message);

    expect(run.lines).toBe('+s -s +call +qs -qs +in !call +b -b +f -f !in');
    expect(run.outcome).toBe('completed');
  });

  it('is around all iterations of a loop, not around each', async () => {
    const loop =
      '<multiInstanceLoopCharacteristics><loopCardinality xsi:type="tFormalExpression">=2</loopCardinality></multiInstanceLoopCharacteristics>';
    const inside = `${start}<userTask id="u">${loop}</userTask>${onBoundary('b', 'u', ofMessage('m'), false)}${onBoundary('c', 'u', ofSignal('g'))}${end}${others}`;
    const model = names + processOf('p', inside, 's -> u -> e', 'b -> f', 'c -> k');
    const run = await ran(model, begin(), message, { do: 'signal', name: 'g' });

    expect(run.lines).toBe('+s -s +u +u +u +b -b +f -f !u !u !u +c -c +k -k');
  });
});

describe('several events on one boundary', () => {
  it('lead each its own way, and one flow may lead to what another one leads to', async () => {
    const inside = `${start}${job('j')}${onBoundary('b', 'j', ofError('e1'))}${onBoundary('c', 'j', after('PT1H'))}${user('mend')}${end}`;
    const model = names + processOf('p', inside, 's -> j -> e', 'b -> mend -> e', 'c -> mend');

    expect((await ran(model, begin(), hour)).lines).toBe('+s -s +j !j +c -c +mend');
    expect((await ran(model, begin(), { do: 'throwError', element: 'j', code: 'E1' })).lines).toBe(
      '+s -s +j !j +b -b +mend',
    );
  });

  it('may have several flows out of one: a token on each', async () => {
    const inside = `${start}${user('u')}${onBoundary('b', 'u', ofMessage('m'))}${end}${others}`;
    const model = names + processOf('p', inside, 's -> u -> e', 'b -> f', 'b -> k');

    expect((await ran(model, begin(), message)).lines).toBe('+s -s +u !u +b -b +f +k -f -k');
  });

  it('begin no process of their own: one that nothing has thrown cannot be made to happen', async () => {
    const inside = `${start}${user('u')}${onBoundary('b', 'u', '<escalationEventDefinition/>')}${end}${other}`;
    const run = await ran(processOf('p', inside, 's -> u -> e', 'b -> f'), begin(), { do: 'trigger', element: 'b' });

    expect(run.lines).toBe('+s -s +u');
    expect(run.faults.map(({ code, element }) => `${code}@${element}`)).toEqual(['not-waiting@b']);
  });

  it('need nothing behind them: then their token ends', async () => {
    const inside = `${start}${user('u')}${onBoundary('b', 'u', ofCondition('x'), false)}${end}`;
    const run = await ran(processOf('p', inside, 's -> u -> e'), begin({ x: true }), complete('u'));

    expect(run.lines).toBe('+s -s +u +b -b -u +e -e');
  });
});
