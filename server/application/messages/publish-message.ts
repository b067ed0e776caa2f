import { insertMessage } from '../../database/messages.ts';
import { isAwaited } from '../../database/subscriptions.ts';
import { keepAnswer } from '../../database/command-log.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Occurrence } from '../../kernel/bpmn/beginnings.ts';
import type { Instant, Json, JsonObject } from '../../kernel/json.ts';
import { carryOut } from '../carry-out.ts';
import type { Context } from '../context.ts';
import type { Actor } from '../policy/actor.ts';
import { areasFor, requirePermission } from '../policy/policy.ts';
import { Refusal } from '../refusal.ts';
import { uuidv7 } from '../uuid.ts';
import type { CommandKey } from '../with-idempotency.ts';
import { isSpokenOf } from './begin-by-occurrence.ts';
import { correlateMessage, type MessageAnswer } from './correlate-message.ts';
import { refusePersonal } from './personal-variables.ts';
import { errorWords } from '../observing/error-words.ts';

/** A message as it comes in at the door. */
export interface IncomingMessage {
  readonly name: string;
  /** The value by which it finds its instance; absent: whoever waits for its name. */
  readonly correlation?: string | undefined;
  readonly variables?: JsonObject | undefined;
  /** Code of the area it is for: only what goes on within it is reached, and its release is what begins. */
  readonly area?: string | undefined;
  /** Seconds for which it is kept for somebody who begins to wait for it; 0: not at all. */
  readonly timeToLive?: number | undefined;
  /** The same again within its life is the same message. */
  readonly messageId?: string | undefined;
}

const ordinaryLifeSeconds = 3600;

/**
 * Publishes a message: it is stored and committed first, and correlated in a second transaction, so that what was
 * accepted is never lost. What came of it is told at once; a repeated key or message id gets the first answer.
 *
 * @throws Refusal `not-permitted`, `area-unknown`, `message-unknown`, `variables-personal`
 */
export async function publishMessage(
  context: Context,
  actor: Actor,
  key: CommandKey | null,
  incoming: IncomingMessage,
): Promise<MessageAnswer> {
  const stored = await carryOut(context, actor, key, async (tx, asker) => {
    const area = await areaMeant(context, tx, asker, incoming.area);
    return storeMessage(context, tx, area, incoming);
  });
  return correlateStored(context, key, stored);
}

/** Correlates what was stored just now; what came of it is kept under the key of the request. */
export async function correlateStored(
  context: Context,
  key: CommandKey | null,
  stored: MessageAnswer,
): Promise<MessageAnswer> {
  if (stored.outcome !== 'pending') return stored;
  const keep = async (tx: Transaction, answer: MessageAnswer): Promise<void> => {
    if (key) keepAnswer(tx, context.tenant, key, answer as unknown as Json);
  };
  try {
    return (await correlateMessage(context, stored.id, keep)) ?? stored;
  } catch (error) {
    // It is stored, so a worker goes on with it.
    context.log.error({ message: stored.id, error: errorWords(error) }, 'a message could not be correlated at once');
    context.wake();
    return stored;
  }
}

/**
 * Stores a message that may be sent.
 *
 * @param area null for the whole tenant
 * @throws Refusal `message-unknown`, `variables-personal`
 */
export async function storeMessage(
  context: Context,
  tx: Transaction,
  area: string | null,
  incoming: IncomingMessage,
): Promise<MessageAnswer> {
  const { name, correlation = null, variables = {}, timeToLive = ordinaryLifeSeconds, messageId = null } = incoming;
  refusePersonal(variables);
  await requireKnown(context, tx, { kind: 'message', name });
  const expiresAt: Instant = new Date(Date.parse(tx.now) + timeToLive * 1000).toISOString();
  const message = { id: uuidv7(), name, correlation, variables, area, dedup: messageId, expiresAt };
  const id = await insertMessage(tx, context.tenant, message);
  tx.reached('after-lock', 'publish-message');
  return { id, outcome: 'pending', instances: [], expiresAt };
}

/**
 * The area something from outside is for: the one named, else the widest the caller may speak to.
 *
 * @returns null for the whole tenant
 */
export async function areaMeant(
  context: Context,
  tx: Transaction,
  actor: Actor,
  asked: string | undefined,
): Promise<string | null> {
  const { root } = await context.releases.inForce(tx);
  const area = asked ?? areasFor(actor, 'messages.send')[0];
  if (area === undefined) throw new Refusal('not-permitted', { permission: 'messages.send' });
  requirePermission(actor, 'messages.send', area);
  return area === root.area ? null : area;
}

/**
 * The area something is for that comes from whoever may speak to the whole tenant: another system, the terminal.
 *
 * @returns null for the whole tenant
 * @throws Refusal `area-unknown`
 */
export async function tenantArea(context: Context, tx: Transaction, asked: string | undefined): Promise<string | null> {
  const { root, tree } = await context.releases.inForce(tx);
  if (asked === undefined || asked === root.area) return null;
  if (!tree.areas.has(asked)) throw new Refusal('area-unknown', { area: asked });
  return asked;
}

/**
 * A name that nobody waits for and nothing begins by is a mistake of the caller, who has to hear of it.
 *
 * @throws Refusal `message-unknown`
 */
export async function requireKnown(context: Context, tx: Transaction, occurrence: Occurrence): Promise<void> {
  if (await isAwaited(tx, context.tenant, occurrence.name)) return;
  if (await isSpokenOf(context, tx, occurrence)) return;
  throw new Refusal('message-unknown', { name: occurrence.name });
}
