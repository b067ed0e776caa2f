import { describe, expect, it } from 'vitest';
import { begin, complete, end, onBoundary, processOf, ran, start } from './run-model.ts';

const manual = processOf('p', `${start}<manualTask id="t"/>${end}`, 's -> t -> e');

describe('a manual task (BPMN 2.0.2, 10.3.3, 13.3.3)', () => {
  it('is done outside of every engine: it is over as soon as it is entered', async () => {
    expect((await ran(manual, begin())).lines).toBe('+s -s +t -t +e -e');
  });

  it('may be waited for where a steps file says that somebody is still at it', async () => {
    const run = await ran(manual, { do: 'waitAt', element: 't' }, begin());

    expect(run.lines).toBe('+s -s +t');
    expect(run.waiting).toEqual([{ element: 't', kind: 'task', dueAt: null }]);
  });

  it('that is waited for is left with what came of it', async () => {
    const run = await ran(manual, { do: 'waitAt', element: 't' }, begin(), complete('t', { weighed: 3 }));

    expect(run.lines).toBe('+s -s +t -t +e -e');
    expect(run.variables).toEqual({ weighed: 3 });
  });

  it('that is waited for has a boundary', async () => {
    const late = onBoundary('b', 't', '<timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition>');
    const model = processOf(
      'p',
      `${start}<manualTask id="t"/>${late}${end}<endEvent id="f"/>`,
      's -> t -> e',
      'b -> f',
    );
    const run = await ran(model, { do: 'waitAt', element: 't' }, begin(), { do: 'advance', by: 'PT1H' });

    expect(run.lines).toBe('+s -s +t !t +b -b +f -f');
  });
});
