import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { openContext } from '../../../server/application/open-context.ts';
import { fireTimer } from '../../../server/application/timers/fire-timer.ts';
import type { DueTimer } from '../../../server/database/timers.ts';
import { findLoadPack, loadPack } from '../../harness/load-street/load-pack.ts';
import { StreetClock, startStreet } from '../../harness/server/street.ts';
import { atLeast, type BenchRow, notReached } from '../bench-row.ts';
import type { MeasuredStreet } from './measured-street.ts';

/** How many are fired one by one, for the rate of one per commit. */
const oneByOne = 500;
const patienceMs = 600_000;
/** Counting what is left costs the database some forty milliseconds, so it is not done all the time. */
const lookMs = 500;

/** Copies an instance that waits for a time so many times, each with its history and its timer, due in an hour. */
async function armTimers(street: MeasuredStreet, count: number): Promise<void> {
  const client = street.client();
  const original = await street.begin(client, 'load-timer', randomUUID());
  client.close();
  await street.rows(`create table timer_copy as select gen_random_uuid() as id from generate_series(1, ${count})`);
  await street.rows(
    `insert into process_instance select (jsonb_populate_record(i, jsonb_build_object('id', c.id, 'subject_kind', null,
       'subject_id', null, 'state', jsonb_set(i.state, '{id}', to_jsonb(c.id))))).*
     from process_instance i, timer_copy c where i.id = $1`,
    original,
  );
  for (const table of ['history_step', 'timer'])
    await street.rows(
      `insert into ${table} select (jsonb_populate_record(t, jsonb_build_object('instance_id', c.id))).*
       from ${table} t, timer_copy c where t.instance_id = $1`,
      original,
    );
}

/** Some of the timers, fired one per commit by one program that does nothing else. */
async function rateOneByOne(street: MeasuredStreet): Promise<number> {
  const silent = (): void => undefined;
  const { context } = await openContext({
    dataDir: '/nonexistent',
    databaseUrl: street.url,
    clock: { offsetMs: () => 0 },
    demo: false,
    wake: silent,
    log: { info: silent, warn: silent, error: silent },
    packs: { find: findLoadPack, first: loadPack },
  });
  const some = await context.database.read((tx) =>
    tx.query<DueTimer>(
      `select tenant_id as tenant, instance_id as instance, element, scope, key, generation from timer
       where instance_id in (select id from timer_copy) limit $1`,
      [oneByOne],
    ),
  );
  const began = performance.now();
  for (const timer of some) await fireTimer(context, timer);
  const rate = (some.length * 1000) / (performance.now() - began);
  await context.database.close();
  return rate;
}

/** So many timers due at once, fired by two nodes of which one is killed midway: each exactly once. */
export async function benchTimers(street: MeasuredStreet, count: number): Promise<readonly BenchRow[]> {
  await armTimers(street, count + oneByOne);
  const against = await rateOneByOne(street);
  const clock = new StreetClock(new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' '));
  const environment = { STREET_PACK: loadPack };
  const other = await startStreet({ dataDir: process.cwd(), databaseUrl: street.url, environment }, clock);
  const left = async (): Promise<number> =>
    (
      await street.rows<{ left: number }>(
        'select count(*)::int as left from timer where instance_id in (select id from timer_copy)',
      )
    )[0]?.left ?? 0;
  await street.rows(
    `update timer set due_at = now() - interval '1 minute' where instance_id in (select id from timer_copy)`,
  );
  const began = performance.now();
  const since = (): number => performance.now() - began;
  let [halfway, almost] = [0, 0];
  for (let now = count; now > 0; now = await left()) {
    if (halfway === 0 && now < count / 2) {
      await other.kill();
      halfway = since();
    }
    if (almost === 0 && now < count / 50) almost = since();
    if (since() > patienceMs) break;
    await sleep(lookMs);
  }
  const took = since();
  const rate = (count * 1000) / took;
  if (halfway === 0) await other.kill();
  const [fired] = await street.rows<{ once: number; more: number }>(
    `select count(*) filter (where times = 1)::int as once, count(*) filter (where times > 1)::int as more
     from (select count(*) as times from history where instance_id in (select id from timer_copy)
       and event ->> 'type' = 'timer-fired' group by instance_id) as each`,
  );
  process.stdout.write(
    `timers: ${fired?.once ?? 0} of ${count + oneByOne} fired once, ${fired?.more ?? 0} more often, one of two nodes killed midway; ` +
      `${seconds(halfway)} s with two nodes, ${seconds(took - halfway)} s with one, of them ${seconds(almost === 0 ? 0 : took - almost)} s the last fiftieth; ` +
      `${against.toFixed(0)}/s one per commit\n`,
  );
  if (fired?.once !== count + oneByOne || fired.more > 0)
    return [notReached('timers', '/s', `${fired?.once ?? 0} of ${count + oneByOne} fired exactly once in time`)];
  return [atLeast('timers', rate, against, '/s', 5)];
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(1);
}
