import { describe, expect, it } from 'vitest';
import { drawn, end, exclusive, otherwise, parallel, start, plainTask, userTask, when } from './drawing.ts';
import { begun } from './instance-driver.ts';

const forkJoin = async () =>
  drawn(
    [start(), parallel('split'), userTask('one'), userTask('other'), parallel('join'), end()],
    ['begin -> split -> one -> join', 'split -> other -> join', 'join -> end'],
  );

describe('a parallel gateway', () => {
  it('puts a token on every outgoing flow', async () => {
    const nodes = [start(), parallel('split'), userTask('one'), userTask('other'), end()];
    const flows = ['begin -> split', 'split -> one', 'split -> other', 'one -> end', 'other -> end'];

    expect(begun(await drawn(nodes, flows)).places()).toEqual(['one', 'other']);
  });

  it('waits for a token on every incoming flow, then fires once', async () => {
    const run = begun(await forkJoin());
    run.complete('one');
    expect(run.lines.slice(3)).toEqual(['sequence-flow-taken one-join', 'token-arrived one-join']);
    run.complete('other');

    expect(run.lines.slice(3, 9)).toEqual([
      'sequence-flow-taken other-join',
      'token-arrived other-join',
      'tokens-joined join one-join other-join',
      'element-entered join',
      'element-completing join',
      'element-left join',
    ]);
    expect(run.instance.status).toBe('completed');
  });

  it('does not take two tokens on one flow for one on each', async () => {
    const nodes = [
      start(),
      parallel('split'),
      exclusive('merge'),
      plainTask('a'),
      plainTask('b'),
      userTask('c'),
      parallel('join'),
      end(),
    ];
    const flows = ['begin -> split -> a -> merge', 'split -> b -> merge', 'merge -> join', 'split -> c -> join -> end'];
    const run = begun(await drawn(nodes, flows));

    expect(run.instance.scopes[0]?.arrivals).toEqual({ 'merge-join': 2 });
    run.complete('c');
    expect(run.lines.filter((line) => /^tokens-joined|^incident/.test(line))).toEqual([
      'tokens-joined join merge-join c-join',
      'tokens-joined join merge-join',
      'incident-raised join join-starved entering',
    ]);
  });

  it('is stuck, and not the end, when the tokens it waits for cannot come any more', async () => {
    const nodes = [start(), exclusive('which'), userTask('one'), userTask('other'), parallel('join'), end()];
    const flows = [
      'begin -> which',
      when('which -> one', 'true'),
      otherwise('which -> other'),
      'one -> join',
      'other -> join',
      'join -> end',
    ];
    const run = begun(await drawn(nodes, flows));
    run.complete('one');

    expect(run.lines.slice(-3)).toEqual([
      'tokens-joined join one-join',
      'element-entered join',
      'incident-raised join join-starved entering',
    ]);
    expect(run.instance.status).toBe('running');
    run.resolve('join');
    expect(run.instance.status).toBe('completed');
  });
});
