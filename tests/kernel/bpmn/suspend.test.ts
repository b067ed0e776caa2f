import { describe, expect, it } from 'vitest';
import { begin, complete, end, message, processOf, ran, start, user } from './run-model.ts';

const timer = '<timerEventDefinition><timeDuration>PT2H</timeDuration></timerEventDefinition>';
const model = `${message('m')}${processOf(
  'p',
  `${start}<parallelGateway id="g"/><intermediateCatchEvent id="t">${timer}</intermediateCatchEvent><intermediateCatchEvent id="c"><messageEventDefinition messageRef="m"/></intermediateCatchEvent>${user('u')}${end}`,
  's -> g -> t -> e',
  'g -> c -> e',
  'g -> u -> e',
)}`;
const suspend = { do: 'suspend' } as const;
const hour = { do: 'advance', by: 'PT1H' } as const;
const behindGateway = (lines: string): string => lines.slice(lines.indexOf('-g') + 3);

describe('an instance that is held', () => {
  it('takes no command, and says what to do', async () => {
    const run = await ran(model, begin(), suspend, complete('u'));

    expect(run.faults).toEqual([
      {
        code: 'instance-suspended',
        element: 'u',
        zh: '流程暂停着。请先恢复它再做，或中止它。',
        en: 'The instance is suspended. Resume it first, or cancel it.',
      },
    ]);
  });

  it('keeps its timers still, and what is sent to it for later', async () => {
    const run = await ran(model, begin(), suspend, { do: 'message', name: 'm' }, { do: 'advance', by: 'PT5H' });

    expect(behindGateway(run.lines)).toBe('+t +c +u');
    expect(run.faults).toEqual([]);
  });

  it('is cancelled all the same', async () => {
    const run = await ran(model, begin(), suspend, { do: 'cancel' });

    expect(behindGateway(run.lines)).toBe('+t +c +u !u !c !t');
  });

  it('is not held twice', async () => {
    const run = await ran(model, begin(), suspend, suspend);

    expect(run.faults.map(({ code }) => code)).toEqual(['suspended-already']);
  });
});

describe('an instance that goes on', () => {
  it('gets what was sent meanwhile, and what has come due is due at once', async () => {
    const run = await ran(
      model,
      begin(),
      suspend,
      { do: 'message', name: 'm' },
      { do: 'advance', by: 'PT5H' },
      { do: 'resume' },
    );

    expect(behindGateway(run.lines)).toBe('+t +c +u -c +e -e -t +e -e');
  });

  it('has lost a message to another who waited for it and was not held', async () => {
    const message = { do: 'message', name: 'm' } as const;
    const run = await ran(model, begin(), begin(), suspend, message, { do: 'resume' });
    const instanceOf = (element: string) =>
      run.trace.filter((line) => line.element === element && line.action === 'exit').map(({ instance }) => instance);

    expect(instanceOf('c')).toEqual(['p-2']);
  });

  it('or gives every timer as much longer as it was held', async () => {
    const held = [begin(), hour, suspend, { do: 'advance', by: 'PT5H' }, { do: 'resume', clocks: 'shift' }] as const;
    const before = await ran(model, ...held, { do: 'advance', by: 'PT59M' });
    const after = await ran(model, ...held, hour);

    expect(behindGateway(before.lines)).toBe('+t +c +u');
    expect(behindGateway(after.lines)).toBe('+t +c +u -t +e -e');
  });

  it('was held before', async () => {
    const run = await ran(model, begin(), { do: 'resume' });

    expect(run.faults.map(({ code }) => code)).toEqual(['not-suspended']);
  });
});
