import { AsyncLocalStorage } from 'node:async_hooks';
import type { ConnectionSource } from './connections/connection.ts';

interface Scope {
  open: boolean;
}

const current = new AsyncLocalStorage<Scope>();

/** Runs work as the inside of a transaction: until it ends, whatever it starts may not ask for another connection. */
export async function insideTransaction<T>(work: () => Promise<T>): Promise<T> {
  const scope: Scope = { open: true };
  try {
    return await current.run(scope, work);
  } finally {
    scope.open = false;
  }
}

/**
 * A source that refuses a second connection to work that holds one. On the embedded database such work would wait for
 * itself for ever; on PostgreSQL it would do so as soon as the pool is empty, which is the worst moment to learn of it.
 */
export function refusingNested(source: ConnectionSource): ConnectionSource {
  return {
    kind: source.kind,
    async acquire() {
      if (current.getStore()?.open === true)
        throw new Error('Bug: the database was asked from inside a transaction. Use the transaction that is open.');
      return source.acquire();
    },
    use: () => source.use(),
    close: () => source.close(),
  };
}
