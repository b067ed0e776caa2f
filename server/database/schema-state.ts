import { migrations } from './migrations/migrations.ts';
import type { Transaction } from './transaction.ts';

/**
 * Migrations this program knows and the database has not had. One that the database has and the program does not know is
 * a newer program's: migrations only add, so both run beside each other while nodes are replaced.
 */
export async function missingMigrations(tx: Transaction): Promise<readonly string[]> {
  const rows = await tx.query<{ name: string }>('select name from mikro_orm_migrations');
  const applied = new Set(rows.map(({ name }) => name));
  return migrations.map(({ name }) => name).filter((name) => !applied.has(name));
}
