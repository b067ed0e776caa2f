import { createHash } from 'node:crypto';
import type { Socket } from 'node:net';
import { Pool, type PoolClient, TypeOverrides } from 'pg';
import { DatabaseUnavailable } from '../database-unavailable.ts';
import { columnParsers } from './column-values.ts';
import { acquireTimeoutMs, type ConnectionSource, type LentConnection, type StatementResult } from './connection.ts';
import { statements } from './statement-channel.ts';

/** A statement that runs longer is cancelled, and a transaction that sits idle longer is ended by the server. */
const statementTimeoutMs = 30_000;
const idleInTransactionMs = 30_000;

const names = new Map<string, string>();

/** The name under which a statement is prepared: the same text has the same name on every connection. */
function preparedName(sql: string): string {
  const known = names.get(sql);
  if (known !== undefined) return known;
  const name = createHash('sha256').update(sql).digest('base64url').slice(0, 20);
  names.set(sql, name);
  return name;
}

function typeOverrides(): TypeOverrides {
  const types = new TypeOverrides();
  for (const [oid, parse] of Object.entries(columnParsers)) types.setTypeParser(Number(oid), parse);
  return types;
}

/**
 * Holds back what is written until all that is asked at this moment has been asked, so that it leaves in one piece: a
 * system call costs more than making a statement's messages.
 */
function inOnePiece(client: PoolClient): () => void {
  const { stream } = (client as unknown as { readonly connection: { readonly stream: Socket } }).connection;
  let held = false;
  return () => {
    if (held) return;
    held = true;
    stream.cork();
    process.nextTick(() => {
      held = false;
      stream.uncork();
    });
  };
}

function lend(client: PoolClient): LentConnection {
  const hold = inOnePiece(client);
  return {
    async query<Row>(sql: string, params: readonly unknown[]): Promise<StatementResult<Row>> {
      if (statements.hasSubscribers) statements.publish(sql);
      hold();
      const result = await client.query({ name: preparedName(sql), text: sql, values: [...params] });
      return { rows: result.rows as Row[], affected: result.rowCount ?? 0 };
    },
    async script<Row>(sql: string): Promise<StatementResult<Row>> {
      if (statements.hasSubscribers) statements.publish(sql);
      hold();
      const answered: unknown = await client.query(sql);
      const last = (Array.isArray(answered) ? answered.at(-1) : answered) as { rows: Row[]; rowCount: number | null };
      return { rows: last.rows, affected: last.rowCount ?? 0 };
    },
    release: (broken) => client.release(broken),
  };
}

/**
 * Connections to a PostgreSQL server, version 15 or newer.
 *
 * Statements of one connection are sent without waiting for each other's answers (pipelining), so what a transaction
 * asks for with `Promise.all` costs one round trip. A pooler in front must pin a session (prepared statements).
 *
 * @param url the `DATABASE_URL`
 * @param log told about connections that were lost while idle; the pool replaces them by itself
 */
export function postgresConnections(url: string, log: (message: string) => void): ConnectionSource {
  const pool = new Pool({
    connectionString: url,
    max: 10,
    application_name: 'gridloom',
    connectionTimeoutMillis: acquireTimeoutMs,
    idleTimeoutMillis: 60_000,
    statement_timeout: statementTimeoutMs,
    idle_in_transaction_session_timeout: idleInTransactionMs,
    // Compiling a plan is for reports: it costs hundreds of milliseconds where a statement takes one.
    options: '-c timezone=UTC -c jit=off',
    types: typeOverrides(),
    pipeline: true,
  });
  // Without a listener a lost connection would end the process; whoever holds it sees its own query fail.
  const lost = (error: Error): void => log(`a database connection was lost: ${error.message}`);
  pool.on('error', lost);
  pool.on('connect', (client) => client.on('error', lost));
  return {
    kind: 'postgres',
    async acquire() {
      try {
        return lend(await pool.connect());
      } catch (error) {
        throw new DatabaseUnavailable(error);
      }
    },
    use: () => ({ busy: pool.totalCount - pool.idleCount, idle: pool.idleCount, waiting: pool.waitingCount }),
    close: () => pool.end(),
  };
}
