import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawn, end, exclusive, otherwise, parallel, start, userTask, when } from '../drawing.ts';
import { EffectRows } from './effect-rows.ts';
import { liveThrough, type Life } from './live-through.ts';
import { everyLifeCanBeCancelled, everyLifeEnds } from './lives.ts';

// A larger run, with shrinking and figures: npm run simulate
const numRuns = 400;

describe('a random sound process', () => {
  it('ends whatever order its commands come in, and leaves nothing behind', async () => {
    const lives: Life[] = [];
    await fc.assert(
      everyLifeEnds((life) => lives.push(life)),
      { numRuns },
    );

    expect(lives).toHaveLength(numRuns);
  });

  it('can be cancelled at any moment, and leaves nothing open', async () => {
    const lives: Life[] = [];
    await fc.assert(
      everyLifeCanBeCancelled((life) => lives.push(life)),
      { numRuns },
    );

    expect(lives).toHaveLength(numRuns);
  });
});

describe('the check of lives', () => {
  it('sees a process that cannot end', async () => {
    const nodes = [start(), exclusive('one'), userTask('a'), userTask('b'), parallel('join'), end()];
    const legs = ['begin -> one', when('one -> a', 'true'), otherwise('one -> b'), 'a -> join', 'b -> join'];
    const process = await drawn([...nodes, userTask('c')], [...legs, 'join -> c', 'c -> c']);

    expect(() => liveThrough(process, 1)).toThrow('alive still after 5000 commands');
  });

  it('sees a row that is closed and was not open', () => {
    expect(() => new EffectRows().write({ do: 'disarm-timer', element: 1, key: 'timer' })).toThrow('was not open');
  });
});
