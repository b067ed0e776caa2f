import { describe, expect, it } from 'vitest';
import type { TimeLimit } from '../../../server/kernel/calendar/time-limit.ts';
import { boundary, drawn, end, noData, start, userTask } from './drawing.ts';
import { begun } from './instance-driver.ts';

const by = { system: 'operator' } as const;

const limited = async (words = {}) =>
  drawn([start(), userTask('ask', { limit: 'short', ladder: 'overdue', ...words }), end()], ['begin -> ask -> end']);

describe('the time limit of a user task', () => {
  it('starts a clock that wakes for yellow and for red', async () => {
    const run = begun(await limited());

    expect(run.lines.slice(6)).toEqual([
      'user-task-created ask nobody',
      'clock-started ask',
      'timer-armed ask light:yellow 2026-09-10T04:00:00',
      'timer-armed ask light:red 2026-09-10T05:00:00',
      'element-waiting ask',
    ]);
  });

  it('turns the light yellow', async () => {
    const run = begun(await limited());
    run.fire('ask', 'light:yellow');

    expect(run.lines).toEqual(['timer-fired ask light:yellow', 'light-changed ask yellow']);
    expect(run.at('ask').userTask?.clock?.light).toBe('yellow');
  });

  it('turns the light red and starts the ladder, and nothing is completed', async () => {
    const run = begun(await limited());
    run.fire('ask', 'light:yellow');
    run.fire('ask', 'light:red');

    expect(run.lines).toEqual(['timer-fired ask light:red', 'light-changed ask red', 'ladder-started ask overdue']);
    expect(run.effects.at(-1)).toEqual({ do: 'start-ladder', task: 2, scope: 0, ladder: 'overdue' });
    expect(run.at('ask').state).toBe('waiting');
  });

  it('never goes back from red to yellow, in whatever order the timers come', async () => {
    const run = begun(await limited());
    const yellow = run.at('ask').timers['light:yellow'];
    run.fire('ask', 'light:red');

    expect(run.lines.slice(0, 2)).toEqual(['timer-fired ask light:red', 'timer-disarmed ask light:yellow']);
    const late = { element: 2, scope: 0, key: 'light:yellow', generation: yellow?.generation ?? 0 };
    expect(run.do({ type: 'fire-timer', ...late })).toBe('timer-stale');
  });

  it('starts no ladder where none is named', async () => {
    const run = begun(await drawn([start(), userTask('ask', { limit: 'short' }), end()], ['begin -> ask -> end']));
    run.fire('ask', 'light:red');

    expect(run.lines.at(-1)).toBe('light-changed ask red');
  });

  it('stops when the user task is completed', async () => {
    const run = begun(await limited());
    run.complete('ask');

    expect(run.lines.slice(0, 3)).toEqual([
      'user-task-completed ask',
      'timer-disarmed ask light:red',
      'timer-disarmed ask light:yellow',
    ]);
  });

  it('colours nothing any more once it is completed, also when the way out is stuck', async () => {
    const run = begun(await limited({ outputs: { result: noData } }));
    run.fire('ask', 'light:yellow');
    run.complete('ask');

    expect(run.alive().flatMap((element) => Object.keys(element.timers))).toEqual([]);
  });

  it('that comes out empty is no limit', async () => {
    const process = await drawn([start(), userTask('ask', { limit: '=route.limit' }), end()], ['begin -> ask -> end']);

    expect(begun(process).lines.join()).not.toContain('clock-started');
  });

  it('sticks with an unknown limit before anybody sees the user task', async () => {
    const run = begun(await limited(), {}, { limits: new Map() });

    expect(run.lines.at(-1)).toBe('incident-raised ask limit-unknown entering');
    expect(run.effects.map((effect) => effect.do)).toEqual(['raise-incident']);
  });

  it('sticks with a limit whose calendar is not there', async () => {
    const short: TimeLimit = { id: 'short', title: '短', amount: 1, unit: 'workingDays', calendar: 'none' };
    const run = begun(await limited(), {}, { limits: new Map([['short', short]]) });

    expect(run.lines.at(-1)).toBe('incident-raised ask calendar-unknown entering');
  });

  it('ends as much later as its instance was held, and keeps its light, when the time held does not count', async () => {
    const run = begun(await limited());
    run.fire('ask', 'light:yellow');
    const before = run.at('ask').userTask?.clock;
    run.do({ type: 'suspend', because: 'away', by });
    run.now = '2026-09-11T04:00:00.000Z';
    run.do({ type: 'resume', clocks: 'shift', by });

    expect(run.at('ask').userTask?.clock).toEqual({
      ...before,
      consumed: 3 * 3_600_000,
      runningSince: '2026-09-11T04:00:00.000Z',
      yellowAt: '2026-09-11T04:00:00.000Z',
      dueAt: '2026-09-11T05:00:00.000Z',
      light: 'yellow',
      generation: 2,
      pauses: [{ from: '2026-09-10T04:00:00.000Z', to: '2026-09-11T04:00:00.000Z', reason: '' }],
    });
    expect(run.effects).toContainEqual(
      expect.objectContaining({ do: 'set-user-task-clock', task: 2, light: 'yellow' }),
    );
    expect(run.at('ask').timers['light:red']?.due).toBe(run.at('ask').userTask?.clock?.dueAt);
  });

  it('stays when the time held counts', async () => {
    const run = begun(await limited());
    const before = run.at('ask').userTask?.clock;
    run.do({ type: 'suspend', because: 'away', by });
    run.now = '2026-09-11T04:00:00.000Z';
    run.do({ type: 'resume', clocks: 'run-on', by });

    expect(run.at('ask').userTask?.clock).toEqual(before);
  });

  it('is not mistaken for a boundary event called red', async () => {
    const nodes = [
      start(),
      userTask('ask', { limit: 'short' }),
      boundary('red', 'ask', 'duration=PT9H'),
      end(),
      end('late'),
    ];
    const run = begun(await drawn(nodes, ['begin -> ask -> end', 'red -> late']));
    run.fire('ask', 'light:red');

    expect(run.places()).toEqual(['ask']);
    expect(Object.keys(run.at('ask').timers)).toEqual(['red']);
  });
});
