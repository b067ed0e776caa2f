import {
  advanceSignal,
  dropSignal,
  dueSignals,
  lockSignal,
  nextListeners,
  postLetters,
  postponeSignal,
  type SignalRow,
} from '../../database/signals.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Context } from '../context.ts';
import { uuidv7 } from '../uuid.ts';
import { beginBySignal } from './begin-by-occurrence.ts';
import { errorWords } from '../observing/error-words.ts';

/** So many get a signal in one transaction. */
const chunk = 500;
const batch = 10;

/**
 * Carries signals on to everybody who waited when they were thrown, in chunks through the inboxes, and then begins what
 * begins by them.
 *
 * @returns false when there was none
 */
export async function workSignals(context: Context): Promise<boolean> {
  const due = await context.database.read((tx) => dueSignals(tx, batch));
  for (const { id } of due) {
    try {
      while (await carryOn(context, id));
    } catch (error) {
      context.log.error({ signal: id, error: errorWords(error) }, 'a signal could not be carried on');
      await context.database.transaction((tx) => postponeSignal(tx, context.tenant, id, errorWords(error)));
    }
  }
  return due.length > 0;
}

/** @returns whether there is more to do */
function carryOn(context: Context, id: string): Promise<boolean> {
  return context.database.transaction(async (tx) => {
    const signal = await lockSignal(tx, context.tenant, id);
    if (!signal) return false;
    tx.afterCommit(context.wake);
    if (await tellNext(context, tx, signal)) return true;
    await beginBySignal(context, tx, signal);
    await dropSignal(tx, context.tenant, id);
    return false;
  });
}

async function tellNext(context: Context, tx: Transaction, signal: SignalRow): Promise<boolean> {
  const listeners = await nextListeners(tx, context.tenant, signal, chunk);
  const last = listeners.at(-1);
  if (!last) return false;
  const { variables } = signal;
  const letters = listeners.map(({ instance, element, scope, key, generation }) => ({
    instance,
    id: uuidv7(),
    command: { type: 'trigger-event', element, scope, key, generation, variables },
  }));
  await postLetters(tx, context.tenant, signal.sender, letters);
  await advanceSignal(tx, context.tenant, signal.id, last);
  return true;
}
