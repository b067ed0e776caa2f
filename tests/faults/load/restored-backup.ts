import { execFile } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { findPostgres } from '../../../setup/postgres/find-postgres.ts';
import { type PostgresCluster, startPostgres } from '../../harness/database/postgres-cluster.ts';
import type { DatabaseAddress } from '../../harness/database/fresh-database.ts';
import type { LoadGround } from '../../harness/load-street/load-street.ts';
import { seededRandom } from '../random.ts';
import { both, type FaultKind } from './fault-kind.ts';
import { type FaultedStreet, openFaultedStreet } from './faulted-street.ts';
import { added } from './killed-migration.ts';
import { beginLoad, type LoadRecord, Person } from './steady-load.ts';
import { type FaultRow, tally } from './tally.ts';

const root = join(import.meta.dirname, '../../..');

/** People work slowly, or each backup would hold more than the one before and take longer. */
const pauseMs = 200;

/** So many open user tasks that came with a backup are completed after it was restored. */
const continued = 3;

/**
 * A backup is taken while people work, and restored into an empty cluster: all that was acknowledged before it began is
 * there, it verifies, and instances go on.
 */
export const restoredBackup: FaultKind = {
  name: 'backup restored elsewhere',
  engines: both,
  async run(ground, engine, times, seed) {
    const random = seededRandom(seed);
    const elsewhere = engine === 'postgres' ? await startPostgres(join(ground.folder, `elsewhere-${seed}`)) : null;
    const street = await openFaultedStreet(ground, engine);
    const rows: FaultRow[] = [];
    try {
      const load = beginLoad(street, 4, 2, pauseMs);
      for (let turn = 0; turn < times; turn += 1) {
        await sleep(200 + random() * 200);
        rows.push(await backUpAndRestore(ground, street, elsewhere, load.record, `${engine}-${seed}-${turn}`));
      }
      rows.push(await tally(this.name, street, 0, await load.stop()));
      return added(this.name, engine, rows);
    } finally {
      await street.close();
      await elsewhere?.stop();
    }
  },
};

async function backUpAndRestore(
  ground: LoadGround,
  street: FaultedStreet,
  elsewhere: PostgresCluster | null,
  soFar: LoadRecord,
  name: string,
): Promise<FaultRow> {
  const folder = join(ground.folder, `backup-${name}`);
  const before = [...soFar.acknowledged];
  const count = before.length;
  await gridloom(street.database.address, ground.folder, 'backup', folder);
  const address = await emptyDatabase(ground, elsewhere, name);
  await gridloom(address, join(ground.folder, `data-${name}`), 'restore', folder, '--verify');
  const database = { ...street.database, address, remove: () => removeDatabase(address) };
  const restored = await openFaultedStreet(ground, street.engine, { database });
  try {
    const record: LoadRecord = { acknowledged: before, unexpected: [], again: 0 };
    await goOn(restored, record, name);
    const row = await tally('', restored, 1, record);
    // What was acknowledged before the backup is counted once, where it was acknowledged.
    return { ...row, acknowledged: row.acknowledged - count };
  } finally {
    await restored.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Somebody goes on with what was open, and begins something new. */
async function goOn(street: FaultedStreet, record: LoadRecord, name: string): Promise<void> {
  const person = new Person(street.client(0), record, `after-${name}`);
  const open = await street.rows<{ instance: string; id: number }>(
    `select instance_id as instance, id from user_task where state = 'open' order by instance_id limit ${continued}`,
  );
  if (open.length === 0) record.unexpected.push('no user task was open in the backup');
  for (const { instance, id } of open) await person.complete(instance, id, 'enough');
  await person.report('load-one');
  person.client.close();
}

async function emptyDatabase(
  ground: LoadGround,
  elsewhere: PostgresCluster | null,
  name: string,
): Promise<DatabaseAddress> {
  if (elsewhere === null) {
    const folder = join(ground.folder, `restored-${name}`);
    mkdirSync(folder);
    return { kind: 'pglite', folder };
  }
  const url = new URL(elsewhere.url);
  url.pathname = `/restored-${name}`;
  const client = new Client({ connectionString: elsewhere.url });
  await client.connect();
  await client.query(`create database "restored-${name}"`);
  await client.end();
  return { kind: 'postgres', url: url.href };
}

/** The other cluster goes with all that is in it. */
async function removeDatabase(address: DatabaseAddress): Promise<void> {
  if (address.kind === 'pglite') rmSync(address.folder, { recursive: true, force: true });
}

/**
 * Runs the program of the terminal as an operator does.
 *
 * @throws Error with all that it said when it did not answer 0
 */
async function gridloom(address: DatabaseAddress, dataDir: string, ...args: readonly string[]): Promise<void> {
  const env = {
    HOME: process.env['HOME'],
    PATH: `${findPostgres()}:${process.env['PATH'] ?? ''}`,
    DATA_DIR: address.kind === 'pglite' ? address.folder : dataDir,
    ...(address.kind === 'postgres' ? { DATABASE_URL: address.url } : {}),
  };
  await new Promise<void>((resolve, reject) => {
    execFile(process.execPath, ['gridloom.mjs', ...args], { cwd: root, env }, (error, said, complaints) => {
      if (error) reject(new Error(`gridloom ${args.join(' ')}:\n${said}\n${complaints}`, { cause: error }));
      else resolve();
    });
  });
}
