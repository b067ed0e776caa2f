import { PGlite } from '@electric-sql/pglite';
import { Client } from 'pg';
import { describe, expect, it } from 'vitest';
import { type DatabaseAddress, type DatabaseTemplate, freshDatabase } from './database/fresh-database.ts';

/** Anything that answers SQL. */
interface Answering {
  query(sql: string): Promise<{ rows: unknown[] }>;
}

async function runAll(database: Answering, statements: readonly string[]): Promise<unknown[]> {
  let rows: unknown[] = [];
  for (const statement of statements) ({ rows } = await database.query(statement));
  return rows;
}

/** Runs statements on a database, by itself: the harness knows nothing of the server's own connections. */
async function run(address: DatabaseAddress, ...statements: readonly string[]): Promise<unknown[]> {
  if (address.kind === 'pglite') {
    await using database = await PGlite.create(address.folder);
    return await runAll(database, statements);
  }
  const client = new Client({ connectionString: address.url });
  await client.connect();
  const rows = await runAll(client, statements);
  await client.end();
  return rows;
}

const template: DatabaseTemplate = {
  name: 'harness',
  prepare: async (address) => {
    await run(address, 'create table visit (place text)', "insert into visit values ('西关')");
  },
};

describe('a fresh database', () => {
  it('begins as its template, and what one test writes no other sees', async () => {
    const [one, other] = [await freshDatabase(template), await freshDatabase(template)];

    const written = await run(
      one.address,
      "insert into visit values ('天水')",
      'select place from visit order by place',
    );
    const untouched = await run(other.address, 'select place from visit');

    expect(written).toHaveLength(2);
    expect(untouched).toEqual([{ place: '西关' }]);
    await one.remove();
    await other.remove();
  });
});
