import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely';
import type { Connection, ConnectionSource, LentConnection } from './connections/connection.ts';

/** One of our connections in the form that MikroORM's query layer (kysely) expects. */
class KyselyConnection<Held extends Connection> implements DatabaseConnection {
  readonly held: Held;

  constructor(held: Held) {
    this.held = held;
  }

  /** MikroORM writes values into the text itself; such statements have no parameters and are not prepared. */
  async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    const asked = parameters.length === 0 ? this.held.script<Row>(sql) : this.held.query<Row>(sql, parameters);
    const { rows, affected } = await asked;
    return { rows: [...rows], numAffectedRows: BigInt(affected) };
  }

  streamQuery(): never {
    throw new Error('rows are read in pages, never streamed');
  }
}

type Sessions<Held extends Connection> = Pick<
  Driver,
  'beginTransaction' | 'commitTransaction' | 'rollbackTransaction'
> & { acquire(): Promise<KyselyConnection<Held>>; release(connection: KyselyConnection<Held>): Promise<void> };

function savepoint(verb: string): NonNullable<Driver['savepoint']> {
  return async (connection, name) => {
    await connection.executeQuery(CompiledQuery.raw(`${verb} "${name}"`));
  };
}

function dialect<Held extends Connection>(sessions: Sessions<Held>): Dialect {
  const driver: Driver = {
    init: async () => undefined,
    acquireConnection: () => sessions.acquire(),
    beginTransaction: sessions.beginTransaction,
    commitTransaction: sessions.commitTransaction,
    rollbackTransaction: sessions.rollbackTransaction,
    savepoint: savepoint('savepoint'),
    rollbackToSavepoint: savepoint('rollback to savepoint'),
    releaseSavepoint: savepoint('release savepoint'),
    releaseConnection: (connection) => sessions.release(connection as KyselyConnection<Held>),
    destroy: async () => undefined,
  };
  return {
    createDriver: () => driver,
    createAdapter: () => new PostgresAdapter(),
    createIntrospector: (kysely) => new PostgresIntrospector(kysely),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
}

/**
 * For MikroORM outside of our transactions (its migrations): connections are borrowed, transactions are its own.
 * MikroORM's own PGlite driver is not used because it lets every query of the process into whatever transaction is open.
 */
export function dialectOver(source: ConnectionSource): Dialect {
  const run = (sql: string) => async (connection: DatabaseConnection) => {
    await connection.executeQuery(CompiledQuery.raw(sql));
  };
  return dialect<LentConnection>({
    acquire: async () => new KyselyConnection(await source.acquire()),
    release: async ({ held }) => held.release(false),
    // A migration may take longer than a command is allowed to.
    beginTransaction: run('begin; set local statement_timeout = 0'),
    commitTransaction: run('commit'),
    rollbackTransaction: run('rollback'),
  });
}

/** For MikroORM inside one of our transactions, which we began and end ourselves. */
export function dialectInside(connection: Connection): Dialect {
  const ours = async (): Promise<void> => undefined;
  return dialect<Connection>({
    acquire: async () => new KyselyConnection(connection),
    release: ours,
    beginTransaction: ours,
    commitTransaction: ours,
    rollbackTransaction: ours,
  });
}
