import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { entities } from '../../server/database/entities/entities.ts';
import { openTestDatabase, type TestDatabase } from './open-test-database.ts';

let opened: TestDatabase;

beforeAll(async () => {
  opened = await openTestDatabase();
});

afterAll(() => opened.close());

function rows<Row>(sql: string): Promise<readonly Row[]> {
  return opened.database.read((tx) => tx.query<Row>(sql));
}

const ours = `c.relnamespace = 'public'::regnamespace and c.relname not like 'mikro_orm%'`;

/** They serve those that look for due work of all tenants; see `tests/harness/law-10/cross-tenant.ts`. */
const pollersIndexes = [
  'assignment_choice_due',
  'bulk_repair_item_waiting',
  'examination_running',
  'inbox_due',
  'job_due',
  'message_kept',
  'message_published',
  'plugin_delivery_due',
  'signal_due',
  'timer_due',
];

describe('the catalogue of the database', () => {
  it('has tenant_id first in every primary and unique key', async () => {
    const keys = await rows<{ table: string; key: string; first: string }>(`
      select c.relname as "table", k.relname as key,
        (select a.attname from pg_attribute a where a.attrelid = c.oid and a.attnum = i.indkey[0]) as first
      from pg_index i join pg_class c on c.oid = i.indrelid join pg_class k on k.oid = i.indexrelid
      where i.indisunique and ${ours}`);

    expect(keys.length).toBeGreaterThan(30);
    expect(keys.filter(({ first }) => first !== 'tenant_id')).toEqual([]);
  });

  it('gives every table a primary key', async () => {
    const bare = await rows(`select c.relname from pg_class c where c.relkind in ('r', 'p') and ${ours}
      and not exists (select from pg_index i where i.indrelid = c.oid and i.indisprimary)`);

    expect(bare).toEqual([]);
  });

  it('lets no foreign key cross tenants', async () => {
    const crossing = await rows(`select c.relname, f.conname from pg_constraint f join pg_class c on c.oid = f.conrelid
      where f.contype = 'f' and ${ours} and (
        (select a.attname from pg_attribute a where a.attrelid = f.conrelid and a.attnum = f.conkey[1]) <> 'tenant_id' or
        (select a.attname from pg_attribute a where a.attrelid = f.confrelid and a.attnum = f.confkey[1]) <> 'tenant_id')`);

    expect(crossing).toEqual([]);
  });

  it('has tenant_id first in every index, besides those of pollers', async () => {
    const indexes = await rows<{ index: string; first: string }>(`
      select k.relname as "index", (select a.attname from pg_attribute a where a.attrelid = c.oid and a.attnum = i.indkey[0]) as first
      from pg_index i join pg_class c on c.oid = i.indrelid join pg_class k on k.oid = i.indexrelid
      where ${ours} and not c.relispartition`);
    const others = indexes.filter(({ first }) => first !== 'tenant_id').map(({ index }) => index);

    expect(indexes.length).toBeGreaterThan(50);
    expect(others.toSorted()).toEqual(pollersIndexes.toSorted());
  });

  it('has tenant_id in every table, of one type', async () => {
    const without = await rows(`select c.relname from pg_class c where c.relkind in ('r', 'p') and ${ours}
      and not exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id' and a.atttypid = 'uuid'::regtype and a.attnotnull)`);

    expect(without).toEqual([]);
  });

  it('makes no value by itself: no default is a time, an id or a sequence', async () => {
    const made = await rows<{ table: string; value: string }>(`
      select c.relname as "table", pg_get_expr(d.adbin, d.adrelid) as value from pg_attrdef d join pg_class c on c.oid = d.adrelid where ${ours}`);

    expect(made.length).toBeGreaterThan(5);
    expect(made.filter(({ value }) => /\w\(|current_/i.test(value))).toEqual([]);
  });

  it('has no rule but that of a view, no function, exclusion or deferrable constraint of ours', async () => {
    const [found] = await rows<Record<string, number>>(`select
      (select count(*) from pg_rewrite r join pg_class c on c.oid = r.ev_class where ${ours} and r.rulename <> '_RETURN') as rules,
      (select count(*) from pg_proc p where p.pronamespace = 'public'::regnamespace) as functions,
      (select count(*) from pg_constraint f join pg_class c on c.oid = f.conrelid where ${ours} and (f.contype = 'x' or f.condeferrable)) as constraints`);

    expect(found).toEqual({ rules: 0, functions: 0, constraints: 0 });
  });

  it('has no sequence, trigger or extension of ours', async () => {
    const [found] = await rows<Record<string, number>>(`select
      (select count(*) from pg_class c where c.relkind = 'S' and ${ours}) as sequences,
      (select count(*) from pg_trigger t join pg_class c on c.oid = t.tgrelid where not t.tgisinternal and ${ours}) as triggers,
      (select count(*) from pg_extension where extname <> 'plpgsql') as extensions`);

    expect(found).toEqual({ sequences: 0, triggers: 0, extensions: 0 });
  });

  it('keeps instants to the millisecond, as the kernel does', async () => {
    const others = await rows(`select table_name, column_name from information_schema.columns
      where table_schema = 'public' and table_name not like 'mikro_orm%'
      and (data_type = 'timestamp without time zone' or (data_type = 'timestamp with time zone' and datetime_precision <> 3))`);

    expect(others).toEqual([]);
  });

  it('has every column that an entity speaks of', async () => {
    const columns = await rows<{ name: string }>(
      `select table_name || '.' || column_name as name from information_schema.columns where table_schema = 'public'`,
    );
    const known = new Set(columns.map(({ name }) => name));
    const spokenOf = entities.flatMap(({ meta }) =>
      Object.keys(meta.properties).map((property) => `${meta.tableName}.${underscored(property)}`),
    );

    expect(spokenOf.length).toBeGreaterThan(50);
    expect(spokenOf.filter((column) => !known.has(column))).toEqual([]);
  });
});

function underscored(property: string): string {
  return property.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
