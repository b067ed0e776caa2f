import type { Command } from '../../kernel/bpmn/commands.ts';
import type { Instant, Json } from '../../kernel/json.ts';
import { postLetter } from '../../database/inbox.ts';
import {
  bufferMessage,
  dropMessage,
  keyOf,
  lockKey,
  lockMessage,
  setMessageState,
  type MessageRow,
} from '../../database/messages.ts';
import { joinConversation, waitingAtFlowEnd, waitingByName, type Waiting } from '../../database/subscriptions.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Context } from '../context.ts';
import { advanceInstance } from '../process-instances/advance-instance.ts';
import { uuidv7 } from '../uuid.ts';
import { beginByMessage } from './begin-by-occurrence.ts';
import { flowEnd, type FlowTarget } from './flow-end.ts';
import { correlation } from '../observing/correlation.ts';

/** What came of a message, told to whoever published it. */
export interface MessageAnswer {
  readonly id: string;
  /**
   * `pending`: it is stored and will be correlated; `gathered`: a process begins by it when the others it needs have
   * come; `buffered`: it is kept for somebody who begins to wait for it.
   */
  readonly outcome: 'reached' | 'started' | 'gathered' | 'buffered' | 'undelivered' | 'pending';
  readonly instances: readonly string[];
  readonly expiresAt: Instant;
}

/** Looked at again so much later when nobody waits: for what was suspended, or waits for another correlation. */
const lookAgainMs = 5000;
/** After so many failures the message is handed over by the inbox, where a fault parks the instance and not the message. */
const directAttempts = 2;
const mostRounds = 30;

/** Runs in the transaction in which a message is settled; keeps the answer with the key of the request. */
export type OnSettled = (tx: Transaction, answer: MessageAnswer) => Promise<void>;

/**
 * Correlates a message that was stored before: it reaches the one who has waited longest, or begins a process, or is kept
 * until it expires. Any number of workers may do it at once; each finds what the first one did.
 *
 * @param onSettled written with the outcome, or not at all
 * @returns null when there is no such message any more
 */
export async function correlateMessage(
  context: Context,
  id: string,
  onSettled?: OnSettled,
): Promise<MessageAnswer | null> {
  for (let round = 0; round < mostRounds; round += 1) {
    const done = await context.database.transaction(async (tx) => {
      const message = await lockMessage(tx, context.tenant, id);
      if (!message) return null;
      const answer = await settle(context, tx, message);
      if (answer !== 'again') await onSettled?.(tx, answer);
      return answer;
    });
    if (done !== 'again') return done;
  }
  return { id, outcome: 'pending', instances: [], expiresAt: '' };
}

async function settle(context: Context, tx: Transaction, message: MessageRow): Promise<MessageAnswer | 'again'> {
  if (message.state === 'failed') return answerOf(message, 'undelivered', []);
  if (message.state === 'correlated' || message.state === 'undelivered')
    return message.answer as unknown as MessageAnswer;
  const isBuffered = message.state === 'buffered';
  if (isBuffered && message.expiresAt <= tx.now) return settled(context, tx, message, 'undelivered', []);
  const end = await flowEnd(context, tx, message);
  const waiting = await whoWaits(context, tx, message, end);
  if (waiting) return reach(context, tx, message, end, waiting);
  const begun = isBuffered ? null : await beginByMessage(context, tx, message, end);
  if (begun === 'gathered') return settled(context, tx, message, 'gathered', []);
  if (begun) return settled(context, tx, message, 'started', [begun.begun]);
  if (message.expiresAt <= tx.now) return settled(context, tx, message, 'undelivered', []);
  await lockKey(tx, context.tenant, keyOf(message));
  // Somebody may have begun to wait before the lock was had; whoever does so afterwards finds the message.
  if (await whoWaits(context, tx, message, end)) return 'again';
  await bufferMessage(tx, context.tenant, message.id, new Date(Date.parse(tx.now) + lookAgainMs).toISOString());
  return answerOf(message, 'buffered', []);
}

function whoWaits(
  context: Context,
  tx: Transaction,
  message: MessageRow,
  end: FlowTarget | null,
): Promise<Waiting | null> {
  return end ? waitingAtFlowEnd(tx, context.tenant, message, end) : waitingByName(tx, context.tenant, message);
}

/** The instance decides whether it still waits; what its row said may be a moment old. */
async function reach(
  context: Context,
  tx: Transaction,
  message: MessageRow,
  end: FlowTarget | null,
  waiting: Waiting,
): Promise<MessageAnswer | 'again'> {
  const { instance, element, scope, key, generation } = waiting;
  const { variables } = message;
  const command: Command = { type: 'trigger-event', element, scope, key, generation, variables };
  const advanced = message.attempts < directAttempts ? await advanceInstance(context, tx, instance, command) : null;
  // Between two slices nothing gets in, and what failed before may fail again: then the inbox has it.
  if (advanced === null || (advanced.kind === 'refused' && advanced.code === 'agenda-pending'))
    await postLetter(tx, context.tenant, instance, uuidv7(), command, correlation());
  else if (advanced.kind === 'refused') return 'again';
  if (end) await joinConversation(tx, context.tenant, instance, end.conversation);
  return settled(context, tx, message, 'reached', [instance]);
}

async function settled(
  context: Context,
  tx: Transaction,
  message: MessageRow,
  outcome: 'reached' | 'started' | 'gathered' | 'undelivered',
  instances: readonly string[],
): Promise<MessageAnswer> {
  const answer = answerOf(message, outcome, instances);
  if (outcome !== 'undelivered' && message.sender !== null) await dropMessage(tx, context.tenant, message.id);
  else {
    const state = outcome === 'undelivered' ? 'undelivered' : 'correlated';
    await setMessageState(tx, context.tenant, message.id, state, answer as unknown as Json);
  }
  return answer;
}

function answerOf(message: MessageRow, outcome: MessageAnswer['outcome'], instances: readonly string[]): MessageAnswer {
  return { id: message.id, outcome, instances, expiresAt: message.expiresAt };
}
