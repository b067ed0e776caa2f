import { countListeners, insertSignal } from '../../database/signals.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { JsonObject } from '../../kernel/json.ts';
import type { Context } from '../context.ts';
import type { Actor } from '../policy/actor.ts';
import { uuidv7 } from '../uuid.ts';
import { refusePersonal } from './personal-variables.ts';
import { areaMeant, requireKnown } from './publish-message.ts';

/** A signal as it comes in at the door. */
export interface IncomingSignal {
  readonly name: string;
  readonly variables?: JsonObject | undefined;
  /** Code of the area it is for. */
  readonly area?: string | undefined;
}

/** A signal that is on its way. */
interface SentSignal {
  readonly id: string;
  /** How many wait for it now. */
  readonly waiting: number;
}

/**
 * Stores a signal; workers carry it on to everybody who waits for it at this instant, and begin what begins by it.
 *
 * @returns its id, and how many wait for it now
 * @throws Refusal `not-permitted`, `area-unknown`, `message-unknown`, `variables-personal`
 */
export async function sendSignal(
  context: Context,
  tx: Transaction,
  actor: Actor,
  incoming: IncomingSignal,
): Promise<SentSignal> {
  return storeSignal(context, tx, await areaMeant(context, tx, actor, incoming.area), incoming);
}

/**
 * The same for whoever may speak to an area, or to the whole tenant.
 *
 * @param area null for the whole tenant
 * @throws Refusal `message-unknown`, `variables-personal`
 */
export async function storeSignal(
  context: Context,
  tx: Transaction,
  area: string | null,
  { name, variables = {} }: IncomingSignal,
): Promise<SentSignal> {
  refusePersonal(variables);
  await requireKnown(context, tx, { kind: 'signal', name });
  const id = uuidv7();
  await insertSignal(tx, context.tenant, { id, name, variables, area });
  tx.afterCommit(context.wake);
  return { id, waiting: await countListeners(tx, context.tenant, { name, area }) };
}
