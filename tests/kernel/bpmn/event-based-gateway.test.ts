import { describe, expect, it } from 'vitest';
import { begin, end, faultsOf, message, onBoundary, processOf, ran, start } from './run-model.ts';

const paid = '<intermediateCatchEvent id="paid"><messageEventDefinition messageRef="m"/></intermediateCatchEvent>';
const late =
  '<intermediateCatchEvent id="late"><timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition></intermediateCatchEvent>';
const two = `${start}<eventBasedGateway id="g"/>${paid}${late}${end}<endEvent id="gone"/>`;
const model = message('m', 'paid') + processOf('p', two, 's -> g -> paid -> e', 'g -> late -> gone');

describe('an event-based gateway (BPMN 2.0.2, 13.4.4)', () => {
  it('goes on through the first event, with what came, and hears the others no more', async () => {
    const run = await ran(
      model,
      begin(),
      { do: 'message', name: 'paid', variables: { sum: 7 } },
      { do: 'advance', by: 'PT2H' },
    );

    expect(run.lines).toBe('+s -s +g -g +paid -paid +e -e');
    expect(run.variables).toEqual({ sum: 7 });
  });

  it('goes on by time when nothing else comes first', async () => {
    const run = await ran(model, begin(), { do: 'advance', by: 'PT2H' }, { do: 'message', name: 'paid' });

    expect(run.lines).toBe('+s -s +g -g +late -late +gone -gone');
    expect(run.faults.map(({ code }) => code)).toEqual(['message-undelivered']);
  });

  it('waits in a receive task behind it just as in an event', async () => {
    const inside = `${start}<eventBasedGateway id="g"/><receiveTask id="r" messageRef="m"/>${late}${end}<endEvent id="gone"/>`;
    const run = await ran(
      message('m', 'paid') + processOf('p', inside, 's -> g -> r -> e', 'g -> late -> gone'),
      begin(),
      { do: 'message', name: 'paid' },
    );

    expect(run.lines).toBe('+s -s +g -g +r -r +e -e');
  });

  it('may begin a process by the first event', async () => {
    const inside = `<eventBasedGateway id="g" instantiate="true"/>${paid}${late}${end}<endEvent id="gone"/>`;
    const run = await ran(message('m', 'paid') + processOf('p', inside, 'g -> paid -> e', 'g -> late -> gone'), {
      do: 'message',
      name: 'paid',
    });

    expect(run.lines).toBe('+g -g +paid -paid +e -e');
  });

  it('may begin a process that needs all of the events, in any order', async () => {
    const other = '<intermediateCatchEvent id="ok"><messageEventDefinition messageRef="n"/></intermediateCatchEvent>';
    const gateway = '<eventBasedGateway id="g" instantiate="true" eventGatewayType="Parallel"/>';
    const all =
      message('m', 'paid') +
      message('n', 'ok') +
      processOf('p', `${gateway}${paid}${other}${end}<endEvent id="f"/>`, 'g -> paid -> e', 'g -> ok -> f');
    const run = await ran(all, { do: 'message', name: 'ok' }, { do: 'message', name: 'paid' });

    expect(run.lines).toBe('+g +ok -ok +f -f -g +paid -paid +e -e');
    expect(run.outcome).toBe('completed');
  });

  it('begins an instance with each event that nobody waits for', async () => {
    const inside = `<eventBasedGateway id="g" instantiate="true"/>${paid}<intermediateCatchEvent id="told"><signalEventDefinition signalRef="sig"/></intermediateCatchEvent>${end}<endEvent id="f"/>`;
    const all =
      message('m', 'paid') +
      '<signal id="sig" name="sig"/>' +
      processOf('p', inside, 'g -> paid -> e', 'g -> told -> f');
    const run = await ran(
      all,
      { do: 'message', name: 'paid', variables: { sum: 7 } },
      { do: 'signal', name: 'sig' },
      { do: 'message', name: 'paid' },
    );

    expect(run.lines).toBe('+g -g +paid -paid +e -e +g -g +told -told +f -f +g -g +paid -paid +e -e');
    expect(run.variables).toEqual({ sum: 7 });
  });

  it('waits for conditions and signals just as well', async () => {
    const set =
      '<userTask id="set"><extensionElements><zeebe:ioMapping><zeebe:output source="=x" target="x"/></zeebe:ioMapping></extensionElements></userTask>';
    const holds =
      '<intermediateCatchEvent id="holds"><conditionalEventDefinition><condition>=x = 1</condition></conditionalEventDefinition></intermediateCatchEvent>';
    const inside = `${start}<eventBasedGateway id="g"/>${late}${holds}${set}${end}<endEvent id="gone"/>`;
    const run = await ran(
      processOf('p', inside, 's -> g -> holds -> e', 'g -> late -> gone', 's -> set'),
      begin({ x: 0 }),
      { do: 'complete', element: 'set', variables: { x: 1 } },
    );

    expect(run.lines).toBe('+s -s +g +set -g -set +holds -holds +e -e');
  });

  it('has nothing behind it but what can be waited for, and nothing else leads there', async () => {
    const wrong = processOf(
      'p',
      `${two}<task id="t"/>`,
      's -> g -> paid -> e',
      'g -> late -> gone',
      'g -> t -> e',
      't -> late',
    );

    expect(await faultsOf(message('m') + wrong)).toEqual(['event-gateway-target@t', 'event-gateway-target@late']);
  });

  it('has no boundary on a receive task behind it, and does not mix one with message events', async () => {
    const receive = `<receiveTask id="r" messageRef="m"/>${onBoundary('b', 'r', '<timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition>')}`;
    const wrong = processOf(
      'p',
      `${two}${receive}`,
      's -> g -> paid -> e',
      'g -> late -> gone',
      'g -> r -> e',
      'b -> e',
    );

    expect(await faultsOf(message('m') + wrong)).toEqual(['event-gateway-mixed@g', 'event-gateway-target@r']);
  });
});
