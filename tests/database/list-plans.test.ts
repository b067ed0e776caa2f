import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countInstances, type InstanceSearch, searchInstances } from '../../server/database/instance-search.ts';
import { mostCounted, readPerson } from '../../server/database/people.ts';
import { countOpenUserTasksAt, openUserTasksAt } from '../../server/database/user-tasks.ts';
import { explained, type PlanKind } from './explained.ts';
import { openTestDatabase, type TestDatabase } from './open-test-database.ts';

const tenant = '01990000-0000-7000-8000-000000000001';
/** Open instances, each with a user task: as many lie in the street as outside of it. */
const open = 20_000;
const grids = Array.from({ length: 40 }, (_, index) => `grid-${index}`);
/** The street, with areas where nothing happens. */
const street = [...grids, ...Array.from({ length: 8 }, (_, index) => `community-${index}`)];
/** Holds the post of every grid of the street, and nobody beside them. */
const alone = '01990000-0000-7000-8000-000000000002';
const manyAreas = [...grids, ...Array.from({ length: 200 }, (_, index) => `far-${index}`)];

let opened: TestDatabase;

beforeAll(async () => {
  opened = await openTestDatabase();
  await opened.database.transaction(async (tx) => {
    const area = `case when n % 2 = 0 then 'grid-' || (n / 2 % 40) else 'far-' || (n % 97) end`;
    await tx.query(
      `insert into process_instance (tenant_id, id, process, manifest_hash, status, format, state, history_seq, bucket, area, created_at)
       select $1, md5(n::text)::uuid, case when n % 10 = 0 then 'seldom' else 'often' end, 'hash', 'running', 1, '{"root": {"elements": []}}', 1, 'other-2026-11', ${area},
         '2026-11-01T00:00:00Z'::timestamptz + n * interval '1 second' from generate_series(1, $2::int) n`,
      [tenant, open],
    );
    await tx.query(
      `insert into process_instance (tenant_id, id, process, manifest_hash, status, format, state, history_seq, bucket, area, created_at, ended_at)
       select $1, md5('ended' || n)::uuid, 'often', 'hash', 'completed', 1, '{}', 1, 'other-2026-11', ${area},
         '2026-11-01T00:00:00Z'::timestamptz + n * interval '1 second', '2026-11-02T00:00:00Z'::timestamptz + n * interval '1 second' from generate_series(1, $2::int) n`,
      [tenant, open],
    );
    await tx.query(
      `insert into user_task (tenant_id, instance_id, id, scope, element, name, post, area, asked_post, asked_area, state, due_at, created_at)
       select tenant_id, id, 2, 0, 'work', 'work', 'mediator', area, 'mediator', area, 'open', created_at + interval '3 days', created_at
       from process_instance where tenant_id = $1 and ended_at is null`,
      [tenant],
    );
    await tx.query(
      `insert into instance_mark (tenant_id, kind, value, started_at, instance_id, element)
       select i.tenant_id, k.kind, k.value, i.created_at, i.id, 2 from process_instance i, (values ('element', 'work'), ('stuck', '')) as k(kind, value)
       where i.tenant_id = $1 and i.ended_at is null`,
      [tenant],
    );
    await tx.query(
      `insert into person (tenant_id, id, name, account, managed_in, created_at) values ($1, $2, '一人', 'alone', 'county', $3)`,
      [tenant, alone, tx.now],
    );
    await tx.query(
      `insert into post_assignment (tenant_id, id, person_id, post, area, kind, from_date, created_at)
       select $1, md5(area)::uuid, $2, 'mediator', area, 'formal', '2026-01-01', $3 from unnest($4::text[]) as area`,
      [tenant, alone, tx.now, grids],
    );
    for (const table of ['process_instance', 'user_task', 'instance_mark', 'person', 'post_assignment'])
      await tx.query(`analyze ${table}`);
  });
});

afterAll(() => opened.close());

const kinds: readonly PlanKind[] = ['custom', 'generic'];
const everywhere: InstanceSearch = { state: 'open', areas: null };

/** What a page of fifty may read: the fifty and one more, each looked up, and a look into each of the areas. */
const page = 300;
/** Of a page where every second, or every tenth, fits. */
const [everySecond, everyTenth] = [page * 2, page * 10];

const searches: readonly (readonly [string, InstanceSearch, number])[] = [
  ['everything', everywhere, page],
  ['a process', { ...everywhere, process: 'seldom' }, page],
  ['a version', { ...everywhere, manifest: 'hash' }, page],
  ['one grid', { ...everywhere, areas: ['grid-3'] }, page],
  ['a street', { ...everywhere, areas: street }, page],
  ['a process in a street', { ...everywhere, areas: street, process: 'often' }, everySecond],
  ['a seldom process in a street', { ...everywhere, areas: street, process: 'seldom' }, everyTenth],
  ['many areas', { ...everywhere, areas: manyAreas }, everySecond],
  ['what is stuck', { ...everywhere, state: 'stuck' }, page],
  ['what is stuck in a street', { ...everywhere, state: 'stuck', areas: street }, everySecond],
  ['an element', { ...everywhere, element: 'work' }, page],
  ['an element in a street', { ...everywhere, element: 'work', areas: street }, everySecond],
  ['an element in one grid', { ...everywhere, element: 'work', areas: ['grid-3'] }, page],
  ['what is stuck at an element', { ...everywhere, state: 'stuck', element: 'work' }, page],
  ['what ended', { state: 'completed', areas: null }, page],
  ['what ended in a street', { state: 'completed', areas: street }, everySecond],
];

describe.each(kinds)('a search for instances, by a %s plan', (kind) => {
  it.each(searches)('reads no more than a page of it needs: %s', async (_, search, most) => {
    const [first] = await explained(opened.database, kind, (tx) => searchInstances(tx, tenant, search, null, 50));

    expect(first?.readWhole).toEqual([]);
    expect(first?.rowsRead).toBeGreaterThan(50);
    expect(first?.rowsRead).toBeLessThan(most);
  });

  it.each(searches)('goes on behind a page at the same cost: %s', async (_, search, most) => {
    const place = { at: '2026-11-01T02:00:00.000Z', id: '80000000-0000-0000-0000-000000000000' };
    const [next] = await explained(opened.database, kind, (tx) => searchInstances(tx, tenant, search, place, 50));

    expect(next?.readWhole).toEqual([]);
    expect(next?.rowsRead).toBeLessThan(most);
  });

  it.each(searches)('counts as far as people are told: %s', async (_, search) => {
    const [count] = await explained(opened.database, kind, (tx) => countInstances(tx, tenant, search));

    expect(count?.readWhole).toEqual([]);
    expect(count?.rowsRead).toBeGreaterThan(200);
    expect(count?.rowsRead).toBeLessThan(2300); // a thousand, looked up by whatever else is asked
  });

  it('looks at no more than 5,000 where hardly any fits', async () => {
    const search = { ...everywhere, state: 'stuck', areas: ['grid-3'] } as const;
    const read = await explained(opened.database, kind, (tx) => searchInstances(tx, tenant, search, null, 5000));

    for (const { rowsRead } of read) expect(rowsRead).toBeLessThan(11_000);
    expect(read).toHaveLength(2);
  });
});

describe.each(kinds)('the work of a position, by a %s plan', (kind) => {
  it('costs what it shows, wherever else how much waits', async () => {
    const positions = [
      { post: 'mediator', area: 'grid-3' },
      { post: 'needs-listener', area: 'grid-3' },
    ];
    const [list] = await explained(opened.database, kind, (tx) => openUserTasksAt(tx, tenant, positions));

    expect(list?.readWhole).toEqual([]);
    expect(list?.rowsRead).toBeGreaterThan(200);
    expect(list?.rowsRead).toBeLessThan(300);
  });

  it('is read no further than the list goes, however much waits there', async () => {
    const held = grids.map((area) => ({ post: 'mediator', area }));
    const [count] = await explained(opened.database, kind, (tx) =>
      countOpenUserTasksAt(tx, tenant, held, randomUUID()),
    );

    expect(count?.readWhole).toEqual([]);
    expect(count?.rowsRead).toBe(500);
  });

  it('is counted for a person no further than people are told, however much they have alone', async () => {
    const [person] = await explained(opened.database, kind, (tx) => readPerson(tx, tenant, '2026-11-28', alone));

    expect(person?.readWhole).not.toContain('user_task');
    expect(person?.rowsRead).toBeGreaterThan(mostCounted);
    expect(person?.rowsRead).toBeLessThan(mostCounted + 200);
  });
});
