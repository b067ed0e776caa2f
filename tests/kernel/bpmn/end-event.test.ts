import { describe, expect, it } from 'vitest';
import { drawn, end, parallel, start, userTask } from './drawing.ts';
import { begun } from './instance-driver.ts';

describe('a none end event', () => {
  it('takes the last token and ends the instance', async () => {
    const run = begun(await drawn([start('begin'), end('end')], ['begin -> end']));

    expect(run.lines.slice(5)).toEqual([
      'element-entered end',
      'element-completing end',
      'element-left end',
      'instance-completed',
    ]);
    expect(run.instance).toMatchObject({ status: 'completed', agenda: [] });
  });

  it('leaves the instance running while another token waits', async () => {
    const nodes = [start(), parallel('split'), userTask('ask'), end('early'), end('late')];
    const run = begun(await drawn(nodes, ['begin -> split -> ask -> late', 'split -> early']));

    expect(run.lines).toContain('element-left early');
    expect(run.instance.status).toBe('running');
    run.complete('ask');
    expect(run.instance.status).toBe('completed');
  });

  it('takes every token that comes', async () => {
    const nodes = [start(), parallel('split'), end()];
    const run = begun(await drawn([...nodes, userTask('wait')], ['begin -> split -> end', 'split -> wait -> end']));

    run.complete('wait');

    expect(run.events.filter((event) => event.type === 'element-left' && event.element === 'end')).toHaveLength(2);
  });

  it('tells the companions that the instance has ended', async () => {
    const run = begun(await drawn([start('begin'), end('end')], ['begin -> end']));

    expect(run.effects).toEqual([{ do: 'end-companions', task: null }]);
  });
});
