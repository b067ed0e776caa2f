import type { Connection } from './connections/connection.ts';
import { postgresConnections } from './connections/postgres-connections.ts';

/** Whether a PostgreSQL database holds no table yet. @throws DatabaseUnavailable */
export function isEmptyPostgres(url: string): Promise<boolean> {
  return onPostgres(url, async (connection) => {
    const { rows } = await connection.query<{ count: number }>(
      `select count(*) as count from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')`,
      [],
    );
    return rows[0]?.count === 0;
  });
}

/** Empties a PostgreSQL database for a backup to be restored into it. @throws DatabaseUnavailable */
export function emptyPostgres(url: string): Promise<void> {
  return onPostgres(url, async (connection) => {
    await connection.script('drop schema public cascade; create schema public');
  });
}

async function onPostgres<T>(url: string, work: (connection: Connection) => Promise<T>): Promise<T> {
  const source = postgresConnections(url, () => undefined);
  try {
    const connection = await source.acquire();
    return await work(connection).finally(() => connection.release(true));
  } finally {
    await source.close();
  }
}
