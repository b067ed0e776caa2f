import { DatabaseUnavailable } from '../database-unavailable.ts';

interface Waiter {
  enter(): void;
  readonly timeout: NodeJS.Timeout;
}

/** Lets one piece of work in at a time, in the order of arrival. */
export interface FairQueue {
  /**
   * Waits for its turn; call `leave` once when done.
   *
   * @throws DatabaseUnavailable when the turn does not come in time
   */
  enter(): Promise<void>;
  leave(): void;
  /** How many wait for their turn, and whether somebody is inside. */
  use(): { readonly waiting: number; readonly busy: boolean };
}

/**
 * @param timeoutMs how long one waits for its turn at most
 */
export function fairQueue(timeoutMs: number): FairQueue {
  const waiters: Waiter[] = [];
  let occupied = false;
  return {
    enter: () =>
      new Promise((resolve, reject) => {
        if (!occupied) {
          occupied = true;
          return resolve();
        }
        const waiter: Waiter = {
          enter: resolve,
          timeout: setTimeout(() => {
            waiters.splice(waiters.indexOf(waiter), 1);
            reject(new DatabaseUnavailable(new Error(`no turn at the embedded database for ${timeoutMs} ms`)));
          }, timeoutMs),
        };
        waiters.push(waiter);
      }),
    use: () => ({ waiting: waiters.length, busy: occupied }),
    leave() {
      const next = waiters.shift();
      if (next === undefined) {
        occupied = false;
        return;
      }
      clearTimeout(next.timeout);
      next.enter();
    },
  };
}
