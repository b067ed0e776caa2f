import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PostgresCluster, startPostgres } from './database/postgres-cluster.ts';
import { temporaryFolder } from './temporary-folder.ts';

describe('a cluster of its own', () => {
  let cluster: PostgresCluster;

  beforeAll(async () => {
    cluster = await startPostgres(join(temporaryFolder('cluster').path, 'postgres'));
  });

  afterAll(() => cluster.stop());

  async function query(sql: string): Promise<unknown[]> {
    const client = new Client({ connectionString: cluster.url });
    await client.connect();
    const { rows } = await client.query(sql);
    await client.end();
    return rows;
  }

  it('keeps what was committed when its process is killed', async () => {
    await query('create table visit (place text)');
    await query("insert into visit values ('西关')");

    await cluster.kill();
    await cluster.start();

    expect(await query('select place from visit')).toEqual([{ place: '西关' }]);
  });
});
