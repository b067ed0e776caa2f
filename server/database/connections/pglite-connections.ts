import { acquireTimeoutMs, type ConnectionSource, type LentConnection, type StatementResult } from './connection.ts';
import { fairQueue } from './fair-queue.ts';
import { freshStatistics } from './fresh-statistics.ts';
import type { PgliteStart } from './pglite-messages.ts';
import { statements } from './statement-channel.ts';
import { type PgliteThread, startPgliteThread } from './pglite-thread.ts';

/**
 * The embedded database has neither autovacuum nor automatic checkpoints: left alone, 17 MB of write-ahead log grew to
 * 2.6 GB. So the server does both by the clock. Statistics come sooner than rows are tidied up: with 10,000 open user tasks
 * and none, the first page of a county took 10 s, and everybody waited for the one connection; with them it takes 0.4 s.
 */
const checkpointEveryMs = 60_000;
const analyzeEveryMs = 20_000;
const vacuumEveryMs = 3_600_000;

interface Upkeep {
  readonly name: string;
  readonly everyMs: number;
  readonly work: (connections: ConnectionSource) => Promise<unknown>;
}

const upkeep: readonly Upkeep[] = [
  { name: 'checkpoint', everyMs: checkpointEveryMs, work: (connections) => run(connections, 'checkpoint') },
  { name: 'analyze', everyMs: analyzeEveryMs, work: freshStatistics },
  { name: 'vacuum', everyMs: vacuumEveryMs, work: (connections) => run(connections, 'vacuum (analyze)') },
];

async function run(connections: ConnectionSource, sql: string): Promise<void> {
  const connection = await connections.acquire();
  await connection.script(sql).finally(() => connection.release(false));
}

/** @returns the clock of it */
function keepUp(connections: ConnectionSource, { name, everyMs, work }: Upkeep, log: (message: string) => void) {
  const attempt = async (): Promise<void> => {
    try {
      await work(connections);
    } catch (error) {
      log(`${name} of the embedded database failed and is tried again later: ${String(error)}`);
    }
  };
  return setInterval(() => void attempt(), everyMs).unref();
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
  const timers = upkeep.map((one) => keepUp(connections, one, log));
  return connections;
}
