import { describe, expect, it } from 'vitest';
import { drawn, end, exclusive, otherwise, parallel, plainTask, start, userTask, when } from './drawing.ts';
import { begun } from './instance-driver.ts';

const budget = 100;
const circle = async () =>
  drawn(
    [start(), parallel('split'), userTask('ask'), exclusive('merge'), plainTask('again'), exclusive('x'), end()],
    ['begin -> split -> ask -> end', 'split -> merge -> again -> x', when('x -> end', 'stop'), otherwise('x -> merge')],
  );

describe('a model that runs in a circle', () => {
  it('is stopped by the budget of a step, which is kept with what is left to do', async () => {
    const run = begun(await circle(), { stop: false }, { budget });

    expect(run.instance.status).toBe('running');
    expect(run.instance.agenda.length).toBeGreaterThan(0);
    expect(run.effects).toContainEqual({ do: 'continue' });
  });

  it('goes on from there with the next command, as far as the budget goes', async () => {
    const run = begun(await circle(), { stop: false }, { budget });
    const before = run.instance.nextId;

    expect(run.do({ type: 'continue' })).toBeNull();
    expect(run.instance.nextId).toBeGreaterThan(before);
    expect(run.instance.agenda.length).toBeGreaterThan(0);
  });

  it('can be cancelled between two steps: then nothing is left', async () => {
    const run = begun(await circle(), { stop: false }, { budget });

    expect(run.do({ type: 'cancel-instance', because: 'endless', by: { system: 'operator' } })).toBeNull();
    expect(run.instance).toMatchObject({ status: 'cancelled', agenda: [] });
    expect(run.do({ type: 'continue' })).toBe('instance-ended');
  });

  it('takes no other command until it has come to rest', async () => {
    const run = begun(await circle(), { stop: false }, { budget });
    const task = run.at('ask').id;

    expect(run.do({ type: 'complete-user-task', task, scope: 0, variables: {}, by: { system: 'operator' } })).toBe(
      'agenda-pending',
    );
  });
});
