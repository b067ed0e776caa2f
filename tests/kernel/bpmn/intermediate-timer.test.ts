import { describe, expect, it } from 'vitest';
import { drawn, end, start, timer } from './drawing.ts';
import { begun } from './instance-driver.ts';

const waiting = async (when: string) => drawn([start(), timer('wait', when), end()], ['begin -> wait -> end']);

describe('an intermediate timer event', () => {
  it('arms its timer and waits', async () => {
    const run = begun(await waiting('duration=PT4H'));

    expect(run.lines.slice(5)).toEqual([
      'element-entered wait',
      'timer-armed wait timer 2026-09-10T05:00:00',
      'element-waiting wait',
    ]);
    expect(run.effects).toEqual([
      { do: 'arm-timer', element: 2, scope: 0, key: 'timer', due: '2026-09-10T05:00:00.000Z', generation: 1 },
    ]);
  });

  it('goes on when it fires', async () => {
    const run = begun(await waiting('duration=PT4H'));
    run.fire('wait');

    expect(run.lines.slice(0, 4)).toEqual([
      'timer-fired wait timer',
      'element-completing wait',
      'element-left wait',
      'sequence-flow-taken wait-end',
    ]);
    expect(run.effects[0]).toEqual({ do: 'disarm-timer', element: 2, key: 'timer' });
  });

  it('waits until an instant that a variable holds', async () => {
    const run = begun(await waiting('date==meeting.startsAt'), { meeting: { startsAt: '2026-09-20T15:00:00+08:00' } });

    expect(run.lines).toContain('timer-armed wait timer 2026-09-20T07:00:00');
  });

  it('is due at once when its time has passed', async () => {
    const run = begun(await waiting('date=2026-09-01'));

    expect(run.lines).toContain('timer-armed wait timer 2026-08-31T16:00:00');
    expect(run.fire('wait')).toBeNull();
  });

  it('waits for one beat of a cycle', async () => {
    const run = begun(await waiting('cycle=R3/PT1H'));
    run.fire('wait');

    expect(run.instance.status).toBe('completed');
  });

  it('passes at once where a cycle has no beat', async () => {
    expect(begun(await waiting('cycle==“R0/PT1H”'.replace(/[“”]/g, '"'))).instance.status).toBe('completed');
  });

  it('is stuck where an expression gives no time', async () => {
    const run = begun(await waiting('duration=="soon"'));

    expect(run.lines.at(-1)).toBe('incident-raised wait timer-not-a-time entering');
    expect(run.at('wait').incident?.zh).toContain('soon');
  });

  it('fires once only', async () => {
    const run = begun(await waiting('duration=PT4H'));
    const late = { element: run.at('wait').id, scope: 0, key: 'timer', generation: 1 };
    run.fire('wait');

    expect(run.do({ type: 'fire-timer', ...late })).toBe('instance-ended');
  });
});
