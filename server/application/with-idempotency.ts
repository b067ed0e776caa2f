import { claimCommand, keepAnswer, type KnownCommand, type LoggedCommand } from '../database/command-log.ts';
import type { Transaction } from '../database/transaction.ts';
import type { Json } from '../kernel/json.ts';
import { Refusal } from './refusal.ts';

/** A command with the key its caller chose: the same key again gets the first answer, and nothing is done twice. */
export type CommandKey = LoggedCommand;

/**
 * Does the work of a command once per key, in the transaction of its effect: both are there or neither. A refused
 * command leaves no trace of its key, so it may be tried again.
 *
 * @param command null for a caller that cannot lose an answer (a program on this machine): the work is simply done
 * @param claimed what stood under the key, by whoever has asked for it already (`claimCommand`)
 * @returns what the work answered, now or the first time; it must hold no secret, because it is stored
 * @throws Refusal `idempotency-key-reused` when the same key came with another request
 */
export async function withIdempotency<T>(
  tx: Transaction,
  tenant: string,
  command: CommandKey | null,
  work: () => Promise<T>,
  claimed?: Promise<KnownCommand | null>,
): Promise<T> {
  if (command === null) return work();
  const known = await (claimed ?? claimCommand(tx, tenant, command));
  if (known !== null) {
    if (known.bodyHash !== command.bodyHash) throw new Refusal('idempotency-key-reused', { key: command.key });
    return known.answer as T;
  }
  const answer = await work();
  keepAnswer(tx, tenant, command, answer as Json);
  return answer;
}
