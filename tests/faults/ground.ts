import { setTimeout as sleep } from 'node:timers/promises';
import { type DatabaseAddress, freshDatabaseOn } from '../harness/database/fresh-database.ts';
import { type PostgresCluster, startPostgres } from '../harness/database/postgres-cluster.ts';
import { realStreet, startStreet, StreetClock, type StreetServer } from '../harness/server/street.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';

/** What a journey stands on, by what is killed under it. */
export const grounds = [
  'the server with PGlite in it',
  'the server on PostgreSQL',
  'PostgreSQL under the server',
] as const;
export type GroundName = (typeof grounds)[number];

/** A street whose database can be taken away from under it, and comes back with what was committed. */
export interface Ground {
  readonly dataDir: string;
  readonly clock: StreetClock;
  /** Where the server listens now; another port after each start. */
  url(): string;
  /** SIGKILL to the process that holds the database; returns when it was started again and the server answers. */
  kill(): Promise<void>;
  rows<Row>(sql: string, ...params: readonly unknown[]): Promise<readonly Row[]>;
  /** Lets time pass, as when somebody comes back later. */
  passTime(ms: number): Promise<void>;
  /** What the servers wrote, for a failure to be understood. */
  output(): string;
  close(): Promise<void>;
}

interface Database {
  readonly address: DatabaseAddress;
  readonly cluster: PostgresCluster | null;
  remove(): Promise<void>;
}

/**
 * Makes a street with real accounts in which nothing has happened yet.
 *
 * @param local the time in the street, `2026-09-07 09:00`
 */
export async function openGround(name: GroundName, local: string): Promise<Ground> {
  const clock = new StreetClock(local);
  const database = await databaseOf(name);
  const { address, cluster } = database;
  const dataDir = address.kind === 'pglite' ? address.folder : temporaryFolder('street').path;
  const where = { dataDir, ...(address.kind === 'postgres' ? { databaseUrl: address.url } : {}) };
  let server = await startStreet(where, clock);
  let before = '';
  let [kills, restarting] = [0, Promise.resolve()];
  const killServer = async (): Promise<void> => {
    await server.kill();
    before += server.output();
    server = await startStreet(where, clock);
  };
  /** A question that a kill leaves without an answer is put again to what comes back. */
  const ask = async <Answer>(put: (to: StreetServer) => Promise<Answer>): Promise<Answer> => {
    await restarting;
    const killsBefore = kills;
    try {
      return await put(server);
    } catch (error) {
      if (kills === killsBefore) throw error;
      return ask(put);
    }
  };
  return {
    dataDir,
    clock,
    url: () => server.url,
    kill: () => {
      kills += 1;
      restarting = cluster === null ? killServer() : killCluster(cluster, server);
      return restarting;
    },
    rows: (sql, ...params) => ask((to) => to.rows(sql, ...params)),
    passTime: async (ms) => {
      clock.advance(ms);
      await ask((to) => to.tellTime());
    },
    output: () => before + server.output(),
    close: async () => {
      await server.stop();
      await database.remove();
    },
  };
}

async function databaseOf(name: GroundName): Promise<Database> {
  if (name !== 'PostgreSQL under the server') {
    const kind = name === 'the server on PostgreSQL' ? 'postgres' : 'pglite';
    const fresh = await freshDatabaseOn(kind, realStreet);
    return { address: fresh.address, cluster: null, remove: () => fresh.remove() };
  }
  const folder = temporaryFolder('cluster');
  const cluster = await startPostgres(`${folder.path}/postgres`);
  const address = { kind: 'postgres', url: cluster.url } as const;
  await realStreet.prepare(address);
  const remove = async (): Promise<void> => {
    await cluster.stop();
    folder.remove();
  };
  return { address, cluster, remove };
}

/** The server stays, and finds its database again by itself. */
async function killCluster(cluster: PostgresCluster, server: StreetServer): Promise<void> {
  await cluster.kill();
  await cluster.start();
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const answer = await fetch(`${server.url}/healthz`);
    await answer.body?.cancel();
    if (answer.ok) return;
    await sleep(50);
  }
  throw new Error('the server did not find its database again within ten seconds');
}
