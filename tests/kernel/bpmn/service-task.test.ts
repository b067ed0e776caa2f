import { describe, expect, it } from 'vitest';
import { drawn, end, serviceTask, start } from './drawing.ts';
import { begun } from './instance-driver.ts';

const working = async (words: Parameters<typeof serviceTask>[1] = {}) =>
  drawn([start(), serviceTask('do', words), end()], ['begin -> do -> end']);

describe('a service task', () => {
  it('becomes a job and waits', async () => {
    const run = begun(await working({ type: 'grid:notify', retries: 5 }));

    expect(run.lines.slice(5)).toEqual(['element-entered do', 'job-created do grid:notify #1', 'element-waiting do']);
    expect(run.effects).toEqual([
      { do: 'create-job', element: 2, scope: 0, job: 1, jobType: 'grid:notify', retries: 5, headers: {} },
    ]);
  });

  it('passes what the job answers on to the process', async () => {
    const run = begun(await working());
    run.complete('do', { rung: { index: 0 } });

    expect(run.lines.slice(0, 5)).toEqual([
      'job-completed do',
      'variables-set {"rung":{"index":0}}',
      'element-completing do',
      'element-left do',
      'sequence-flow-taken do-end',
    ]);
  });

  it('passes only what an output mapping names, where there is one', async () => {
    const run = begun(await working({ outputs: { level: 'answer.level' } }));
    run.complete('do', { answer: { level: 2 }, noise: true });

    expect(run.variables()).toEqual({ level: 2 });
  });

  it('shows the job its input mappings', async () => {
    const run = begun(await working({ inputs: { posts: 'route.told' } }), { route: { told: ['head'] } });

    expect(run.at('do').variables).toEqual({ posts: ['head'] });
    expect(run.lines).toContain('variables-set do {"posts":["head"]}');
    expect(run.variables()).toEqual({ route: { told: ['head'] } });
  });

  it('is stuck when its job has failed for good, and nothing else is undone', async () => {
    const run = begun(await working());
    run.failJob('do');

    expect(run.lines).toEqual(['incident-raised do no-luck job']);
    expect(run.at('do').incident).toMatchObject({ code: 'no-luck', zh: expect.stringMatching(/^没成。请/), at: 'job' });
  });

  it('takes its job back when it is cancelled', async () => {
    const run = begun(await working());
    run.cancel();

    expect(run.lines).toEqual(['job-cancelled do', 'element-cancelled do', 'instance-cancelled']);
    expect(run.effects[0]).toEqual({ do: 'cancel-job', element: 2 });
  });
});
