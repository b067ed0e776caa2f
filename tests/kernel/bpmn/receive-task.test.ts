import { describe, expect, it } from 'vitest';
import { begin, end, faultsOf, message, onBoundary, processOf, ran, start } from './run-model.ts';

const receiving = (inside = ''): string =>
  processOf('p', `${start}<receiveTask id="r" messageRef="m">${inside}</receiveTask>${end}`, 's -> r -> e');
const instantiating = (more = '', ...chains: readonly string[]): string =>
  processOf('p', `<receiveTask id="r" messageRef="m" instantiate="true"/>${more}${end}`, 'r -> e', ...chains);
const m = message('m');

describe('a receive task (BPMN 2.0.2, 10.3.3, 13.3.3)', () => {
  it('waits for its message, and what comes with it becomes variables', async () => {
    const run = await ran(m + receiving(), begin({ a: 1 }), { do: 'message', name: 'm', variables: { b: 2 } });

    expect(run.lines).toBe('+s -s +r -r +e -e');
    expect(run.variables).toEqual({ a: 1, b: 2 });
  });

  it('does not hear another message', async () => {
    const run = await ran(m + receiving(), begin(), { do: 'message', name: 'other' });

    expect(run.lines).toBe('+s -s +r');
    expect(run.faults.map(({ code }) => code)).toEqual(['message-undelivered']);
  });

  it('takes of what comes only what its outputs say', async () => {
    const mapping =
      '<extensionElements><zeebe:ioMapping><zeebe:output source="=b * 2" target="c"/></zeebe:ioMapping></extensionElements>';
    const run = await ran(m + receiving(mapping), begin(), { do: 'message', name: 'm', variables: { b: 2 } });

    expect(run.variables).toEqual({ c: 4 });
  });

  it('hears a message with its correlation key only', async () => {
    const keyed =
      '<message id="m" name="m"><extensionElements><zeebe:subscription correlationKey="=order"/></extensionElements></message>';
    const wrong = { do: 'message', name: 'm', key: 'B' } as const;

    expect((await ran(keyed + receiving(), begin({ order: 'A' }), wrong)).lines).toBe('+s -s +r');
    expect((await ran(keyed + receiving(), begin({ order: 'B' }), wrong)).lines).toBe('+s -s +r -r +e -e');
  });

  it('is stuck when what it would be found by has no value', async () => {
    const keyed =
      '<message id="m" name="m"><extensionElements><zeebe:subscription correlationKey="=order"/></extensionElements></message>';
    const run = await ran(keyed + receiving(), begin());

    expect(run.faults.map(({ code, element }) => `${code}@${element}`)).toEqual(['correlation-empty@r']);
  });

  it('is taken away by an event on its boundary, and hears its message no more', async () => {
    const late = onBoundary('b', 'r', '<timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition>');
    const model = processOf(
      'p',
      `${start}<receiveTask id="r" messageRef="m"/>${late}${end}<userTask id="u"/>`,
      's -> r -> e',
      'b -> u -> e',
    );
    const run = await ran(m + model, begin(), { do: 'advance', by: 'PT1H' }, { do: 'message', name: 'm' });

    expect(run.lines).toBe('+s -s +r !r +b -b +u');
    expect(run.faults.map(({ code }) => code)).toEqual(['message-undelivered']);
  });

  it('behind an event-based gateway waits with the other events', async () => {
    const model = processOf(
      'p',
      `${start}<eventBasedGateway id="g"/><receiveTask id="r" messageRef="m"/><intermediateCatchEvent id="t"><timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition></intermediateCatchEvent>${end}`,
      's -> g -> r -> e',
      'g -> t -> e',
    );
    const run = await ran(m + model, begin(), { do: 'message', name: 'm', variables: { b: 2 } });

    expect(run.lines).toBe('+s -s +g -g +r -r +e -e');
    expect(run.variables).toEqual({ b: 2 });
  });
});

describe('a receive task that instantiates (BPMN 2.0.2, 10.3.3, 13.2)', () => {
  it('begins the process with its message, and is over with it', async () => {
    const run = await ran(m + instantiating(), { do: 'message', name: 'm', variables: { b: 2 } });

    expect(run.lines).toBe('+r -r +e -e');
    expect(run.variables).toEqual({ b: 2 });
  });

  it('begins an instance of its own with each message', async () => {
    const run = await ran(m + instantiating(), { do: 'message', name: 'm' }, { do: 'message', name: 'm' });

    expect(run.lines).toBe('+r -r +e -e +r -r +e -e');
  });

  it('may be one of several: the one whose message came begins', async () => {
    const other = '<receiveTask id="r2" messageRef="m2" instantiate="true"/>';
    const run = await ran(m + message('m2') + instantiating(other, 'r2 -> e'), { do: 'message', name: 'm2' });

    expect(run.lines).toBe('+r2 -r2 +e -e');
  });

  it('has nothing before it', async () => {
    const wrong = processOf(
      'p',
      `${start}<receiveTask id="r" messageRef="m" instantiate="true"/>${end}`,
      's -> r -> e',
    );

    expect(await faultsOf(m + wrong)).toEqual(['receive-instantiates@r']);
  });
});
