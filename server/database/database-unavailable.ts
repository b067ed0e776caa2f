/** SQL states after which the same transaction may be run again from its start: nothing of it is in the database. */
const repeatable = new Set([
  '40001', // serialization failure
  '40P01', // deadlock detected, we were the victim
  '42P07', // another node has made the same table (a partition) at the same moment; now it is there
]);

/** SQL states and socket errors that say the connection or the server went away. */
const gone = /^(08...|57P0[123]|53300|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOENT|EHOSTUNREACH)$/;

/** SQL states of a server that is there and cannot do the work now: read-only, out of space or locks, cancelled. */
const refused = /^(25006|53...|55P03|57014)$/;

/** The code a driver put on its error (an SQL state or a socket error), or '' when it has none. */
export function errorCode(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  return typeof code === 'string' ? code : '';
}

/** The name of the unique constraint that an insert or update met, or null when the error is another one. */
export function violatedConstraint(error: unknown): string | null {
  if (!(error instanceof Error) || errorCode(error) !== '23505') return null;
  return 'constraint' in error && typeof error.constraint === 'string' ? error.constraint : '';
}

/** True when the database itself said that it undid the transaction, so that it may be run again. */
export function isRepeatable(error: unknown): boolean {
  // Of two that make the same table one may meet the catalogue's own keys.
  return repeatable.has(errorCode(error)) || /^pg_(class|type)_/.test(violatedConstraint(error) ?? '');
}

/** True when the connection is lost; before COMMIT was sent nothing was done, after it nobody knows. */
export function isConnectionLoss(error: unknown): boolean {
  if (gone.test(errorCode(error))) return true;
  return (
    error instanceof Error &&
    /Connection terminated|not queryable|timeout exceeded when trying to connect/.test(error.message)
  );
}

/**
 * The database cannot be reached, or does no work at the moment. Nothing was changed, unless `outcomeUnknown`: then the
 * connection was lost while COMMIT was under way, and only a repeated command with its idempotency key tells.
 */
export class DatabaseUnavailable extends Error {
  readonly code: 'database-unavailable' | 'outcome-unknown';

  constructor(cause: unknown, outcomeUnknown = false) {
    super(outcomeUnknown ? 'the connection was lost during commit' : 'the database is not available', { cause });
    this.name = 'DatabaseUnavailable';
    this.code = outcomeUnknown ? 'outcome-unknown' : 'database-unavailable';
  }
}

/** The error to hand on: a `DatabaseUnavailable` when the database is at fault, else the error itself. */
export function unavailableOr(error: unknown): unknown {
  return isConnectionLoss(error) || refused.test(errorCode(error)) ? new DatabaseUnavailable(error) : error;
}
