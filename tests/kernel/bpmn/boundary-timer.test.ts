import { describe, expect, it } from 'vitest';
import { boundary, drawn, end, noData, start, userTask } from './drawing.ts';
import { begun } from './instance-driver.ts';

const watched = async (when: string, interrupting: boolean, words = {}) =>
  drawn(
    [start(), userTask('ask', words), boundary('late', 'ask', when, { interrupting }), userTask('remind'), end()],
    ['begin -> ask -> end', 'late -> remind -> end'],
  );

describe('a timer on the boundary of an activity', () => {
  it('is armed when the activity begins to wait, and disarmed when it is completed', async () => {
    const run = begun(await watched('duration=PT4H', true));
    expect(run.lines.slice(6)).toEqual([
      'timer-armed ask late 2026-09-10T05:00:00',
      'user-task-created ask nobody',
      'element-waiting ask',
    ]);
    run.complete('ask');

    expect(run.lines.slice(0, 2)).toEqual(['user-task-completed ask', 'timer-disarmed ask late']);
  });

  it('sees the local variables of its activity', async () => {
    const run = begun(await watched('duration==patience', true, { inputs: { patience: 'case.patience' } }), {
      case: { patience: 'PT2H' },
    });

    expect(run.lines).toContain('timer-armed ask late 2026-09-10T03:00:00');
  });

  it('that is no time sticks the activity with nothing armed and nobody asked', async () => {
    const run = begun(await watched('duration==nothing', true));

    expect(run.lines.slice(-2)).toEqual(['element-entered ask', 'incident-raised ask timer-not-a-time entering']);
  });

  it('is armed once, also when the activity was stuck while it was entered', async () => {
    const run = begun(await watched('duration=PT4H', false, { to: 'head@case.area' }));
    expect(run.at('ask').timers).toEqual({});
    run.resolve('ask', { case: { area: 'g1' } });

    expect(run.events.filter((event) => event.type === 'timer-armed')).toHaveLength(1);
  });
});

describe('an interrupting timer', () => {
  it('takes the activity away and goes its own way', async () => {
    const run = begun(await watched('duration=PT4H', true));
    run.fire('ask', 'late');

    expect(run.lines).toEqual([
      'timer-fired ask late',
      'user-task-cancelled ask',
      'element-cancelled ask',
      'element-entered late',
      'element-completing late',
      'element-left late',
      'sequence-flow-taken late-remind',
      'element-entered remind',
      'user-task-created remind nobody',
      'element-waiting remind',
    ]);
  });

  it('takes the other timers and the incident of the activity with it', async () => {
    const run = begun(await watched('duration=PT1H', true, { limit: 'short' }));
    run.fire('ask', 'late');

    expect(run.lines.slice(1, 4)).toEqual([
      'user-task-cancelled ask',
      'timer-disarmed ask light:red',
      'timer-disarmed ask light:yellow',
    ]);
  });

  it('takes nothing away that was completed, also when the way out is stuck', async () => {
    const run = begun(await watched('duration=PT4H', true, { outputs: { result: noData } }));
    const { id: element } = run.at('ask');
    run.complete('ask');

    expect(run.do({ type: 'fire-timer', element, scope: 0, key: 'late', generation: 1 })).toBe('timer-stale');
  });
});

describe('a timer that does not interrupt', () => {
  it('lets the activity go on and fires once', async () => {
    const run = begun(await watched('duration=PT4H', false));
    run.fire('ask', 'late');

    expect(run.lines.slice(0, 2)).toEqual(['timer-fired ask late', 'element-entered late']);
    expect(run.places()).toEqual(['ask', 'remind']);
    expect(run.at('ask').timers).toEqual({});
  });

  it('beats as often as its cycle says', async () => {
    const run = begun(await watched('cycle=R2/PT4H', false));
    run.fire('ask', 'late');
    expect(run.lines.slice(0, 2)).toEqual(['timer-fired ask late', 'timer-armed ask late 2026-09-10T09:00:00 #2']);
    run.fire('ask', 'late');

    expect(run.at('ask').timers).toEqual({});
    expect(run.places()).toEqual(['ask', 'remind', 'remind']);
  });

  it('keeps the rhythm it began with, whatever becomes of its variables', async () => {
    const nodes = [start(), userTask('ask'), boundary('late', 'ask', 'cycle==often', { interrupting: false }), end()];
    const change = userTask('change', { outputs: { often: '"R/PT1H"' } });
    const process = await drawn([...nodes, change], ['begin -> ask -> end', 'begin -> change -> end', 'late -> end']);
    const run = begun(process, { often: 'R/P1D' });
    run.complete('change');
    run.fire('ask', 'late');

    expect(run.lines).toContain('timer-armed ask late 2026-09-12T01:00:00 #2');
  });

  it('makes one beat of those an outage swallowed, and keeps its rhythm', async () => {
    const run = begun(await watched('cycle=R/PT4H', false));
    run.now = '2026-09-11T00:30:00.000Z';
    run.fire('ask', 'late');

    expect(run.lines[1]).toBe('timer-armed ask late 2026-09-11T01:00:00 #2');
  });

  it('takes a firing of an earlier beat for stale', async () => {
    const run = begun(await watched('cycle=R/PT4H', false));
    const { id: element } = run.at('ask');
    run.fire('ask', 'late');

    expect(run.do({ type: 'fire-timer', element, scope: 0, key: 'late', generation: 1 })).toBe('timer-stale');
  });
});
