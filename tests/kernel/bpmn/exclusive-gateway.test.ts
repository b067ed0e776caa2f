import { describe, expect, it } from 'vitest';
import { drawn, end, exclusive, otherwise, start, plainTask, userTask, when } from './drawing.ts';
import { begun } from './instance-driver.ts';

const nodes = [start(), exclusive('which'), end('small'), end('large'), end('rest')];
const flows = [
  'begin -> which',
  when('which -> small', 'size < 10'),
  when('which -> large', 'size > 5'),
  otherwise('which -> rest'),
];

describe('an exclusive gateway', () => {
  it('takes the first flow whose condition holds, and no other', async () => {
    const run = begun(await drawn(nodes, flows), { size: 7 });

    expect(run.lines.slice(5, 9)).toEqual([
      'element-entered which',
      'element-completing which',
      'element-left which',
      'sequence-flow-taken which-small',
    ]);
    expect(run.lines).not.toContain('sequence-flow-taken which-large');
  });

  it('takes the default flow when no condition holds, wherever it stands', async () => {
    const first = ['begin -> which', otherwise('which -> rest'), when('which -> small', 'size < 10')];

    expect(begun(await drawn(nodes, first), { size: 12 }).lines).toContain('sequence-flow-taken which-rest');
    expect(begun(await drawn(nodes, first), { size: 2 }).lines).toContain('sequence-flow-taken which-small');
  });

  it('passes each token on as it comes, without waiting for another', async () => {
    const joining = [start(), plainTask('one'), plainTask('other'), exclusive('join'), userTask('ask'), end()];
    const legs = ['begin -> one -> join', 'begin -> other -> join', 'join -> ask -> end'];
    const run = begun(await drawn(joining, legs));

    expect(run.places()).toEqual(['ask', 'ask']);
  });

  it('is stuck when no condition holds and there is no default', async () => {
    const run = begun(await drawn(nodes, ['begin -> which', when('which -> small', 'size < 1')]), { size: 2 });

    expect(run.lines.at(-1)).toBe('incident-raised which no-flow-taken completing');
    expect(run.places()).toEqual(['which']);
  });

  it('is stuck where a condition is no yes or no, and does not try the next one', async () => {
    const run = begun(await drawn(nodes, flows), { size: 'big' });

    expect(run.lines.at(-1)).toBe('incident-raised which condition-not-boolean completing');
    expect(run.at('which').incident?.zh).toContain('size');
  });

  it('does not guess where a flow has neither a condition nor is the default', async () => {
    const run = begun(await drawn(nodes, ['begin -> which -> small', 'which -> large']));

    expect(run.lines.at(-1)).toBe('incident-raised which condition-missing completing');
  });

  it('goes on when the variable it lacked is there', async () => {
    const run = begun(await drawn(nodes, flows));
    run.resolve('which', { size: 50 });

    expect(run.lines.slice(0, 4)).toEqual([
      'incident-resolved which',
      'variables-set {"size":50}',
      'element-left which',
      'sequence-flow-taken which-large',
    ]);
  });

  it('takes what a steps file chooses, whatever the conditions say', async () => {
    const supplied = { choices: new Map([['which', ['which-large']]]), waits: new Set<string>() };
    const run = begun(await drawn(nodes, flows), { size: 7 }, { supplied });

    expect(run.lines).toContain('sequence-flow-taken which-large');
  });
});
