import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { columnParsers } from './column-values.ts';
import type { PgliteFailure, PgliteRequest, PgliteResponse, PgliteStart } from './pglite-messages.ts';

// The embedded database has a thread of its own: inside the server's thread a long query would stop every request and
// timer (3 million rows: 600 ms, and a loop of awaited queries let no timer fire at all).

const start = workerData as PgliteStart;
const port = parentPort;
if (port === null) throw new Error('this file is the entry of a worker thread');

const database = await PGlite.create({
  ...(start.directory === null ? {} : { dataDir: start.directory }),
  parsers: { ...columnParsers },
});
await database.exec("set timezone to 'UTC'");

function failureOf(error: unknown): PgliteFailure {
  if (!(error instanceof Error)) return { message: String(error) };
  const field = (name: string): string | undefined => {
    const value: unknown = Reflect.get(error, name);
    return typeof value === 'string' ? value : undefined;
  };
  const [code, detail, constraint] = [field('code'), field('detail'), field('constraint')];
  return {
    message: error.message,
    ...(code === undefined ? {} : { code }),
    ...(detail === undefined ? {} : { detail }),
    ...(constraint === undefined ? {} : { constraint }),
  };
}

async function answer(request: PgliteRequest): Promise<{ rows: readonly unknown[]; affected: number }> {
  switch (request.do) {
    case 'query': {
      const result = await database.query(request.sql, [...request.params]);
      return { rows: result.rows, affected: result.affectedRows ?? 0 };
    }
    case 'script': {
      const last = (await database.exec(request.sql)).at(-1);
      return { rows: last?.rows ?? [], affected: last?.affectedRows ?? 0 };
    }
    case 'close':
      await database.close();
      return { rows: [], affected: 0 };
  }
}

async function respond(request: PgliteRequest): Promise<void> {
  let response: PgliteResponse;
  try {
    response = { id: request.id, ...(await answer(request)) };
  } catch (error) {
    response = { id: request.id, failure: failureOf(error) };
  }
  port?.postMessage(response);
}

// One after the other, in the order asked: the database has one connection, and its own queue is not fair to scripts.
let last: Promise<void> = Promise.resolve();
port.on('message', (request: PgliteRequest) => {
  last = last.then(() => respond(request));
});
port.postMessage('ready');
