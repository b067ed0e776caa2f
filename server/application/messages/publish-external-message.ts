import { createHash } from 'node:crypto';
import { noteWorker, type ExternalWorker } from '../../database/external-workers.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Context } from '../context.ts';
import { Refusal } from '../refusal.ts';
import { withIdempotency } from '../with-idempotency.ts';
import type { MessageAnswer } from './correlate-message.ts';
import { correlateStored, storeMessage, tenantArea, type IncomingMessage } from './publish-message.ts';

/** A message of another system: its id takes the place of a person's idempotency key. */
export type ExternalMessage = IncomingMessage & { readonly messageId: string };

/**
 * Publishes a message for a system, of the names it was let in for: stored and committed first, then correlated, so that
 * what was accepted is never lost. The answer says what it came to; the same id from the same system gets the first answer,
 * however long ago the message was used up.
 *
 * @throws Refusal `message-not-yours`, `area-unknown`, `message-unknown`, `message-id-reused`, `variables-personal`
 */
export async function publishExternalMessage(
  context: Context,
  worker: ExternalWorker,
  { messageId, ...incoming }: ExternalMessage,
): Promise<MessageAnswer> {
  const { name } = incoming;
  if (!worker.messages.includes(name)) throw new Refusal('message-not-yours', { name });
  const bodyHash = createHash('sha256').update(JSON.stringify(incoming)).digest('hex');
  const key = { person: worker.id, key: `message ${messageId}`, bodyHash };
  const store = async (tx: Transaction): Promise<MessageAnswer> => {
    await noteWorker(tx, context.tenant, worker.id);
    return storeMessage(context, tx, await tenantArea(context, tx, incoming.area), incoming);
  };
  try {
    const stored = await context.database.transaction(
      (tx) => withIdempotency(tx, context.tenant, key, () => store(tx)),
      { idempotent: true },
    );
    return await correlateStored(context, key, stored);
  } catch (error) {
    const isOther = error instanceof Refusal && error.code === 'idempotency-key-reused';
    throw isOther ? new Refusal('message-id-reused', { id: messageId }) : error;
  }
}
