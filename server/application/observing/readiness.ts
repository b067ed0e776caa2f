import { missingMigrations } from '../../database/schema-state.ts';
import type { Context } from '../context.ts';
import { Refusal } from '../refusal.ts';
import { within } from './within.ts';

/** A worker of this process, and how long ago it last looked for work, in seconds. */
export interface Pulse {
  readonly hand: string;
  readonly seconds: number;
}

const patienceMs = 3000;
/** Hands look every second or five; one that has not for so long hangs. */
const longestSilence = 60;

/**
 * Whether this process may be sent requests: the database answers, has the schema this program needs, and the workers
 * look.
 *
 * @param hands the workers; empty while a command of the terminal has the database to itself, which is not ready
 * @throws Refusal `database-silent`, `schema-behind`, `hands-resting`
 */
export async function checkReadiness({ database }: Context, hands: readonly Pulse[]): Promise<void> {
  const missing = await missingOf(database);
  if (missing.length > 0) throw new Refusal('schema-behind', { migrations: missing.join(', ') });
  const silent = hands.filter(({ seconds }) => seconds > longestSilence);
  if (hands.length === 0 || silent.length > 0)
    throw new Refusal('hands-resting', { hands: silent.map(({ hand }) => hand).join(', ') || 'all' });
}

async function missingOf(database: Context['database']): Promise<readonly string[]> {
  try {
    return await within(patienceMs, database.read(missingMigrations));
  } catch {
    throw new Refusal('database-silent');
  }
}
