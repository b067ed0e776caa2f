import { describe, expect, it } from 'vitest';
import { after, compensate, ending, names, ofMessage, terminate } from './event-definitions.ts';
import { begin, complete, end, flowsOf, onBoundary, processOf, ran, start, user } from './run-model.ts';

describe('a terminate end event (BPMN 2.0.2, 10.5.3, 13.5.6)', () => {
  it('ends everything that goes on in the process, newest first', async () => {
    const inside = `${start}<parallelGateway id="split"/>${user('a')}${user('b')}${user('go')}${ending('x', terminate)}`;
    const model = processOf('p', inside, 's -> split -> a', 'split -> b', 'split -> go -> x');
    const run = await ran(model, begin(), complete('go'));

    expect(run.lines).toBe('+s -s +split -split +a +b +go -go +x !b !a -x');
    expect(run.outcome).toBe('completed');
  });

  it('in a sub-process ends that alone, and what is around it goes on', async () => {
    const sub = `<subProcess id="sub"><startEvent id="is"/><parallelGateway id="split"/>${user('in')}${ending('x', terminate)}${flowsOf('is -> split -> in', 'split -> x')}</subProcess>`;
    const inside = `${start}<parallelGateway id="both"/>${user('out')}${sub}${end}`;
    const run = await ran(processOf('p', inside, 's -> both -> out', 'both -> sub -> e'));

    expect(run.lines).toMatch(/\+in \+x !in -x -sub \+e -e$/);
    expect(run.waiting.map(({ element }) => element)).toEqual(['out']);
  });

  it('leaves no boundary event and no timer behind', async () => {
    const sub = `<subProcess id="sub"><startEvent id="is"/><parallelGateway id="split"/>${user('in')}${onBoundary('late', 'in', after('PT1H'))}${ending('x', terminate)}<endEvent id="ie"/>${flowsOf('is -> split -> in', 'split -> x', 'late -> ie')}</subProcess>`;
    const inside = `${start}${sub}${onBoundary('later', 'sub', after('PT2H'))}${user('u')}${end}`;
    const run = await ran(names + processOf('p', inside, 's -> sub -> u -> e', 'later -> e'), begin(), {
      do: 'advance',
      by: 'P1D',
    });

    expect(run.lines).toMatch(/!in -x -sub \+u$/);
  });

  it('ends one iteration of a multi-instance sub-process, not the others', async () => {
    const loop =
      '<multiInstanceLoopCharacteristics><loopCardinality xsi:type="tFormalExpression">=2</loopCardinality></multiInstanceLoopCharacteristics>';
    const sub = `<subProcess id="sub">${loop}<startEvent id="is"/><parallelGateway id="split"/>${user('in')}${user('go')}${ending('x', terminate)}${flowsOf('is -> split -> in', 'split -> go -> x')}</subProcess>`;
    const run = await ran(processOf('p', `${start}${sub}${end}`, 's -> sub -> e'), begin(), complete('go'));

    expect(run.lines.match(/!in/g)).toHaveLength(1);
    expect(run.waiting.map(({ element }) => element)).toEqual(['in', 'go']);
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

  it('does not compensate what was completed', async () => {
    const undo = `<task id="undo" isForCompensation="true"/><association id="as" sourceRef="b" targetRef="undo"/>`;
    const inside = `${start}<task id="a"/>${onBoundary('b', 'a', compensate)}${undo}${ending('x', terminate)}`;

    expect((await ran(processOf('p', inside, 's -> a -> x'))).lines).toBe('+s -s +a -a +x -x');
  });
});
