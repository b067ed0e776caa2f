import { describe, expect, it } from 'vitest';
import { boundary, drawn, end, start, plainTask } from './drawing.ts';
import { begun } from './instance-driver.ts';

const supplied = { choices: new Map(), waits: new Set(['look']) };

describe('a plain task', () => {
  it('completes at once', async () => {
    const run = begun(await drawn([start(), plainTask('look'), end()], ['begin -> look -> end']));

    expect(run.lines.slice(5, 9)).toEqual([
      'element-entered look',
      'element-completing look',
      'element-left look',
      'sequence-flow-taken look-end',
    ]);
  });

  it('maps variables on its way', async () => {
    const nodes = [start(), plainTask('count', { outputs: { round: 'round + 1' } }), end()];
    const run = begun(await drawn(nodes, ['begin -> count -> end']), { round: 1 });

    expect(run.variables()).toEqual({ round: 2 });
  });

  it('waits where a steps file says that somebody is still at it', async () => {
    const run = begun(await drawn([start(), plainTask('look'), end()], ['begin -> look -> end']), {}, { supplied });
    expect(run.lines.at(-1)).toBe('element-waiting look');

    run.complete('look', { seen: true });
    expect(run.variables()).toEqual({ seen: true });
  });

  it('arms the timers on its boundary only while it waits', async () => {
    const nodes = [start(), plainTask('look'), boundary('late', 'look', 'duration=PT1H'), end(), end('other')];
    const process = await drawn(nodes, ['begin -> look -> end', 'late -> other']);

    expect(begun(process).lines.join()).not.toContain('timer-armed');
    expect(begun(process, {}, { supplied }).lines).toContain('timer-armed look late 2026-09-10T02:00:00');
  });
});
