import { acquireTimeoutMs, type ConnectionSource, type LentConnection, type StatementResult } from './connection.ts';
import { fairQueue } from './fair-queue.ts';
import type { PgliteStart } from './pglite-messages.ts';
import { statements } from './statement-channel.ts';
import { type PgliteThread, startPgliteThread } from './pglite-thread.ts';

/**
 * The embedded database has neither autovacuum nor automatic checkpoints: left alone, 17 MB of write-ahead log grew to
 * 2.6 GB. So the server does both by the clock.
 */
const checkpointEveryMs = 60_000;
const vacuumEveryMs = 3_600_000;

async function upkeep(connections: ConnectionSource, sql: string, log: (message: string) => void): Promise<void> {
  try {
    const connection = await connections.acquire();
    await connection.script(sql).finally(() => connection.release(false));
  } catch (error) {
    log(`${sql} of the embedded database failed and is tried again later: ${String(error)}`);
  }
}

function lend(thread: PgliteThread, release: () => void): LentConnection {
  return {
    query: <Row>(sql: string, params: readonly unknown[]) => {
      if (statements.hasSubscribers) statements.publish(sql);
      return thread.ask({ do: 'query', sql, params }) as Promise<StatementResult<Row>>;
    },
    script: <Row>(sql: string) => {
      if (statements.hasSubscribers) statements.publish(sql);
      return thread.ask({ do: 'script', sql }) as Promise<StatementResult<Row>>;
    },
    release,
  };
}

/**
 * Opens the embedded database in a worker thread: one connection, lent to one piece of work after the other.
 *
 * @param start where its files are, or null for memory
 * @param log told when upkeep failed
 */
export async function pgliteConnections(start: PgliteStart, log: (message: string) => void): Promise<ConnectionSource> {
  const thread = await startPgliteThread(start);
  const queue = fairQueue(acquireTimeoutMs);
  const connections: ConnectionSource = {
    kind: 'pglite',
    async acquire() {
      await queue.enter();
      return lend(thread, () => queue.leave());
    },
    use() {
      const { waiting, busy } = queue.use();
      return { busy: busy ? 1 : 0, idle: busy ? 0 : 1, waiting };
    },
    async close() {
      for (const timer of timers) clearInterval(timer);
      await queue.enter();
      await thread.end();
    },
  };
  const timers = [
    setInterval(() => void upkeep(connections, 'checkpoint', log), checkpointEveryMs),
    setInterval(() => void upkeep(connections, 'vacuum (analyze)', log), vacuumEveryMs),
  ];
  for (const timer of timers) timer.unref();
  return connections;
}
