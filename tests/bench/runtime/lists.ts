import { atMost, type BenchRow, notReached } from '../bench-row.ts';
import { worker } from '../../harness/load-street/load-street.ts';
import type { LeanClient } from '../../harness/load-street/lean-client.ts';
import type { MeasuredStreet } from './measured-street.ts';
import { quantile } from './work-loop.ts';

const few = 10_000;
const own = 20;

/** So often each door is asked, after so many that warm up: statements are planned anew the first times. */
const [turns, warming] = [200, 20];

interface Door {
  readonly name: string;
  readonly path: string;
  readonly administers: string;
}

/** The street, and the county it is in. */
const [street, county] = ['620502005', '620502'];

/**
 * Fills the county with open user tasks of others and so many of the worker's, by copying one instance: half of them in
 * the grids of the street where the worker holds no post, half in the other streets of the county.
 */
async function fill(measured: MeasuredStreet, original: string, from: number, to: number): Promise<void> {
  await measured.rows(`create table if not exists list_copy (number int primary key, id uuid, area text)`);
  await measured.rows(
    `insert into list_copy select n, gen_random_uuid(), case when n <= ${own} then '${worker.grid}'
       when n % 2 = 0 then codes[1 + n / 2 % array_length(codes, 1)] else '62050200' || (n % 7 + 6) || '00' || (n % 6 + 1) || '00' || (n % 8 + 1) end
     from generate_series($1::int, $2::int) n, (select array_agg(r.code order by r.code) as codes from area r where r.type = 'grid' and not exists (
       select from post_assignment a join person p on p.id = a.person_id where a.area = r.code and p.account = '${worker.account}')) g`,
    from,
    to,
  );
  await measured.rows(
    `insert into process_instance select (jsonb_populate_record(i, jsonb_build_object('id', c.id, 'subject_kind', null, 'subject_id', null,
       'state', jsonb_set(i.state, '{id}', to_jsonb(c.id)), 'created_at', i.created_at + c.number * interval '1 second', 'area', c.area))).*
     from process_instance i, list_copy c where i.id = $1 and c.number between $2 and $3`,
    original,
    from,
    to,
  );
  await measured.rows(
    `insert into user_task select (jsonb_populate_record(t, jsonb_build_object('instance_id', c.id, 'subject_kind', null, 'subject_id', null,
       'area', c.area))).*
     from user_task t, list_copy c where t.instance_id = $1 and c.number between $2 and $3`,
    original,
    from,
    to,
  );
  await measured.rows(
    `insert into instance_mark select m.tenant_id, k.kind, case k.kind when 'element' then m.value else '' end,
       m.started_at + c.number * interval '1 second', c.id, m.element
     from instance_mark m, list_copy c, (values ('element', 1), ('stuck', 10)) as k(kind, every)
     where m.instance_id = $1 and m.kind = 'element' and c.number between $2 and $3 and c.number / 2 % k.every = 0`,
    original,
    from,
    to,
  );
  for (const table of ['process_instance', 'user_task', 'instance_mark']) await measured.rows(`analyze ${table}`);
}

interface Filled {
  readonly measured: MeasuredStreet;
  readonly client: LeanClient;
  /** Where the token of every instance is. */
  readonly element: string;
}

async function filled(measured: MeasuredStreet, count: number): Promise<Filled> {
  const client = measured.client();
  const original = await measured.begin(client, 'load-one', 'one-to-copy-for-lists');
  await fill(measured, original, 1, count);
  const [mark] = await measured.rows<{ value: string }>(
    `select value from instance_mark where instance_id = $1 and kind = 'element'`,
    original,
  );
  return { measured, client, element: mark?.value ?? '' };
}

/**
 * The slowest of twenty answers but one, in milliseconds, of each street. They are asked in turns, so that what else the
 * machine does meets both. Null when there is no such door.
 */
async function p95(streets: readonly Filled[], { path, administers }: Door): Promise<readonly number[] | null> {
  for (const { measured } of streets)
    await measured.rows(`update person set administers = $2 where account = $1`, worker.account, administers);
  const took = streets.map((): number[] => []);
  for (let turn = 0; turn < turns + warming; turn += 1) {
    for (const [index, { client, element }] of streets.entries()) {
      const began = performance.now();
      const answer = await client.send('GET', path.replace('{element}', element), null);
      if (answer.status !== 200) return null;
      if (turn >= warming) took[index]?.push(performance.now() - began);
    }
  }
  return took.map((each) => quantile(each, 0.95));
}

/** What is asked, and what whoever asks administers: the task list is the same for everybody. */
const doors: readonly Door[] = [
  { name: 'task-list', path: '/api/user-tasks', administers: street },
  { name: 'instance-search', path: '/api/instances?process=load-one&limit=50', administers: street },
  { name: 'instance-search by nothing', path: '/api/instances?limit=50', administers: street },
  { name: 'instance-search by element', path: '/api/instances?element={element}&limit=50', administers: street },
  { name: 'instance-search by being stuck', path: '/api/instances?state=stuck&limit=50', administers: street },
  { name: 'instance-search by area', path: `/api/instances?area=${worker.grid}&limit=50`, administers: street },
  { name: 'instance-search in the county', path: '/api/instances?limit=50', administers: county },
  {
    name: 'instance-search by process in the county',
    path: '/api/instances?process=load-one&limit=50',
    administers: county,
  },
];

/**
 * A worker's list and a search for instances: with many open they are hardly slower than with few.
 *
 * @param small a street that is filled with few
 * @param large a street that is filled with many
 * @param many how many
 */
export async function benchLists(
  small: MeasuredStreet,
  large: MeasuredStreet,
  many: number,
): Promise<readonly BenchRow[]> {
  const streets = [await filled(small, few), await filled(large, many)];
  const rows: BenchRow[] = [];
  for (const door of doors) {
    const [before, after] = (await p95(streets, door)) ?? [];
    if (before === undefined || after === undefined)
      rows.push(notReached(door.name, 'ms', `no answer from ${door.path}`));
    else rows.push(atMost(`${door.name}: ${many} open, ${few} beside`, after, before, 'ms', 1.5));
  }
  for (const { client } of streets) client.close();
  return rows;
}
