import type { ConnectionSource } from './connections/connection.ts';
import type { Transaction } from './transaction.ts';

/** What a backup is made from, besides the database itself: what was in it at that instant. */
export interface TableCounts {
  readonly [table: string]: number;
}

/** Rows of each table, exactly; a table of partitions counts as one. */
export async function tableCounts(tx: Pick<Transaction, 'query'>): Promise<TableCounts> {
  const tables = await tx.query<{ name: string }>(
    `select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition order by 1`,
  );
  const counts: { [table: string]: number } = {};
  for (const { name } of tables) {
    // A name cannot be a bound parameter; it comes from the catalogue and is quoted as an identifier.
    const [row] = await tx.query<{ count: number }>(`select count(*) as count from "${name.replaceAll('"', '""')}"`);
    counts[name] = row?.count ?? 0;
  }
  return counts;
}

/** The version of the database, e.g. `15.18`. */
export async function databaseVersion(tx: Pick<Transaction, 'query'>): Promise<string> {
  const [row] = await tx.query<{ version: string }>(`select current_setting('server_version') as version`);
  return row?.version ?? '';
}

/** Lets pg_dump see exactly what this transaction sees, while it lasts. */
export async function exportSnapshot(tx: Transaction): Promise<string> {
  const [row] = await tx.query<{ snapshot: string }>('select pg_export_snapshot() as snapshot');
  return row?.snapshot ?? '';
}

/**
 * Writes all of the embedded database to its files and lets nobody in until the work is done, so that the files can be
 * copied: it has one connection, and whoever holds that is alone.
 */
export async function atRest<T>(
  source: ConnectionSource,
  work: (tx: Pick<Transaction, 'query'>) => Promise<T>,
): Promise<T> {
  const connection = await source.acquire();
  try {
    await connection.script('checkpoint');
    return await work({ query: async (sql, params = []) => (await connection.query<never>(sql, params)).rows });
  } finally {
    connection.release(false);
  }
}
