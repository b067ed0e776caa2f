import { setTimeout as sleep } from 'node:timers/promises';
import type { Instant } from '../kernel/json.ts';
import type { Connection, ConnectionSource, LentConnection, StatementResult } from './connections/connection.ts';
import {
  DatabaseUnavailable,
  errorCode,
  isConnectionLoss,
  isRepeatable,
  unavailableOr,
} from './database-unavailable.ts';
import type { Failpoint, Reached } from './failpoint.ts';
import { insideTransaction } from './inside-transaction.ts';
import type { EntityManager, Orm } from './orm.ts';

/** What a piece of work is given while it is one transaction. It is void when the work has ended. */
export interface Transaction {
  /**
   * The database's time at the start of the transaction, with the clock's offset: the only "now" of a decision. While a
   * transaction opens it is not known yet: what is asked then may look at it once its first answer is there.
   */
  readonly now: Instant;
  /**
   * Runs one statement.
   *
   * @param sql one statement with `$1`, `$2` …; the text is prepared and must not hold values
   * @param params JSON goes in as text
   */
  query<Row>(sql: string, params?: readonly unknown[]): Promise<readonly Row[]>;
  /**
   * Sends a statement whose answer nobody needs. It is on its way together with what is sent next, at the latest with
   * the commit, so a command's writes and its commit are one round trip. When it fails, nothing is committed.
   */
  write(sql: string, params: readonly unknown[]): void;
  /** Runs a hint once the commit has succeeded (wake the workers); never when it was rolled back. It must not throw. */
  afterCommit(hint: () => void): void;
  /** Says what the transaction does and how far it has come, for those who test us by killing us there. */
  reached(at: Failpoint, doing: string): void;
  /** MikroORM's entity manager of this transaction. What it holds is flushed before the commit at the latest. */
  em(): Promise<EntityManager>;
}

/** How far the program's time is from the database's: zero, but in tests, which move it. */
export interface Clock {
  offsetMs(): number;
}

export interface TransactionOptions {
  /**
   * The work finds out by itself that it was already done (an idempotency key). Then it is run again also when the
   * connection was lost during COMMIT, which is the ordinary fault of a network.
   */
  readonly idempotent?: boolean;
}

/** What runs transactions: where connections come from, the ORM over them, and the clock. */
export interface TransactionGround {
  readonly source: ConnectionSource;
  readonly orm: Orm;
  readonly clock: Clock;
  /** Told about the moments of each transaction that writes; only tests hand one in. */
  readonly reached?: Reached | undefined;
}

type Mode = 'write' | 'read';

/** Begin and the time in one round trip. A read sees one snapshot, so that counts and rows of one answer agree. */
const begin: Readonly<Record<Mode, string>> = {
  write: 'begin; select now() as now',
  read: 'begin isolation level repeatable read read only; select now() as now',
};

const attempts = 5;

/**
 * Runs work in one transaction and commits it; an error of the work rolls back and is thrown on. When the database
 * undid the transaction (deadlock, serialization) or the connection was lost before COMMIT, the whole work is run again,
 * up to five times: so it must have no effect outside of the transaction.
 *
 * @throws DatabaseUnavailable when it cannot be reached, or the outcome of COMMIT is unknown
 */
export function runTransaction<T>(
  ground: TransactionGround,
  mode: Mode,
  work: (tx: Transaction) => Promise<T>,
  options: TransactionOptions = {},
): Promise<T> {
  return runOpened(ground, mode, { open: () => Promise.resolve(), work: (tx) => work(tx) }, options);
}

/** Work whose first statements leave together with the transaction's begin, in one round trip. */
export interface OpenedWork<Opened, T> {
  /** Asks at once, before it awaits anything. The transaction's time is not known until the first answer is there. */
  open(tx: Transaction): Promise<Opened>;
  /** Begins when the transaction has begun; what `open` asked may still be on its way. */
  work(tx: Transaction, opened: Promise<Opened>): Promise<T>;
}

/** The same for work that knows at once what it has to ask first. */
export async function runOpened<Opened, T>(
  ground: TransactionGround,
  mode: Mode,
  work: OpenedWork<Opened, T>,
  options: TransactionOptions = {},
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await attemptTransaction(ground, mode, work);
    } catch (error) {
      if (attempt >= attempts || !mayRunAgain(error, options))
        throw mode === 'write' ? unavailableOr(error) : orReadOnly(error);
      await sleep(2 ** attempt * 5 * (1 + Math.random()));
    }
  }
}

/** Work that reads and yet writes is a bug of ours; the same error of a write means that the server is a standby. */
function orReadOnly(error: unknown): unknown {
  return errorCode(error) === '25006' ? error : unavailableOr(error);
}

function mayRunAgain(error: unknown, options: TransactionOptions): boolean {
  if (error instanceof DatabaseUnavailable) return error.code === 'outcome-unknown' && options.idempotent === true;
  return isRepeatable(error) || isConnectionLoss(error);
}

async function attemptTransaction<Opened, T>(
  ground: TransactionGround,
  mode: Mode,
  work: OpenedWork<Opened, T>,
): Promise<T> {
  const reached = mode === 'write' ? ground.reached : undefined;
  reached?.('before-tx', null);
  const connection = await ground.source.acquire();
  let broken = true;
  let tx: OpenTransaction | null = null;
  try {
    const begun = connection.script<{ now: Instant }>(begin[mode]).then(({ rows }) => rows[0]?.now);
    const opened = openTransaction(connection, begun, ground);
    tx = opened;
    const answer = await insideTransaction(() => completed(work, opened));
    reached?.('before-commit', tx.doing());
    await commit(connection, tx);
    reached?.('after-commit', tx.doing());
    broken = false;
    tx.committed();
    return answer;
  } catch (error) {
    broken = isConnectionLoss(error) || !(await rolledBack(connection));
    // What came after the statement that failed only says that the transaction is aborted.
    throw errorCode(error) === '25P02' ? (tx?.failure() ?? error) : error;
  } finally {
    connection.release(broken);
  }
}

async function completed<Opened, T>(work: OpenedWork<Opened, T>, tx: OpenTransaction): Promise<T> {
  try {
    const opened = work.open(tx);
    void Promise.allSettled([opened]); // whoever awaits it is told
    await tx.begun;
    const answer = await work.work(tx, opened);
    await tx.flush();
    return answer;
  } finally {
    tx.close();
  }
}

/** A transaction in which a statement failed is rolled back by its COMMIT, without an error: so it is asked before and after. */
async function commit(connection: Connection, tx: OpenTransaction): Promise<void> {
  if (tx.failure() !== null) throw tx.failure();
  const committing = connection.script('commit').catch((error: unknown) => {
    throw isConnectionLoss(error) ? new DatabaseUnavailable(error, true) : error;
  });
  await Promise.all([committing, tx.written()]);
  if (tx.failure() !== null) throw tx.failure();
}

/** Whether the connection can be used again. A rollback that fails must not hide why it was wanted. */
async function rolledBack(connection: LentConnection): Promise<boolean> {
  try {
    await connection.script('rollback');
    return true;
  } catch {
    return false;
  }
}

interface OpenTransaction extends Transaction {
  /** Until the database has begun it. */
  readonly begun: Promise<void>;
  flush(): Promise<void>;
  close(): void;
  /** What it said that it does. */
  doing(): string | null;
  /** Waits for all that was only sent; whether it failed is told by `failure`. */
  written(): Promise<unknown>;
  /** The error of the first statement that failed, or null. */
  failure(): unknown;
  /** Runs the hints that were left for after the commit. */
  committed(): void;
}

function openTransaction(
  connection: Connection,
  beginning: Promise<Instant | undefined>,
  ground: TransactionGround,
): OpenTransaction {
  let now: Instant | null = null;
  const begun = beginning.then((at) => {
    if (at === undefined) throw new Error('the database did not say what time it is');
    const offsetMs = ground.clock.offsetMs();
    now = offsetMs === 0 ? at : new Date(Date.parse(at) + offsetMs).toISOString();
  });
  void Promise.allSettled([begun]); // whoever awaits it is told
  let manager: Promise<EntityManager> | null = null;
  let closed = false;
  let does: string | null = null;
  let failure: unknown = null;
  const note = (error: unknown): void => {
    failure ??= error;
  };
  const sent: Promise<unknown>[] = [];
  const send = async <Row>(sql: string, params: readonly unknown[]): Promise<StatementResult<Row>> => {
    if (closed) throw new Error('Bug: a transaction was used after its end. Await all that it does.');
    try {
      return await connection.query<Row>(sql, params);
    } catch (error) {
      note(error);
      throw error;
    }
  };
  const hints = new Set<() => void>();
  return {
    begun,
    get now() {
      if (now === null) throw new Error('Bug: the time of a transaction was asked for before it had begun.');
      return now;
    },
    query: async <Row>(sql: string, params: readonly unknown[] = []) => (await send<Row>(sql, params)).rows,
    write: (sql, params) => void sent.push(send(sql, params).catch(note)),
    written: () => Promise.all(sent),
    failure: () => failure,
    reached(at, doing) {
      does = doing;
      ground.reached?.(at, doing);
    },
    doing: () => does,
    afterCommit: (hint) => void hints.add(hint),
    committed: () => hints.forEach((hint) => hint()),
    em: () => (manager ??= ground.orm.managerInside(connection)),
    async flush() {
      await (await manager)?.flush();
    },
    close() {
      closed = true;
    },
  };
}
