import { atMost, type BenchRow, notReached } from '../bench-row.ts';
import { worker } from '../../harness/load-street/load-street.ts';
import type { MeasuredStreet } from './measured-street.ts';
import { quantile } from './work-loop.ts';

const few = 10_000;
const own = 20;

/** Where a copy is: so many at the worker's, the others all over the street. */
const areaOf = `case when c.number <= ${own} then '${worker.grid}' else '62050200500' || (c.number % 6 + 1) || '0' || (c.number % 40 + 10) end`;

/** Fills the street with open user tasks of others and so many of the worker's, by copying one instance. */
async function fill(street: MeasuredStreet, original: string, from: number, to: number): Promise<void> {
  await street.rows(`create table if not exists list_copy (number int primary key, id uuid)`);
  await street.rows(
    `insert into list_copy select n, gen_random_uuid() from generate_series($1::int, $2::int) n`,
    from,
    to,
  );
  await street.rows(
    `insert into process_instance select (jsonb_populate_record(i, jsonb_build_object('id', c.id, 'subject_kind', null, 'subject_id', null,
       'state', jsonb_set(i.state, '{id}', to_jsonb(c.id)), 'created_at', i.created_at + c.number * interval '1 second', 'area', ${areaOf}))).*
     from process_instance i, list_copy c where i.id = $1 and c.number between $2 and $3`,
    original,
    from,
    to,
  );
  await street.rows(
    `insert into user_task select (jsonb_populate_record(t, jsonb_build_object('instance_id', c.id, 'subject_kind', null, 'subject_id', null,
       'area', ${areaOf}))).*
     from user_task t, list_copy c where t.instance_id = $1 and c.number between $2 and $3`,
    original,
    from,
    to,
  );
  await street.rows(
    `insert into instance_mark select m.tenant_id, k.kind, case k.kind when 'element' then m.value else '' end, i.created_at, i.id, m.element
     from instance_mark m, list_copy c join process_instance i on i.id = c.id, (values ('element', 1), ('stuck', 100)) as k(kind, every)
     where m.instance_id = $1 and m.kind = 'element' and c.number between $2 and $3 and c.number % k.every = 0`,
    original,
    from,
    to,
  );
  for (const table of ['process_instance', 'user_task', 'instance_mark']) await street.rows(`analyze ${table}`);
}

/** The slowest of twenty answers but one, in milliseconds; null when there is no such door. */
async function p95(street: MeasuredStreet, path: string, times: number): Promise<number | null> {
  const client = street.client();
  const took: number[] = [];
  for (let turn = 0; turn < times + 10; turn += 1) {
    const began = performance.now();
    const answer = await client.send('GET', path, null);
    if (answer.status !== 200) {
      client.close();
      return null;
    }
    if (turn >= 10) took.push(performance.now() - began);
  }
  client.close();
  return quantile(took, 0.95);
}

const doors = [
  { name: 'task-list', path: '/api/user-tasks' },
  { name: 'instance-search', path: '/api/instances?process=load-one&limit=50' },
  { name: 'instance-search by nothing', path: '/api/instances?limit=50' },
  { name: 'instance-search by element', path: '/api/instances?element={element}&limit=50' },
  { name: 'instance-search by being stuck', path: '/api/instances?state=stuck&limit=50' },
  { name: 'instance-search by area', path: `/api/instances?area=${worker.grid}&limit=50` },
] as const;

/** A worker's list and a search for instances: with many open they are hardly slower than with few. */
export async function benchLists(street: MeasuredStreet, many: number): Promise<readonly BenchRow[]> {
  const client = street.client();
  const original = await street.begin(client, 'load-one', 'one-to-copy-for-lists');
  client.close();
  await street.rows(`update person set administers = '620502005' where account = $1`, worker.account);
  await fill(street, original, 1, few);
  const [mark] = await street.rows<{ value: string }>(
    `select value from instance_mark where instance_id = $1 and kind = 'element'`,
    original,
  );
  const searched = doors.map(({ name, path }) => ({ name, path: path.replace('{element}', mark?.value ?? '') }));
  const before = [];
  for (const { path } of searched) before.push(await p95(street, path, 200));
  await fill(street, original, few + 1, many);
  const rows: BenchRow[] = [];
  for (const [index, { name, path }] of searched.entries()) {
    const after = await p95(street, path, 200);
    const against = before[index] ?? null;
    if (after === null || against === null) rows.push(notReached(name, 'ms', `no answer from ${path}`));
    else rows.push(atMost(`${name}: ${many} open, ${few} before`, after, against, 'ms', 1.5));
  }
  return rows;
}
