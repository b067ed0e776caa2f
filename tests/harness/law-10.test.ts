import { describe, expect, it } from 'vitest';
import { uuidv7 } from '../../server/application/uuid.ts';
import { postLetter } from '../../server/database/inbox.ts';
import { openTestDatabase } from '../database/open-test-database.ts';
import { breaches, tenantTables } from './law-10/breaches.ts';
import { crossTenant } from './law-10/cross-tenant.ts';
import { asked } from './law-10/listen.ts';

describe('law 10', () => {
  it('knows the tables that tenants own', () => {
    expect(tenantTables.size).toBeGreaterThan(35);
    expect([...tenantTables]).toContain('process_instance');
  });

  it.each([
    ['a statement without a tenant', 'select id from job where instance_id = $1', 'job without'],
    [
      'a join that leaves its tenant',
      'select 1 from job j join timer t on t.instance_id = j.instance_id where j.tenant_id = $1',
      'timer without',
    ],
    [
      'a sub-select without one',
      'delete from job where tenant_id = $1 and exists (select from person p where p.id = $2)',
      'person without',
    ],
    ['a second table in a list', 'select 1 from job j, area a where j.tenant_id = $1 and a.code = $2', 'area without'],
    ['a row without one', 'insert into inbox (instance_id, id) values ($1, $2)', 'a row without'],
    [
      'a time made by the database',
      'update session set last_seen_at = now() where tenant_id = $1',
      'made by the database',
    ],
    [
      'an id made by the database',
      'insert into inbox (tenant_id, id) values ($1, gen_random_uuid())',
      'made by the database',
    ],
    ['an advisory lock', 'select pg_advisory_xact_lock($1)', 'advisory'],
    ['a notification', `select pg_notify('x', $1)`, 'NOTIFY'],
    [
      'a queue over all tenants that locks',
      'select tenant_id as tenant, id from job where run_at <= $1 for update skip locked',
      'may only read',
    ],
  ])('finds %s', (_, sql, what) => {
    expect(breaches(sql).join()).toContain(what);
  });

  it.each([
    'select id from job where tenant_id = $1 and instance_id = $2 for update skip locked',
    'select 1 from job j join timer t on t.tenant_id = j.tenant_id and t.instance_id = j.instance_id where j.tenant_id = $1',
    `select "p0".* from "person" as "p0" where "p0"."tenant_id" = '01a2' and "p0"."id" = '01a3' limit 1`,
    'with job as (select 1) select * from job',
    'select now() as now',
  ])('lets pass: %s', (sql) => {
    expect(breaches(sql)).toEqual([]);
  });

  it('has a reason for every exception', () => {
    expect(crossTenant.filter(({ because }) => because.length < 20)).toEqual([]);
  });

  it('hears what the program says, and not what a test says', async () => {
    const opened = await openTestDatabase();
    const { database } = opened;
    const before = asked.count;
    await database.read((tx) => tx.query('select 1 as only_this_test_says_this'));
    expect(asked.count).toBe(before);
    await database.transaction((tx) => postLetter(tx, uuidv7(), uuidv7(), uuidv7(), {}, null));
    expect(asked.count).toBeGreaterThan(before);
    await opened.close();
  });
});
