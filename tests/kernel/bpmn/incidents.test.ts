import { describe, expect, it } from 'vitest';
import { drawn, end, exclusive, noData, otherwise, serviceTask, start, plainTask, userTask, when } from './drawing.ts';
import { begun } from './instance-driver.ts';

describe('an incident while an element is entered', () => {
  it('keeps the token there, and what else is alive goes on', async () => {
    const nodes = [start(), userTask('stuck', { to: 'head@case.area' }), userTask('fine'), end()];
    const run = begun(await drawn(nodes, ['begin -> stuck -> end', 'begin -> fine -> end']));
    run.complete('fine');

    expect(run.places()).toEqual(['stuck']);
    expect(run.effects.map((effect) => effect.do)).not.toContain('clear-incident');
  });

  it('enters again when it is resolved, with the variables that were missing', async () => {
    const nodes = [start(), userTask('ask', { to: 'head@case.area', inputs: { where: 'case.area' } }), end()];
    const run = begun(await drawn(nodes, ['begin -> ask -> end']));
    run.resolve('ask', { case: { area: 'g1' } });

    expect(run.lines).toEqual([
      'incident-resolved ask',
      'variables-set {"case":{"area":"g1"}}',
      'variables-set ask {"where":"g1"}',
      'user-task-created ask head@g1',
      'element-waiting ask',
    ]);
  });

  it('is raised again when nothing has changed', async () => {
    const run = begun(
      await drawn([start(), userTask('ask', { to: 'head@case.area' }), end()], ['begin -> ask -> end']),
    );
    run.resolve('ask');

    expect(run.lines).toEqual(['incident-resolved ask', 'incident-raised ask assignment-empty entering']);
    expect(run.resolve('ask')).toBeNull();
  });
});

describe('what an incident says', () => {
  const failing = async (zh: string) => {
    const run = begun(await drawn([start(), serviceTask('do'), end()], ['begin -> do -> end']));
    const { id, scope, job = 0 } = run.at('do');
    run.do({ type: 'fail-job', element: id, scope, job, code: 'x', zh, en: 'It failed.', detail: 'E42' });
    return run.at('do').incident;
  };

  it('always has what can be done about it', async () => {
    expect((await failing('没成。'))?.zh).toMatch(/^没成。请改正.*重试/);
    expect((await failing('没成。请再试。'))?.zh).toBe('没成。请再试。');
  });

  it('keeps what a machine said apart from its sentences', async () => {
    expect(await failing('没成。')).toMatchObject({ detail: 'E42', zh: expect.not.stringContaining('E42') });
  });
});

describe('an incident behind a completion', () => {
  const nodes = [start(), userTask('ask', { outputs: { size: 'size' } }), exclusive('which'), end('a'), end('b')];
  const flows = ['begin -> ask -> which', when('which -> a', 'size > 5'), otherwise('which -> b')];

  it('leaves the completion done: what was submitted is never lost', async () => {
    const run = begun(await drawn(nodes, flows));

    expect(run.complete('ask', { size: 'big' })).toBeNull();
    expect(run.lines.slice(0, 4)).toEqual([
      'user-task-completed ask',
      'variables-set {"size":"big"}',
      'element-completing ask',
      'element-left ask',
    ]);
    expect(run.lines.at(-1)).toBe('incident-raised which condition-not-boolean completing');
    expect(run.variables()).toEqual({ size: 'big' });
  });

  it('goes on from there when it is resolved, and completes nothing again', async () => {
    const run = begun(await drawn(nodes, flows));
    run.complete('ask', { size: 'big' });
    run.resolve('which', { size: 9 });

    expect(run.lines).toContain('sequence-flow-taken which-a');
    expect(run.events.filter((event) => event.type === 'user-task-completed')).toHaveLength(1);
  });

  it('keeps an activity whose conditional way out fails', async () => {
    const legs = ['begin -> ask', when('ask -> a', 'size > 5'), when('ask -> b', 'size <= 5')];
    const run = begun(await drawn([start(), userTask('ask'), end('a'), end('b')], legs));
    run.complete('ask');

    expect(run.lines.slice(-2)).toEqual([
      'element-completing ask',
      'incident-raised ask condition-not-boolean completing',
    ]);
    expect(run.at('ask')).toMatchObject({ state: 'completing', timers: {} });
    expect(run.at('ask').userTask).toBeUndefined();
  });
});

describe('an output mapping that fails', () => {
  const failing = async () =>
    drawn(
      [start(), userTask('ask', { outputs: { result: 'how', more: `if fix = true then how else ${noData}` } }), end()],
      ['begin -> ask -> end'],
    );

  it('keeps what it reads of the submission, and nothing else of it', async () => {
    const run = begun(await failing());
    run.complete('ask', { how: 'solved', phone: '13900000000' });

    expect(run.lines).toEqual([
      'user-task-completed ask',
      'variables-set ask {"how":"solved"}',
      'incident-raised ask expression-result-not-data completing',
    ]);
    expect(JSON.stringify(run.instance)).not.toContain('13900000000');
    expect(run.variables()).toEqual({});
  });

  it('is tried again with it when the incident is resolved', async () => {
    const run = begun(await failing());
    run.complete('ask', { how: 'solved' });
    run.resolve('ask', { fix: true });

    expect(run.variables()).toEqual({ fix: true, result: 'solved', more: 'solved' });
    expect(run.instance.status).toBe('completed');
  });

  it('of a plain task is not taken for a task that still waits', async () => {
    const supplied = { choices: new Map(), waits: new Set(['look']) };
    const process = await drawn(
      [start(), plainTask('look', { outputs: { seen: noData } }), end()],
      ['begin -> look -> end'],
    );
    const run = begun(process, {}, { supplied });
    run.complete('look');

    expect(run.at('look').incident?.at).toBe('completing');
    expect(run.complete('look')).toBe('unknown-element');
  });
});

describe('a job that has failed for good', () => {
  it('is tried as a new job when the incident is resolved', async () => {
    const run = begun(await drawn([start(), serviceTask('do'), end()], ['begin -> do -> end']));
    run.failJob('do');
    run.resolve('do');

    expect(run.lines).toEqual(['incident-resolved do', 'job-created do work #2']);
    expect(run.effects.map((effect) => effect.do)).toEqual(['clear-incident', 'create-job']);
  });

  it('cannot be completed or fail a second time meanwhile', async () => {
    const run = begun(await drawn([start(), serviceTask('do'), end()], ['begin -> do -> end']));
    run.failJob('do');

    expect(run.complete('do')).toBe('job-stale');
    expect(run.failJob('do')).toBe('job-stale');
  });

  it('is taken away with its incident when the instance is cancelled', async () => {
    const run = begun(await drawn([start(), serviceTask('do'), end()], ['begin -> do -> end']));
    run.failJob('do');
    run.cancel();

    expect(run.events).toContainEqual(
      expect.objectContaining({ type: 'incident-resolved', by: { system: 'operator' } }),
    );
    expect(run.effects.map((effect) => effect.do)).toEqual(['cancel-job', 'clear-incident', 'end-companions']);
  });
});
