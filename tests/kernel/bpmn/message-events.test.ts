import { describe, expect, it } from 'vitest';
import { catching, ending, names, ofMessage, throwing } from './event-definitions.ts';
import { begin, complete, end, onBoundary, processOf, ran, start, user } from './run-model.ts';

const message = (name: string, key?: string, variables = {}) =>
  ({ do: 'message', name, variables, ...(key === undefined ? {} : { key }) }) as const;
const order =
  '<message id="order" name="order"><extensionElements><zeebe:subscription correlationKey="=number"/></extensionElements></message>';
const waiting = order + processOf('p', `${start}${catching('c', ofMessage('order'))}${end}`, 's -> c -> e');

describe('a message catch event (BPMN 2.0.2, 10.5.4, 13.5.2)', () => {
  it('waits for a message of its name, and takes what comes with it', async () => {
    const run = await ran(waiting, begin({ number: 7 }), message('order', '7', { sum: 12 }));

    expect(run.lines).toBe('+s -s +c -c +e -e');
    expect(run.variables).toEqual({ number: 7, sum: 12 });
  });

  it('is found by its correlation key among the instances that wait', async () => {
    const run = await ran(waiting, begin({ number: 7 }), begin({ number: 8 }), message('order', '8'));

    expect(run.trace.filter(({ action, element }) => action === 'exit' && element === 'c')).toMatchObject([
      { instance: 'p-2' },
    ]);
  });

  it('is not reached by the key of somebody else', async () => {
    const run = await ran(waiting, begin({ number: 7 }), message('order', '9'));

    expect(run.lines).toBe('+s -s +c');
    expect(run.faults.map(({ code }) => code)).toEqual(['message-undelivered']);
  });

  it('is stuck where its key has no value, and goes on when it has one', async () => {
    const run = await ran(waiting, begin({ number: null }));

    expect(run.faults.map(({ code, element }) => `${code}@${element}`)).toEqual(['correlation-empty@c']);
  });

  it('gives one message to one who waits, and the next one to the next', async () => {
    const two = `${start}<parallelGateway id="split"/>${catching('a', ofMessage('m'))}${catching('b', ofMessage('m'))}`;
    const model = names + processOf('p', two, 's -> split -> a', 'split -> b');

    expect((await ran(model, begin(), message('m'))).lines).toBe('+s -s +split -split +a +b -a');
    expect((await ran(model, begin(), message('m'), message('m'))).lines).toMatch(/-a -b$/);
  });

  it('makes variables of what its output mappings name, and of nothing else', async () => {
    const mapping =
      '<extensionElements><zeebe:ioMapping><zeebe:output source="=sum + 1" target="more"/></zeebe:ioMapping></extensionElements>';
    const model =
      names +
      processOf(
        'p',
        `${start}<intermediateCatchEvent id="c">${mapping}${ofMessage('m')}</intermediateCatchEvent>`,
        's -> c',
      );

    expect((await ran(model, begin(), message('m', undefined, { sum: 1, secret: 2 }))).variables).toEqual({ more: 2 });
  });
});

describe('a message on the boundary of an activity (BPMN 2.0.2, 10.5.4, 13.5.3)', () => {
  const bounded = (interrupting: boolean): string =>
    names +
    processOf(
      'p',
      `${start}${user('u')}${onBoundary('b', 'u', ofMessage('m'), interrupting)}${end}<endEvent id="f"/>`,
      's -> u -> e',
      'b -> f',
    );

  it('takes the activity away where it interrupts, and its completion is too late then', async () => {
    const run = await ran(bounded(true), begin(), message('m'), complete('u'));

    expect(run.lines).toBe('+s -s +u !u +b -b +f -f');
    expect(run.faults.map(({ code }) => code)).toEqual(['not-waiting']);
  });

  it('comes as often as it comes where it does not interrupt', async () => {
    const run = await ran(bounded(false), begin(), message('m'), message('m'), complete('u'));

    expect(run.lines).toBe('+s -s +u +b -b +f -f +b -b +f -f -u +e -e');
  });

  it('comes too late when the activity is completed', async () => {
    const run = await ran(bounded(true), begin(), complete('u'), message('m'));

    expect(run.lines).toBe('+s -s +u -u +e -e');
    expect(run.faults.map(({ code }) => code)).toEqual(['message-undelivered']);
  });
});

describe('a message that is thrown (BPMN 2.0.2, 10.5.3, 13.5.6)', () => {
  const carrying =
    '<extensionElements><zeebe:ioMapping><zeebe:input source="=number" target="number"/></zeebe:ioMapping></extensionElements>';
  const thrower = (event: string): string => processOf('q', `<startEvent id="qs"/>${event}`, 'qs -> t');
  const starts = (number: number) =>
    [
      { do: 'start', process: 'p', variables: { number } },
      { do: 'start', process: 'q', variables: { number: 7 } },
    ] as const;

  it('by an intermediate event goes to whoever waits for it, by its key, with what its mappings name', async () => {
    const run = await ran(waiting + thrower(throwing('t', ofMessage('order'), carrying)), ...starts(7));

    expect(run.lines).toBe('+s -s +c +qs -qs +t -t -c +e -e');
    expect(run.outcome).toBe('completed');
  });

  it('by an end event goes as well, and its token ends', async () => {
    const run = await ran(waiting + thrower(ending('t', ofMessage('order'))), ...starts(7));

    expect(run.lines).toBe('+s -s +c +qs -qs +t -t -c +e -e');
  });

  it('to nobody is no fault of who throws it', async () => {
    const run = await ran(waiting + thrower(throwing('t', ofMessage('order'))), ...starts(8));

    expect(run.lines).toBe('+s -s +c +qs -qs +t -t');
  });

  it('begins a process that starts by it', async () => {
    const begun = processOf(
      'r',
      '<startEvent id="rs"><messageEventDefinition messageRef="order"/></startEvent><endEvent id="re"/>',
      'rs -> re',
    );
    const run = await ran(order + thrower(throwing('t', ofMessage('order'))) + begun, {
      do: 'start',
      process: 'q',
      variables: { number: 1 },
    });

    expect(run.lines).toBe('+qs -qs +t -t +rs -rs +re -re');
  });
});
