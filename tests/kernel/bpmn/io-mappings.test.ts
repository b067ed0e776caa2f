import { describe, expect, it } from 'vitest';
import { drawn, end, serviceTask, start, userTask } from './drawing.ts';
import { begun } from './instance-driver.ts';

const mapped = async (words: Parameters<typeof userTask>[1]) =>
  drawn([start(), userTask('ask', words), end()], ['begin -> ask -> end']);

describe('an input mapping', () => {
  it('makes a local variable that nobody else sees', async () => {
    const run = begun(await mapped({ inputs: { suggested: 'route.post' } }), { route: { post: 'head' } });

    expect(run.at('ask').variables).toEqual({ suggested: 'head' });
    expect(run.variables()).toEqual({ route: { post: 'head' } });
  });

  it('sees what the one before it made', async () => {
    const run = begun(await mapped({ inputs: { a: '1', b: 'a + 1', c: 'b + 1' } }));

    expect(run.at('ask').variables).toEqual({ a: 1, b: 2, c: 3 });
  });

  it('changes one member of an object, locally', async () => {
    const run = begun(await mapped({ inputs: { 'case.note': '"x"' } }), { case: { area: 'g1' } });

    expect(run.at('ask').variables).toEqual({ case: { area: 'g1', note: 'x' } });
    expect(run.variables()).toEqual({ case: { area: 'g1' } });
  });

  it('that fails sticks the activity before anything else', async () => {
    const nodes = [start(), serviceTask('do', { inputs: { x: 'function(a) a' } }), end()];
    const run = begun(await drawn(nodes, ['begin -> do -> end']));

    expect(run.lines.slice(-2)).toEqual([
      'element-entered do',
      'incident-raised do expression-result-not-data entering',
    ]);
  });
});

describe('an output mapping', () => {
  it('changes one member of a variable and leaves the others', async () => {
    const run = begun(await mapped({ outputs: { 'route.post': 'newPost' } }), { route: { post: 'a', limit: 'short' } });
    run.complete('ask', { newPost: 'clerk' });

    expect(run.variables()).toEqual({ route: { post: 'clerk', limit: 'short' } });
  });

  it('sees what the one before it made', async () => {
    const outputs = { 'route.post': 'newPost', 'route.told': '[route.post]' };
    const run = begun(await mapped({ outputs }), { route: { post: 'a' } });
    run.complete('ask', { newPost: 'clerk' });

    expect(run.variables()).toEqual({ route: { post: 'clerk', told: ['clerk'] } });
  });

  it('makes the objects on the way to its target', async () => {
    const run = begun(await mapped({ outputs: { 'a.b.c': '1', 'a.b.d': '2' } }), { a: 'text' });
    run.complete('ask');

    expect(run.variables()).toEqual({ a: { b: { c: 1, d: 2 } } });
  });

  it('sees local variables and what was submitted', async () => {
    const run = begun(await mapped({ inputs: { base: '10' }, outputs: { sum: 'base + amount' } }));
    run.complete('ask', { amount: 5 });

    expect(run.variables()).toEqual({ sum: 15 });
  });

  it('takes nothing of a form along that has the name of its target', async () => {
    const run = begun(await mapped({ outputs: { 'route.post': '"clerk"' } }), { route: { limit: 'short' } });
    run.complete('ask', { route: { phone: '13900000000' } });

    expect(run.variables()).toEqual({ route: { limit: 'short', post: 'clerk' } });
  });

  it.each(['__proto__', 'constructor', 'toString.x'])('may have a target of any name: %s', async (target) => {
    const run = begun(await mapped({ outputs: { [target]: '1' } }));
    run.complete('ask');

    expect(Object.keys(run.variables())).toEqual([target.split('.')[0]]);
    expect(({} as { x?: unknown }).x).toBeUndefined();
  });
});
