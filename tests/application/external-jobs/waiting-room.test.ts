import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createWaitingRoom, type Waiter } from '../../../server/application/external-jobs/waiting-room.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A database of jobs that are due, by type, the oldest first; and how often it was asked for what. */
function street() {
  const due: string[] = [];
  const asked: (readonly string[])[] = [];
  const room = createWaitingRoom<string>((types, most) => {
    asked.push(types);
    return Promise.resolve(due.filter((type) => types.includes(type)).slice(0, most));
  });
  const take = (types: readonly string[], most: number): Promise<readonly string[]> => {
    const taken: string[] = [];
    for (let at = due.findIndex((type) => types.includes(type)); at >= 0 && taken.length < most;) {
      taken.push(...due.splice(at, 1));
      at = due.findIndex((type) => types.includes(type));
    }
    return Promise.resolve(taken);
  };
  const answers: string[] = [];
  const waits = (name: string, more: Partial<Waiter<string>> = {}): void => {
    const waiter = {
      types: ['a'],
      most: 1,
      waitMs: 60_000,
      enough: new AbortController().signal,
      lease: take,
      ...more,
    };
    void room.wait(waiter).then(
      (jobs) => answers.push(`${name}: ${jobs.join(' ') || 'none'}`),
      (error: Error) => answers.push(`${name}: ${error.message}`),
    );
  };
  return { due, asked, room, answers, waits };
}

const aWhile = (ms: number): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);
const names = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => `w${index}`);

describe('a hundred systems that wait', () => {
  it('ask the database as often as one does', async () => {
    const looksOf = async (count: number): Promise<number> => {
      const { asked, waits } = street();
      for (const name of names(count)) waits(name);
      await aWhile(1000);
      asked.length = 0;
      await aWhile(30_000);
      return asked.length;
    };

    vi.spyOn(Math, 'random').mockReturnValue(0.5);
    expect(await looksOf(100)).toBe(await looksOf(1));
  });

  it('ask for all their types together', async () => {
    const { asked, waits } = street();
    waits('one', { types: ['a', 'b'] });
    waits('two', { types: ['b', 'c'] });
    await aWhile(1000);

    expect(asked.at(-1)?.toSorted()).toEqual(['a', 'b', 'c']);
  });

  it('are served in the order in which they came, one job each before anybody has two', async () => {
    const { due, room, answers, waits } = street();
    for (const name of names(3)) waits(name, { most: 5 });
    await aWhile(200);
    due.push('a', 'a', 'a', 'a');
    room.wake();
    await aWhile(0);

    expect(answers).toEqual(['w0: a a', 'w1: a', 'w2: a']);
  });

  it('leave the job to the first of them who may do it', async () => {
    const { due, room, answers, waits } = street();
    waits('other', { types: ['b'] });
    waits('first');
    waits('second');
    await aWhile(200);
    due.push('a');
    room.wake();
    await aWhile(0);

    expect(answers).toEqual(['first: a']);
  });
});

describe('a system that waits', () => {
  it('has its job at once when the room is woken, without waiting for the next look', async () => {
    const { due, room, answers, waits } = street();
    waits('one');
    await aWhile(200);
    due.push('a');
    room.wake();
    await aWhile(0);

    expect(answers).toEqual(['one: a']);
  });

  it('has a job that another node left at the next look', async () => {
    const { due, answers, waits } = street();
    waits('one');
    await aWhile(100);
    due.push('a');
    await aWhile(1000);

    expect(answers).toEqual(['one: a']);
  });

  it('is not looked for in a rush when the room is woken in a rush', async () => {
    const { asked, room, waits } = street();
    waits('one');
    await aWhile(200);
    asked.length = 0;
    for (let count = 0; count < 1000; count += 1) {
      room.wake();
      await aWhile(1);
    }

    expect(asked.length).toBeLessThanOrEqual(21);
  });

  it('is answered with none when its time is over, and nobody looks for it any more', async () => {
    const { asked, room, answers, waits } = street();
    waits('one', { waitMs: 2000 });
    await aWhile(2100);
    asked.length = 0;
    await aWhile(10_000);

    expect(answers).toEqual(['one: none']);
    expect([asked.length, room.isEmpty(), vi.getTimerCount()]).toEqual([0, true, 0]);
  });

  it('keeps nobody else waiting when it can take nothing', async () => {
    const { due, room, answers, waits } = street();
    waits('revoked', { lease: () => Promise.resolve([]) });
    waits('next');
    await aWhile(200);
    due.push('a');
    room.wake();
    await aWhile(0);

    expect(answers).toEqual(['next: a']);
  });

  it('is told when its jobs cannot be leased, and the others have theirs', async () => {
    const { due, room, answers, waits } = street();
    waits('unlucky', { lease: () => Promise.reject(new Error('away')) });
    waits('next');
    await aWhile(200);
    due.push('a', 'a');
    room.wake();
    await aWhile(0);

    expect(answers.toSorted()).toEqual(['next: a', 'unlucky: away']);
  });

  it('has the jobs it was being given when its time ends', async () => {
    const { due, room, answers, waits } = street();
    const slow = Promise.withResolvers<readonly string[]>();
    waits('one', { waitMs: 1000, lease: () => slow.promise });
    await aWhile(200);
    due.push('a');
    room.wake();
    await aWhile(2000);
    slow.resolve(['a']);
    await aWhile(0);

    expect(answers).toEqual(['one: a']);
  });
});

describe('when the program ends', () => {
  it('all that wait are answered at once', async () => {
    const { room, answers, waits } = street();
    const closing = new AbortController();
    for (const name of names(100)) waits(name, { enough: closing.signal });
    await aWhile(100);
    closing.abort();
    await aWhile(0);
    const told = [...answers];
    await aWhile(100);

    expect(told).toEqual(names(100).map((name) => `${name}: none`));
    expect([room.isEmpty(), vi.getTimerCount()]).toEqual([true, 0]);
  });

  it('or the database is away, all are told so', async () => {
    const away = createWaitingRoom<string>(() => Promise.reject(new Error('away')));
    const waiter = {
      types: ['a'],
      most: 1,
      waitMs: 60_000,
      enough: new AbortController().signal,
      lease: () => Promise.resolve([]),
    };

    await expect(Promise.allSettled([away.wait(waiter), away.wait(waiter)])).resolves.toMatchObject([
      { status: 'rejected' },
      { status: 'rejected' },
    ]);
  });
});
