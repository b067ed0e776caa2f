import { setTimeout as sleep } from 'node:timers/promises';

/** Something that works by itself until it is stopped. */
export interface RestingLoop {
  /** When it last began to look for work, in milliseconds of `performance.now()`. */
  readonly lookedAt: () => number;
  /** There may be something to do now. */
  readonly wake: () => void;
  /** Ends after the work under way. */
  readonly stop: () => Promise<void>;
}

/**
 * Does work again and again, resting in between.
 *
 * @param work one round; answers how many milliseconds to rest at most before the next, 0 for none. It must not throw.
 */
export function startRestingLoop(work: () => Promise<number>): RestingLoop {
  const stopping = new AbortController();
  let woken = Promise.withResolvers<void>();
  let lookedAt = performance.now();
  const wake = (): void => woken.resolve();
  const run = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      lookedAt = performance.now();
      const rest = await work();
      if (rest <= 0) continue;
      await Promise.race([woken.promise, sleep(rest, undefined, { ref: false })]);
      woken = Promise.withResolvers<void>();
    }
  };
  const ended = run();
  return {
    wake,
    lookedAt: () => lookedAt,
    stop: async () => {
      stopping.abort();
      wake();
      await ended;
    },
  };
}
