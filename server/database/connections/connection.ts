/** What a statement answered: its rows, and how many rows it touched. */
export interface StatementResult<Row = Record<string, unknown>> {
  readonly rows: readonly Row[];
  readonly affected: number;
}

/** One session with the database. A connection is used by one piece of work at a time. */
export interface Connection {
  /**
   * Runs one statement with bound parameters.
   *
   * @param sql one statement with `$1`, `$2` … ; PostgreSQL prepares it once per connection, so the set of distinct texts
   *   must be finite: values are always bound, never written into the text
   * @param params strings, numbers, booleans, null, byte arrays or arrays of them; JSON goes in as text
   */
  query<Row>(sql: string, params: readonly unknown[]): Promise<StatementResult<Row>>;
  /** Runs statements without parameters in one round trip; answers what the last one answered. */
  script<Row>(sql: string): Promise<StatementResult<Row>>;
}

/** A connection that was lent out and must be given back. */
export interface LentConnection extends Connection {
  /** Gives the connection back; `broken` when it must not be used again. */
  release(broken: boolean): void;
}

/** How far the connections are used at this instant. */
export interface ConnectionUse {
  readonly busy: number;
  readonly idle: number;
  readonly waiting: number;
}

/** Where connections come from: a pool on PostgreSQL, a queue before the one connection of the embedded database. */
export interface ConnectionSource {
  readonly kind: 'pglite' | 'postgres';
  /** @throws DatabaseUnavailable when none can be had within ten seconds */
  acquire(): Promise<LentConnection>;
  /** How many connections are lent out, how many lie ready, and how much work waits for one. */
  use(): ConnectionUse;
  close(): Promise<void>;
}

/** How long a piece of work waits for a connection before it is told that the database is not available. */
export const acquireTimeoutMs = 10_000;
