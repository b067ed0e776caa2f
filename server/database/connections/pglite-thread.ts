import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { DatabaseUnavailable } from '../database-unavailable.ts';
import type { StatementResult } from './connection.ts';
import type { PgliteRequest, PgliteResponse, PgliteStart } from './pglite-messages.ts';

type Ask = PgliteRequest extends infer Request ? (Request extends PgliteRequest ? Omit<Request, 'id'> : never) : never;

interface Waiting {
  resolve(result: StatementResult): void;
  reject(error: Error): void;
}

/** The thread that holds the embedded database, seen from the server's thread: ask, and await the answer. */
export interface PgliteThread {
  ask(request: Ask): Promise<StatementResult>;
  /** Closes the database and ends the thread. */
  end(): Promise<void>;
}

class PgliteError extends Error {
  override readonly name = 'PgliteError';
}

/** Takes answers from the thread to those who asked, and tells all of them when the thread is lost. */
function correspondence(worker: Worker): PgliteThread {
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  let lost: DatabaseUnavailable | null = null;
  const lose = (cause: unknown): void => {
    lost ??= new DatabaseUnavailable(cause);
    for (const asked of waiting.values()) asked.reject(lost);
    waiting.clear();
  };
  worker.on('message', (response: PgliteResponse) => {
    const asked = waiting.get(response.id);
    waiting.delete(response.id);
    if ('failure' in response)
      asked?.reject(Object.assign(new PgliteError(response.failure.message), response.failure));
    else asked?.resolve({ rows: response.rows as StatementResult['rows'], affected: response.affected });
  });
  worker.on('error', lose);
  worker.on('exit', (code) => lose(new Error(`the embedded database ended with code ${code}`)));
  const ask = (request: Ask): Promise<StatementResult> =>
    new Promise((resolve, reject) => {
      if (lost !== null) return reject(lost);
      const id = ++lastId;
      waiting.set(id, { resolve, reject });
      worker.postMessage({ ...request, id });
    });
  return {
    ask,
    async end() {
      await ask({ do: 'close' });
      await worker.terminate();
    },
  };
}

/**
 * Starts the thread and waits until its database is open (cold: creating the files takes two to four seconds).
 *
 * @throws Error what the database said when it could not open its files
 */
export async function startPgliteThread(start: PgliteStart): Promise<PgliteThread> {
  const worker = new Worker(new URL('./pglite-worker.ts', import.meta.url), { workerData: start });
  await once(worker, 'message');
  return correspondence(worker);
}
