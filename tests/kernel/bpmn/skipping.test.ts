import { describe, expect, it } from 'vitest';
import { drawn, end, exclusive, otherwise, serviceTask, start, userTask, when } from './drawing.ts';
import { begun, type InstanceDriver } from './instance-driver.ts';

function skip(run: InstanceDriver, element: string, variables?: { readonly [name: string]: number }): string | null {
  const { id, scope } = run.at(element);
  const set = variables === undefined ? {} : { variables };
  const by = { person: 'operator' };
  return run.do({ type: 'resolve-incident', element: id, scope, skip: true, because: '已经手工办了', ...set, by });
}

describe('skipping what is stuck', () => {
  it('takes the way out of a job that failed, as if it had been done, and says why', async () => {
    const run = begun(
      await drawn([start(), serviceTask('do'), userTask('next'), end()], ['begin -> do -> next -> end']),
    );
    run.failJob('do');

    expect(skip(run, 'do')).toBeNull();
    expect(run.places()).toEqual(['next']);
    expect(run.events).toContainEqual(
      expect.objectContaining({ type: 'incident-resolved', skipped: true, because: '已经手工办了' }),
    );
    expect(run.effects.map((effect) => effect.do)).toContain('clear-incident');
  });

  it('sets what the work would have set, where it is given', async () => {
    const flows = ['begin -> do -> which', when('which -> big', 'size > 5'), otherwise('which -> small')];
    const run = begun(await drawn([start(), serviceTask('do'), exclusive('which'), end('big'), end('small')], flows));
    run.failJob('do');
    skip(run, 'do', { size: 9 });

    expect(run.lines).toContain('sequence-flow-taken which-big');
  });

  it('gets past an element that could not be entered', async () => {
    const nodes = [start(), userTask('ask', { to: 'head@case.area' }), userTask('next'), end()];
    const run = begun(await drawn(nodes, ['begin -> ask -> next -> end']));

    expect(skip(run, 'ask')).toBeNull();
    expect(run.places()).toEqual(['next']);
  });

  it('is refused where the way out is what is stuck: nobody said which way', async () => {
    const flows = ['begin -> which', when('which -> a', 'size > 5'), when('which -> b', 'size < 5')];
    const run = begun(await drawn([start(), exclusive('which'), end('a'), end('b')], flows), { size: 5 });
    const before = run.instance;

    expect(skip(run, 'which')).toBe('cannot-skip');
    expect(run.instance).toEqual(before);
  });
});

describe('trying a job again', () => {
  it('makes it anew from the variables as they are now', async () => {
    const nodes = [start(), serviceTask('do', { inputs: { where: 'place' } }), end()];
    const run = begun(await drawn(nodes, ['begin -> do -> end']), { place: 'nowhere' });
    run.failJob('do');
    run.resolve('do', { place: 'here' });

    expect(run.at('do').variables).toEqual({ where: 'here' });
    expect(run.at('do').job).toBe(2);
  });
});
