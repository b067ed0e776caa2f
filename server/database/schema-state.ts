import { migrations } from './migrations/migrations.ts';
import type { Transaction } from './transaction.ts';

/**
 * Migrations this program knows and the database has not had. One that the database has and the program does not know is
 * a newer program's: migrations only add, so both run beside each other while nodes are replaced.
 */
export async function missingMigrations(tx: Transaction): Promise<readonly string[]> {
  const applied = new Set(await appliedMigrations(tx));
  return migrations.map(({ name }) => name).filter((name) => !applied.has(name));
}

/** Whether the program has ever made its tables here. */
export async function isInstalled(tx: Transaction): Promise<boolean> {
  const [row] = await tx.query<{ there: boolean }>("select to_regclass('mikro_orm_migrations') is not null as there");
  return row?.there === true;
}

/** Migrations the database has had, oldest first. */
export async function appliedMigrations(tx: Pick<Transaction, 'query'>): Promise<readonly string[]> {
  const rows = await tx.query<{ name: string }>('select name from mikro_orm_migrations order by name');
  return rows.map(({ name }) => name);
}
