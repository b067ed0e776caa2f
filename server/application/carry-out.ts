import type { Transaction } from '../database/transaction.ts';
import type { Context } from './context.ts';
import type { Actor } from './policy/actor.ts';
import { Refusal } from './refusal.ts';
import { actorAgain } from './sessions/actor-of-session.ts';
import { type CommandKey, withIdempotency } from './with-idempotency.ts';

/**
 * Runs what a person asks for as one transaction: who they are and what they may do is read again inside it, so that a
 * right that was taken away a moment ago no longer counts; and a key that came before gets its first answer.
 *
 * @param key null for commands that may simply be given again
 * @param work is run again from its start after a deadlock or a lost connection: it acts on nothing but the database
 * @throws Refusal `session-ended`, `idempotency-key-reused`, and what the work refuses
 */
export function carryOut<T>(
  context: Context,
  actor: Actor,
  key: CommandKey | null,
  work: (tx: Transaction, actor: Actor) => Promise<T>,
): Promise<T> {
  return carryOutFound(context, actor, key, () => Promise.resolve(), work);
}

/**
 * The same for work that reads something first, whoever asks: it is asked for in the same round trip as who asks and
 * whether the key came before.
 *
 * @param find begins to read at once, before it awaits anything
 */
export function carryOutFound<T, Found>(
  context: Context,
  actor: Actor,
  key: CommandKey | null,
  find: (tx: Transaction) => Promise<Found>,
  work: (tx: Transaction, actor: Actor, found: Found) => Promise<T>,
): Promise<T> {
  const command = (tx: Transaction): Promise<T> => {
    const asking = actorAgain(context, tx, actor).then((asker) => {
      if (asker === null) throw new Refusal('session-ended');
      if (asker.mustChangePassword && !actor.mustChangePassword) throw new Refusal('must-change-password');
      return asker;
    });
    let finding: Promise<Found> | null = null;
    const together = (): Promise<unknown> => {
      finding = find(tx);
      // Whoever has no right is told so before anything else that may be wrong.
      return Promise.allSettled([asking, finding]).then(() => asking);
    };
    return withIdempotency(
      tx,
      context.tenant,
      key,
      async () => work(tx, await asking, await (finding ?? find(tx))),
      together,
    );
  };
  return context.database.transaction(command, { idempotent: key !== null });
}
