import { AsyncLocalStorage } from 'node:async_hooks';

const current = new AsyncLocalStorage<string>();

/**
 * Does work for a cause: every log line, job and letter that comes of it carries the cause's id, so that a case can be
 * followed through the log of any number of nodes.
 *
 * @param id of the request; of a job or a letter what its row says; a new one for what begins by itself
 */
export function withCorrelation<T>(id: string, work: () => T): T {
  return current.run(id, work);
}

/** The cause of what is being done; null outside of any. */
export function correlation(): string | null {
  return current.getStore() ?? null;
}

/** Facts of a log line with the cause. */
export function correlated(facts: object): object {
  const id = correlation();
  return id === null ? facts : { ...facts, correlation: id };
}
