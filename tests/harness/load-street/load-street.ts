import { cpSync, chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { addWorker } from '../../../server/application/external-jobs/external-workers.ts';
import { loadDemoPeople } from '../../../server/application/demo/load-demo-people.ts';
import { openContext } from '../../../server/application/open-context.ts';
import { headArea } from '../../../server/application/organization/head-area.ts';
import { beginSession } from '../../../server/application/sessions/begin-session.ts';
import type { DemoPeopleFile } from '../../../server/kernel/release/demo.ts';
import { savePluginSetting } from '../../../server/database/plugin-settings.ts';
import { firstPack } from '../../../server/packs/pack-argument.ts';
import { type PostgresCluster, startPostgres } from '../database/postgres-cluster.ts';
import type { DatabaseAddress } from '../database/fresh-database.ts';
import { findLoadPack, loadPack } from './load-pack.ts';
import { outsideJob, poisonedOutside } from './load-processes.ts';

const file = new URL(`../../../definitions/${firstPack}/demo/people.json`, import.meta.url);
const { people } = JSON.parse(readFileSync(file, 'utf8')) as DemoPeopleFile;

/** Who does all the work of a load: the mediator of the grid in which it happens. */
export const worker = { account: 'maxiaolan', grid: '620502005001001' } as const;

/** Who administers it, and speaks for other systems. */
const administrator = 'lixiuying';

/** A database with the street of the load and a session of its worker. */
export interface LoadDatabase {
  readonly address: DatabaseAddress;
  /** The cookie of the worker's session. */
  readonly cookie: string;
  readonly tenant: string;
  /** The cookie of whoever sends messages for another system. */
  readonly messenger: string;
  /** The token under which a system outside does jobs. */
  readonly outsider: string;
  remove(): Promise<void>;
}

/** What a load stands on, without a test runner: one cluster and one folder, copied for each street. */
export interface LoadGround {
  readonly cluster: PostgresCluster;
  /** A folder of this run. */
  readonly folder: string;
  fresh(kind: DatabaseAddress['kind']): Promise<LoadDatabase>;
  /** Runs the programs of PostgreSQL's own server, as its administrator. */
  onCluster(...statements: readonly string[]): Promise<void>;
  /** The same on one of its databases. */
  onDatabase(name: string, ...statements: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

export type Prepared = Pick<LoadDatabase, 'tenant' | 'cookie' | 'messenger' | 'outsider'>;

/** Brings the street into a database, whatever is in it already. */
export async function prepareLoad(address: DatabaseAddress): Promise<Prepared> {
  const silent = (): void => undefined;
  const { context } = await openContext({
    dataDir: address.kind === 'pglite' ? address.folder : '/nonexistent',
    databaseUrl: address.kind === 'postgres' ? address.url : null,
    clock: { offsetMs: () => -3_600_000 }, // published, and signed in, before any server of a load looks at its clock
    demo: true,
    wake: silent,
    log: { info: silent, warn: silent, error: silent },
    packs: { find: findLoadPack, first: loadPack },
  });
  const { database, tenant } = context;
  const release = await database.read((tx) => context.releases.current(tx));
  await database.transaction(async (tx) => {
    await loadDemoPeople(tx, tenant, headArea(release.areas).code, people);
    await tx.query('update person set demo = false, demo_note = null where tenant_id = $1', [tenant]);
  });
  const session = (account: string): Promise<string> =>
    database.transaction(async (tx) => {
      const [person] = await tx.query<{ id: string }>('select id from person where tenant_id = $1 and account = $2', [
        tenant,
        account,
      ]);
      return `gridloom=${(await beginSession(tx, tenant, person?.id ?? '')).token}`;
    });
  const [cookie, messenger] = [await session(worker.account), await session(administrator)];
  const outsider = await database.transaction(async (tx) => {
    const webhook = { plugin: 'webhook', area: headArea(release.areas).code, active: true, settings: {}, secrets: {} };
    await savePluginSetting(tx, tenant, { ...webhook, changedBy: null }, 0);
    const jobTypes = [outsideJob, poisonedOutside];
    return (await addWorker(context, tx, null, { name: '外部系统', jobTypes })).token;
  });
  await database.close();
  return { tenant, cookie, messenger, outsider };
}

/**
 * Starts a cluster and makes the street in it.
 *
 * @param settings of PostgreSQL; see `startPostgres`
 */
export async function openLoadGround(settings?: readonly string[]): Promise<LoadGround> {
  const folder = mkdtempSync(join(tmpdir(), 'gridloom-load-'));
  chmodSync(folder, 0o755); // PostgreSQL never runs as root, so another user must be able to enter
  const cluster = await startPostgres(join(folder, 'postgres'), settings);
  const addressOf = (name: string): DatabaseAddress => {
    const url = new URL(cluster.url);
    url.pathname = `/${name}`;
    return { kind: 'postgres', url: url.href };
  };
  const onDatabase = async (name: string, ...statements: readonly string[]): Promise<void> => {
    const url = new URL(cluster.url);
    url.pathname = `/${name}`;
    const client = new Client({ connectionString: url.href });
    await client.connect();
    try {
      for (const statement of statements) await client.query(statement);
    } finally {
      await client.end();
    }
  };
  const onCluster = (...statements: readonly string[]): Promise<void> =>
    onDatabase(new URL(cluster.url).pathname.slice(1), ...statements);
  const originals = new Map<DatabaseAddress['kind'], Prepared>();
  let count = 0;
  const original = async (kind: DatabaseAddress['kind']): Promise<Prepared> => {
    const known = originals.get(kind);
    if (known) return known;
    if (kind === 'postgres') await onCluster('create database original');
    else mkdirSync(join(folder, 'original'));
    const made = await prepareLoad(
      kind === 'postgres' ? addressOf('original') : { kind, folder: join(folder, 'original') },
    );
    originals.set(kind, made);
    return made;
  };
  return {
    cluster,
    folder,
    onCluster,
    onDatabase,
    async fresh(kind) {
      const made = await original(kind);
      const name = `street_${++count}`;
      if (kind === 'postgres') {
        await onCluster(`create database ${name} template original`);
        const remove = (): Promise<void> => onCluster(`drop database if exists ${name} with (force)`);
        return { ...made, address: addressOf(name), remove };
      }
      cpSync(join(folder, 'original'), join(folder, name), { recursive: true });
      const remove = async (): Promise<void> => rmSync(join(folder, name), { recursive: true, force: true });
      return { ...made, address: { kind, folder: join(folder, name) }, remove };
    },
    async close() {
      await cluster.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
