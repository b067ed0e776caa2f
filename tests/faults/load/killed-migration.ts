import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { pgliteConnections } from '../../../server/database/connections/pglite-connections.ts';
import { postgresConnections } from '../../../server/database/connections/postgres-connections.ts';
import { embeddedDatabaseFolder } from '../../../server/database/data-directory.ts';
import { migrations } from '../../../server/database/migrations/migrations.ts';
import { openOrm } from '../../../server/database/orm.ts';
import type { DatabaseAddress } from '../../harness/database/fresh-database.ts';
import { loadPack } from '../../harness/load-street/load-pack.ts';
import { type LoadDatabase, type LoadGround, prepareLoad } from '../../harness/load-street/load-street.ts';
import { StreetClock, startStreet, type StreetServer } from '../../harness/server/street.ts';
import { seededRandom } from '../random.ts';
import { both, type FaultKind } from './fault-kind.ts';
import { type Engine, openFaultedStreet } from './faulted-street.ts';
import { beginLoad } from './steady-load.ts';
import { type FaultRow, tally } from './tally.ts';

/** So many migrations an older program knew. */
const olderMigrations = 6;

const silent = (): void => undefined;

/**
 * A node is killed while it migrates an empty database, or an older one, and on PostgreSQL another one starts meanwhile:
 * whoever comes next finds the schema whole and every migration made once, and people work on it.
 */
export const migrationKilled: FaultKind = {
  name: 'kill -9 while it migrates',
  engines: both,
  async run(ground, engine, times, seed) {
    const random = seededRandom(seed);
    const rows: FaultRow[] = [];
    for (let turn = 0; turn < times; turn += 1) {
      const database = await unprepared(ground, engine, `starting_${engine}_${seed}_${turn}`);
      if (turn % 2 === seed % 2) await makeOlder(database.address);
      const wrong = await startAndKill(ground, database.address, random);
      const prepared = await prepareLoad(database.address);
      const street = await openFaultedStreet(ground, engine, { database: { ...database, ...prepared } });
      try {
        const load = beginLoad(street, 3, 2);
        await sleep(300);
        const record = await load.stop();
        record.unexpected.push(...wrong);
        rows.push(await tally(this.name, street, 1, record));
      } finally {
        await street.close();
      }
    }
    return added(this.name, engine, rows);
  },
};

/** The rows of several streets as one. */
export function added(fault: string, engine: Engine, rows: readonly FaultRow[]): FaultRow {
  const sum = (column: 'injected' | 'acknowledged' | 'lost' | 'doubled' | 'invariantFaults'): number =>
    rows.reduce((total, row) => total + row[column], 0);
  return {
    fault,
    engine,
    injected: sum('injected'),
    acknowledged: sum('acknowledged'),
    lost: sum('lost'),
    doubled: sum('doubled'),
    invariantFaults: sum('invariantFaults'),
    details: rows.flatMap(({ details }) => details).slice(0, 20),
  };
}

type Unprepared = Pick<LoadDatabase, 'address' | 'remove'>;

async function unprepared(ground: LoadGround, engine: Engine, name: string): Promise<Unprepared> {
  if (engine === 'pglite') {
    const folder = join(ground.folder, name);
    mkdirSync(folder);
    const remove = async (): Promise<void> => rmSync(folder, { recursive: true, force: true });
    return { address: { kind: engine, folder }, remove };
  }
  await ground.onCluster(`create database ${name}`);
  const url = new URL(ground.cluster.url);
  url.pathname = `/${name}`;
  const remove = (): Promise<void> => ground.onCluster(`drop database if exists ${name} with (force)`);
  return { address: { kind: engine, url: url.href }, remove };
}

/** Makes an empty database what an older program left. */
async function makeOlder(address: DatabaseAddress): Promise<void> {
  const source =
    address.kind === 'postgres'
      ? postgresConnections(address.url, silent)
      : await pgliteConnections({ directory: embeddedDatabaseFolder(address.folder) }, silent);
  const orm = await openOrm(source, migrations.slice(0, olderMigrations));
  await orm.migrate();
  await orm.close();
  await source.close();
}

/** @returns what is wrong with the schema afterwards */
async function startAndKill(ground: LoadGround, address: DatabaseAddress, random: () => number): Promise<string[]> {
  const twoHoursAgo = new Date(Date.now() + 6 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
  const clock = new StreetClock(twoHoursAgo); // the street is published before its people look at their clocks
  const where =
    address.kind === 'pglite' ? { dataDir: address.folder } : { dataDir: ground.folder, databaseUrl: address.url };
  // For everybody, so that the embedded database gets no demo data.
  const options = { ...where, seconds: 60, environment: { STREET_PACK: loadPack, HOST: '0.0.0.0' } };
  const killing = new AbortController();
  const first = startStreet({ ...options, killed: killing.signal }, clock).catch(silent);
  await untilMigrating(address);
  const second = address.kind === 'postgres' ? startStreet(options, clock) : null;
  await sleep(random() * (address.kind === 'postgres' ? 300 : 1500));
  killing.abort();
  await (
    await first
  )?.ended;
  const nodes = await Promise.all([
    second ?? startStreet(options, clock),
    ...(second ? [startStreet(options, clock)] : []),
  ]);
  const wrong = await wrongSchema(nodes[0] as StreetServer);
  await Promise.all(nodes.map((node) => node.stop()));
  return wrong;
}

/** Waits until somebody holds the lock of the start on PostgreSQL, or the embedded database makes its files. */
async function untilMigrating(address: DatabaseAddress): Promise<void> {
  if (address.kind === 'pglite') {
    while (!existsSync(join(address.folder, 'database'))) await sleep(5);
    return;
  }
  const client = new Client({ connectionString: address.url });
  await client.connect();
  const held = `select 1 from pg_locks where locktype = 'advisory' and granted
    and database = (select oid from pg_database where datname = current_database())`;
  while ((await client.query(held)).rows.length === 0) await sleep(5);
  await client.end();
}

async function wrongSchema(node: StreetServer): Promise<string[]> {
  const [found] = await node.rows<{ names: string[]; tenants: number; releases: number }>(
    `select array(select name from mikro_orm_migrations order by id) as names,
       (select count(*) from tenant)::int as tenants, (select count(*) from release)::int as releases`,
  );
  const known = migrations.map(({ name }) => name);
  const isRight = found?.names.join() === known.join() && found.tenants === 1 && found.releases === 1;
  return isRight ? [] : [`the schema is wrong after the start: ${JSON.stringify(found)}`];
}
