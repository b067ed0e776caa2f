import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from './open-test-database.ts';

let opened: TestDatabase;

beforeAll(async () => {
  opened = await openTestDatabase();
});

afterAll(() => opened.close());

/**
 * Tables few rows of which are ever written in a minute: by the next one PostgreSQL has statistics and sees by itself that a
 * tenant is no condition worth an index.
 */
const seldomWritten = ['area_ancestor', 'examination', 'person'];

describe('a database that has no statistics yet', () => {
  it('looks for a row by its whole key, not for all rows of the tenant', async () => {
    const tables = await opened.database.read((tx) =>
      tx.query<{ table: string; key: readonly string[]; types: readonly string[] }>(`
        select c.relname as "table", array_agg(a.attname::text order by k.at) as key, array_agg(format_type(a.atttypid, null) order by k.at) as types
        from pg_index i join pg_class c on c.oid = i.indrelid cross join unnest(i.indkey) with ordinality as k(number, at)
          join pg_attribute a on a.attrelid = c.oid and a.attnum = k.number
        where i.indisprimary and c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and not c.relispartition and c.relname not like 'mikro_orm%'
        group by c.relname`),
    );
    const widely: string[] = [];
    for (const { table, key, types } of tables) {
      const conditions = key.map((column, index) => `${column} = $${index + 1}::${types[index]}`).join(' and ');
      const values = key.map(() => 'null').join(', ');
      const plan = await opened.database.transaction(async (tx) => {
        await tx.query('set local plan_cache_mode = force_generic_plan');
        await tx.query(`prepare look as select from ${table} where ${conditions}`);
        const lines = await tx.query<{ 'QUERY PLAN': string }>(`explain execute look(${values})`);
        await tx.query('deallocate look');
        return lines.map((line) => line['QUERY PLAN']).join('\n');
      });
      if (!plan.includes(`${table}_pkey`)) widely.push(table);
    }

    expect(tables.length).toBeGreaterThan(40);
    expect(widely.filter((table) => !seldomWritten.includes(table)).toSorted()).toEqual([]);
  });
});
