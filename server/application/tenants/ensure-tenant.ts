import { randomBytes } from 'node:crypto';
import type { Database } from '../../database/database.ts';
import { isInstalled } from '../../database/schema-state.ts';
import type { Transaction } from '../../database/transaction.ts';
import { Refusal } from '../refusal.ts';
import { uuidv7 } from '../uuid.ts';

/**
 * Several nodes may start at once on an empty database: whoever asks second waits until the first has made what it lacks
 * and committed (a start is no command's path, so law 10 is kept).
 */
export async function beAloneAtStart(tx: Transaction): Promise<void> {
  await tx.query('lock table tenant in share row exclusive mode');
}

/** The tenant this program serves; on an empty database it is made, once, whoever starts first. */
export function ensureTenant(database: Database, title: string): Promise<string> {
  return database.transaction(async (tx) => {
    await beAloneAtStart(tx);
    const known = await firstTenant(tx);
    if (known !== null) return known;
    const id = uuidv7();
    await tx.query('insert into tenant (tenant_id, title, secret, created_at) values ($1, $2, $3, $4)', [
      id,
      title,
      randomBytes(32),
      tx.now,
    ]);
    return id;
  });
}

/**
 * The tenant of a database that is only looked at.
 *
 * @throws Refusal `nothing-installed` when it has none, or no tables at all
 */
export async function presentTenant(database: Database): Promise<string> {
  const known = await database.read(async (tx) => ((await isInstalled(tx)) ? firstTenant(tx) : null));
  if (known === null) throw new Refusal('nothing-installed');
  return known;
}

async function firstTenant(tx: Transaction): Promise<string | null> {
  const [known] = await tx.query<{ id: string }>('select tenant_id as id from tenant order by created_at limit 1');
  return known?.id ?? null;
}
