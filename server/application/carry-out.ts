import { claimCommand, type KnownCommand } from '../database/command-log.ts';
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
  return context.database.opened<Opened<Found>, T>(
    {
      open: async (tx) => {
        const claimed = key === null ? Promise.resolve(null) : claimCommand(tx, context.tenant, key);
        const asking = actorAgain(context, tx, actor).then((asker) => admitted(asker, actor));
        const finding = find(tx);
        // Whoever has no right is told so before anything else that may be wrong.
        await Promise.allSettled([claimed, asking, finding]);
        return { claimed, asker: await asking, finding };
      },
      work: async (tx, opened) => {
        const { claimed, asker, finding } = await opened;
        return withIdempotency(tx, context.tenant, key, async () => work(tx, asker, await finding), claimed);
      },
    },
    { idempotent: key !== null },
  );
}

/** What a command has asked for as it began. */
interface Opened<Found> {
  readonly claimed: Promise<KnownCommand | null>;
  readonly asker: Actor;
  readonly finding: Promise<Found>;
}

function admitted(asker: Actor | null, before: Actor): Actor {
  if (asker === null) throw new Refusal('session-ended');
  if (asker.mustChangePassword && !before.mustChangePassword) throw new Refusal('must-change-password');
  return asker;
}
