import type { Json } from '../kernel/json.ts';
import type { Transaction } from './transaction.ts';

/** A command as its caller names it. */
export interface LoggedCommand {
  readonly person: string;
  readonly key: string;
  /** SHA-256 of operation, parameters and body. */
  readonly bodyHash: string;
}

/** A command that was done before. */
export interface KnownCommand {
  readonly bodyHash: string;
  readonly answer: Json;
}

/**
 * Takes the key of a command. Of two that come at once the second waits here until the first has committed or failed.
 * When it was given is noted with its answer: it may be the first thing a transaction asks, before it knows the time.
 *
 * @returns null when the key is new, else what was done under it
 */
export async function claimCommand(
  tx: Transaction,
  tenant: string,
  command: LoggedCommand,
): Promise<KnownCommand | null> {
  const claimed = await tx.query(
    `insert into command_log (tenant_id, person_id, key, body_hash, at) values ($1, $2, $3, $4, '-infinity')
     on conflict (tenant_id, person_id, key) do nothing returning key`,
    [tenant, command.person, command.key, command.bodyHash],
  );
  if (claimed.length > 0) return null;
  const [known] = await tx.query<KnownCommand>(
    'select body_hash as "bodyHash", answer from command_log where tenant_id = $1 and person_id = $2 and key = $3',
    [tenant, command.person, command.key],
  );
  return known ?? null;
}

/** Keeps the answer of a command whose key was taken in this transaction. */
export function keepAnswer(tx: Transaction, tenant: string, command: LoggedCommand, answer: Json): void {
  tx.write('update command_log set answer = $4::jsonb, at = $5 where tenant_id = $1 and person_id = $2 and key = $3', [
    tenant,
    command.person,
    command.key,
    JSON.stringify(answer),
    tx.now,
  ]);
}
