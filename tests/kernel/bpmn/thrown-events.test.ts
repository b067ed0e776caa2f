import { describe, expect, it } from 'vitest';
import {
  catching,
  compensate,
  ending,
  names,
  ofEscalation,
  ofMessage,
  ofSignal,
  terminate,
  throwing,
} from './event-definitions.ts';
import { begin, complete, end, flowsOf, onBoundary, processOf, ran, start, user } from './run-model.ts';

describe('a terminate end event (BPMN 2.0.2, 10.5.3, 13.5.6)', () => {
  it('ends everything in its scope, the newest first, and with it the process', async () => {
    const inside = `${start}<parallelGateway id="split"/>${user('a')}${user('b')}${user('c')}${ending('x', terminate)}`;
    const model = processOf('p', inside, 's -> split -> a', 'split -> b', 'split -> c -> x');
    const run = await ran(model, begin(), complete('c'));

    expect(run.lines).toBe('+s -s +split -split +a +b +c -c +x !b !a -x');
    expect(run.outcome).toBe('completed');
  });

  it('ends its own scope only: around the sub-process everything goes on', async () => {
    const sub = `<subProcess id="sub"><startEvent id="is"/><parallelGateway id="gw"/>${user('in')}${ending('x', terminate)}${flowsOf('is -> gw -> in', 'gw -> x')}</subProcess>`;
    const inside = `${start}<parallelGateway id="split"/>${user('out')}${sub}${end}`;
    const run = await ran(processOf('p', inside, 's -> split -> out', 'split -> sub -> e'), begin(), complete('out'));

    expect(run.lines).toBe('+s -s +split -split +out +sub +is -is +gw -gw +in +x !in -x -sub +e -e -out');
    expect(run.outcome).toBe('completed');
  });

  it('takes with it what waits at a join, and the events around: nothing of its scope happens any more', async () => {
    const handler = `<subProcess id="handler" triggeredByEvent="true"><startEvent id="hs" isInterrupting="false">${ofMessage('m')}</startEvent></subProcess>`;
    const inside = `${start}<parallelGateway id="split"/><parallelGateway id="join"/>${user('a')}${ending('x', terminate)}${handler}${user('b')}`;
    const model = names + processOf('p', inside, 's -> split -> join', 'split -> a -> join', 'split -> b -> x');
    const run = await ran(model, begin(), complete('b'), { do: 'message', name: 'm' });

    expect(run.lines).toBe('+s -s +split -split +join +a +b -b +x !a -x');
    expect(run.outcome).toBe('completed');
    expect(run.faults.map(({ code }) => code)).toEqual(['message-undelivered']);
  });

  it('in an event sub-process that does not interrupt ends that one alone', async () => {
    const handler = `<subProcess id="handler" triggeredByEvent="true"><startEvent id="hs" isInterrupting="false">${ofMessage('m')}</startEvent><parallelGateway id="gw"/>${user('in')}${ending('x', terminate)}${flowsOf('hs -> gw -> in', 'gw -> x')}</subProcess>`;
    const model = names + processOf('p', `${start}${user('u')}${end}${handler}`, 's -> u -> e');
    const run = await ran(model, begin(), { do: 'message', name: 'm' }, complete('u'));

    expect(run.lines).toBe('+s -s +u +handler +hs -hs +gw -gw +in +x !in -x -handler -u +e -e');
  });

  it('in one iteration of a loop ends that iteration', async () => {
    const loop =
      '<multiInstanceLoopCharacteristics><loopCardinality xsi:type="tFormalExpression">=2</loopCardinality></multiInstanceLoopCharacteristics>';
    const sub = `<subProcess id="sub">${loop}<startEvent id="is"/><parallelGateway id="gw"/>${user('stop')}${user('go')}${ending('x', terminate)}${flowsOf('is -> gw -> stop -> x', 'gw -> go')}</subProcess>`;
    const run = await ran(processOf('p', `${start}${sub}${end}`, 's -> sub -> e'), begin(), complete('stop'));

    expect(run.waiting.map(({ element }) => element)).toEqual(['stop', 'go']);
  });

  it('does not compensate what was completed', async () => {
    const undo = `<task id="undo" isForCompensation="true"/><association id="as" sourceRef="b" targetRef="undo"/>`;
    const inside = `${start}<task id="a"/>${onBoundary('b', 'a', compensate)}${undo}${ending('x', terminate)}`;

    expect((await ran(processOf('p', inside, 's -> a -> x'))).lines).toBe('+s -s +a -a +x -x');
  });
});

describe('an end event with a result (BPMN 2.0.2, 10.5.3)', () => {
  const undo = `<task id="undo" isForCompensation="true"/><association id="as" sourceRef="b" targetRef="undo"/>`;
  const done = `<task id="a"/>${onBoundary('b', 'a', compensate)}${undo}`;

  it('compensation: undoes what was completed in its scope, then ends its token', async () => {
    const run = await ran(processOf('p', `${start}${done}${ending('x', compensate)}`, 's -> a -> x'));

    expect(run.lines).toBe('+s -s +a -a +x +undo -undo -x');
    expect(run.outcome).toBe('completed');
  });

  it('escalation: leaves the other tokens of its scope alone where nothing interrupts', async () => {
    const sub = `<subProcess id="sub"><startEvent id="is"/><parallelGateway id="gw"/>${user('in')}${ending('x', ofEscalation('x1'))}${flowsOf('is -> gw -> in', 'gw -> x')}</subProcess>`;
    const inside = `${start}${sub}${onBoundary('b', 'sub', ofEscalation('x1'), false)}${end}<endEvent id="f"/>`;
    const run = await ran(names + processOf('p', inside, 's -> sub -> e', 'b -> f'), begin(), complete('in'));

    expect(run.lines).toBe('+s -s +sub +is -is +gw -gw +in +x +b -x -b +f -f -in -sub +e -e');
  });

  it('none: takes the token of whichever flow it comes by, one after the other', async () => {
    const inside = `${start}<parallelGateway id="split"/>${user('a')}${user('b')}${end}`;
    const model = processOf('p', inside, 's -> split -> a -> e', 'split -> b -> e');
    const run = await ran(model, begin(), complete('b'), complete('a'));

    expect(run.lines).toBe('+s -s +split -split +a +b -b +e -e -a +e -e');
  });
});

describe('an intermediate event that throws (BPMN 2.0.2, 10.5.4)', () => {
  it('nothing just passes', async () => {
    expect((await ran(processOf('p', `${start}${throwing('t', '')}${end}`, 's -> t -> e'))).lines).toBe(
      '+s -s +t -t +e -e',
    );
  });

  it('passes a token on by each flow out of it', async () => {
    const inside = `${start}${throwing('t', ofSignal('g'))}${end}<endEvent id="f"/>`;

    expect((await ran(names + processOf('p', inside, 's -> t -> e', 't -> f'))).lines).toBe('+s -s +t -t +e +f -e -f');
  });

  it('throws once for each token', async () => {
    const inside = `${start}<parallelGateway id="split"/><task id="a"/><task id="b"/>${throwing('t', ofMessage('m'))}${end}`;
    const heard = processOf(
      'q',
      `<startEvent id="qs"/>${catching('c', ofMessage('m'))}${catching('d', ofMessage('m'))}`,
      'qs -> c -> d',
    );
    const model = names + heard + processOf('p', inside, 's -> split -> a -> t', 'split -> b -> t', 't -> e');
    const run = await ran(model, { do: 'start', process: 'q' }, { do: 'start', process: 'p' });

    expect(run.lines).toMatch(/\+c .* -c \+d -d$/);
  });
});
