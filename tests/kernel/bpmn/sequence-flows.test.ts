import { describe, expect, it } from 'vitest';
import { drawn, end, otherwise, parallel, passing, start, plainTask, userTask, when } from './drawing.ts';
import { begun, type InstanceDriver } from './instance-driver.ts';

const taken = (run: InstanceDriver): readonly string[] =>
  run.events.flatMap((event) =>
    event.type === 'sequence-flow-taken' && event.flow !== 'begin-do' ? [event.flow] : [],
  );
const nodes = [start(), plainTask('do'), end('a'), end('b'), end('c')];
const leaving = async (...legs: Parameters<typeof drawn>[1]) => drawn(nodes, ['begin -> do', ...legs]);

describe('the flows out of an activity', () => {
  it('are all taken that have no condition', async () => {
    expect(taken(begun(await leaving('do -> a', 'do -> b')))).toEqual(['do-a', 'do-b']);
  });

  it('are taken as far as their conditions hold, in the order they are drawn', async () => {
    const process = await leaving(when('do -> c', 'x > 1'), when('do -> a', 'x > 2'), when('do -> b', 'x > 9'));

    expect(taken(begun(process, { x: 5 }))).toEqual(['do-c', 'do-a']);
  });

  it('leave the default out as soon as a condition holds', async () => {
    const process = await leaving(otherwise('do -> a'), when('do -> b', 'x > 1'));

    expect(taken(begun(process, { x: 5 }))).toEqual(['do-b']);
    expect(taken(begun(process, { x: 1 }))).toEqual(['do-a']);
  });

  it('take the default beside those without a condition when no condition holds', async () => {
    const process = await leaving('do -> a', when('do -> b', 'x > 1'), otherwise('do -> c'));

    expect(taken(begun(process, { x: 1 }))).toEqual(['do-a', 'do-c']);
    expect(taken(begun(process, { x: 2 }))).toEqual(['do-a', 'do-b']);
  });

  it('hold the token when there is no way out', async () => {
    const run = begun(await leaving(when('do -> a', 'x > 1'), when('do -> b', 'x > 2')), { x: 0 });

    expect(run.lines.at(-1)).toBe('incident-raised do no-flow-taken completing');
  });

  it('hold the token when one condition fails, though another one holds', async () => {
    const run = begun(await leaving(when('do -> a', 'true'), when('do -> b', 'size > 1')), {});

    expect(run.lines.at(-1)).toBe('incident-raised do condition-not-boolean completing');
    expect(taken(run)).toEqual([]);
  });

  it('end the token where there are none', async () => {
    const run = begun(await drawn([start(), plainTask('do')], ['begin -> do']));

    expect(run.instance.status).toBe('completed');
  });
});

describe('a flow', () => {
  it('sees the variables of the process and not the local ones of its activity', async () => {
    const local = [start(), plainTask('do', { inputs: { x: '5' } }), end('a'), end('b')];
    const process = await drawn(local, ['begin -> do', when('do -> a', 'x = 1'), otherwise('do -> b')]);

    expect(taken(begun(process, { x: 1 }))).toEqual(['do-a']);
  });

  it('tells which stages pass by themselves when it is taken, and why', async () => {
    const process = await drawn([start(), end('a')], [passing('begin -> a', 'assign handle', '已当场处理')]);
    const run = begun(process);

    expect(run.lines).toContain('sequence-flow-taken begin-a passes assign,handle');
    expect(run.events).toContainEqual(expect.objectContaining({ because: '已当场处理' }));
  });

  it('leads two tokens into the same activity one after the other', async () => {
    const both = [start(), parallel('split'), userTask('ask'), plainTask('x'), end()];
    const run = begun(await drawn(both, ['begin -> split -> ask -> end', 'split -> x -> ask']));

    expect(run.alive().map(({ id, element }) => `${element} ${id}`)).toEqual(['ask 3', 'ask 5']);
  });
});
