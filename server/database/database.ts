import { atRest } from './backup-ground.ts';
import { boundedQueue } from './connections/bounded-queue.ts';
import type { ConnectionSource, ConnectionUse } from './connections/connection.ts';
import { pgliteConnections } from './connections/pglite-connections.ts';
import { postgresConnections } from './connections/postgres-connections.ts';
import { type DataDirectoryLock, embeddedDatabaseFolder, lockDataDirectory } from './data-directory.ts';
import type { Reached } from './failpoint.ts';
import { refusingNested } from './inside-transaction.ts';
import { type Orm, openOrm } from './orm.ts';
import {
  type Clock,
  type OpenedWork,
  runOpened,
  runTransaction,
  type Transaction,
  type TransactionGround,
  type TransactionOptions,
} from './transaction.ts';

/** The database as everything above it sees it. */
export interface Database {
  /** `pglite`: embedded, for trial; survives the death of its process, not a power failure. */
  readonly kind: 'pglite' | 'postgres';
  /** Runs work as one transaction (see `runTransaction`); it may be run again, so it acts on nothing else. */
  transaction<T>(work: (tx: Transaction) => Promise<T>, options?: TransactionOptions): Promise<T>;
  /** The same for work that knows what it asks first: that leaves together with the begin. */
  opened<Opened, T>(work: OpenedWork<Opened, T>, options?: TransactionOptions): Promise<T>;
  /** Runs work that only reads, over one snapshot. */
  read<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
  /** The same database under another clock: what it does is dated by that (demo data that tells of last week). */
  withClock(clock: Clock): Database;
  /**
   * Runs work while the files of the embedded database are complete and nobody changes them, so that they can be copied.
   *
   * @param work is given the folder of those files
   * @throws Error when the database is not the embedded one in a folder
   */
  atRest<T>(work: (tx: Pick<Transaction, 'query'>, folder: string) => Promise<T>): Promise<T>;
  /** How far this process's connections are used. */
  connections(): ConnectionUse;
  /** Waits for work under way, closes, and gives the DATA_DIR free. */
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** Folder of the embedded database; null keeps it in memory (tests). Not used with a `databaseUrl`. */
  readonly dataDir: string | null;
  /** Address of a PostgreSQL server, version 15 or newer; null means the embedded database. */
  readonly databaseUrl: string | null;
  readonly clock: Clock;
  /** Told what an operator may want to know; never values. */
  readonly log: (message: string) => void;
  /** False opens the schema as it is; it is brought up to date when absent. */
  readonly migrate?: boolean;
  readonly reached?: Reached | undefined;
}

/** Any fixed number: whoever migrates holds this lock, so that several nodes may start at once. */
const migrationLock = 7_261_390_442;

/**
 * Opens the database and brings its schema up to date.
 *
 * @throws DataDirectoryInUse when another program holds the embedded database
 * @throws DatabaseUnavailable when PostgreSQL cannot be reached
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const lock = options.databaseUrl === null && options.dataDir !== null ? lockDataDirectory(options.dataDir) : null;
  let source: ConnectionSource | null = null;
  try {
    source = refusingNested(boundedQueue(await connect(options)));
    const orm = await openOrm(source);
    if (options.migrate !== false) await migrate(source, orm, options.log);
    const folder = options.databaseUrl === null ? options.dataDir : null;
    return database({ source, orm, clock: options.clock, reached: options.reached }, lock, folder);
  } catch (error) {
    await source?.close();
    lock?.release();
    throw error;
  }
}

async function connect({ databaseUrl, dataDir, log }: DatabaseOptions): Promise<ConnectionSource> {
  if (databaseUrl !== null) return postgresConnections(databaseUrl, log);
  const directory = dataDir === null ? null : embeddedDatabaseFolder(dataDir);
  return pgliteConnections({ directory }, log);
}

function database(ground: TransactionGround, lock: DataDirectoryLock | null, dataDir: string | null): Database {
  const { source, orm } = ground;
  return {
    kind: source.kind,
    transaction: (work, options) => runTransaction(ground, 'write', work, options),
    opened: (work, options) => runOpened(ground, 'write', work, options),
    read: (work) => runTransaction(ground, 'read', work),
    connections: () => source.use(),
    withClock: (clock) => database({ ...ground, clock }, lock, dataDir),
    atRest(work) {
      if (dataDir === null) throw new Error('only the embedded database in a folder can be brought to rest');
      return atRest(source, (tx) => work(tx, embeddedDatabaseFolder(dataDir)));
    },
    async close() {
      await orm.close();
      await source.close();
      lock?.release();
    },
  };
}

/** On PostgreSQL several nodes may start at once, so the first one migrates; a start is no command's path (law 10). */
async function migrate(source: ConnectionSource, orm: Orm, log: (message: string) => void): Promise<void> {
  const applied = source.kind === 'pglite' ? await orm.migrate() : await lockedMigrate(source, orm);
  for (const name of applied) log(`the database has migration ${name} now`);
}

async function lockedMigrate(source: ConnectionSource, orm: Orm): Promise<readonly string[]> {
  const connection = await source.acquire();
  try {
    // Whoever comes second waits as long as the first one's migration takes.
    await connection.script('set statement_timeout = 0');
    await connection.query('select pg_advisory_lock($1)', [migrationLock]);
    return await orm.migrate();
  } finally {
    connection.release(true); // closing the session frees the lock, whatever happened
  }
}
