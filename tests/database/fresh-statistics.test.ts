import { expect, it } from 'vitest';
import type { ConnectionSource } from '../../server/database/connections/connection.ts';
import { freshStatistics } from '../../server/database/connections/fresh-statistics.ts';
import { pgliteConnections } from '../../server/database/connections/pglite-connections.ts';
import { postgresConnections } from '../../server/database/connections/postgres-connections.ts';
import { embeddedDatabaseFolder } from '../../server/database/data-directory.ts';
import { type DatabaseAddress, freshDatabase } from '../harness/database/fresh-database.ts';
import { emptySchema } from './open-test-database.ts';

function connectionsTo(address: DatabaseAddress): Promise<ConnectionSource> | ConnectionSource {
  const silent = (): void => undefined;
  return address.kind === 'postgres'
    ? postgresConnections(address.url, silent)
    : pgliteConnections({ directory: embeddedDatabaseFolder(address.folder) }, silent);
}

it('what comes in by the thousand is known to the planner after one look, and is not looked at again', async () => {
  // Given a database whose statistics are up to date, and no autovacuum for a table that is new
  const fresh = await freshDatabase(emptySchema);
  const source = await connectionsTo(fresh.address);
  const connection = await source.acquire();
  await freshStatistics({ acquire: () => Promise.resolve({ ...connection, release: () => undefined }) });
  await connection.script('create table many (id int primary key) with (autovacuum_enabled = false)');

  // When thousands of rows come in
  await connection.script('insert into many select generate_series(1, 5000)');
  connection.release(false);
  const looks = [await freshStatistics(source), await freshStatistics(source)];

  // Then they are counted, by the first look
  const asking = await source.acquire();
  const { rows } = await asking.query(`select reltuples::int as rows from pg_class where relname = 'many'`, []);
  asking.release(false);
  expect([looks.map((names) => names.includes('many')), rows]).toEqual([[true, false], [{ rows: 5000 }]]);
  await source.close();
  await fresh.remove();
});
