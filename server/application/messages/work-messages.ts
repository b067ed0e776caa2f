import {
  isKeptDue,
  keptUnder,
  postponeMessage,
  publishedMessages,
  settleKey,
  takeKept,
  wantedKeys,
  type DueMessage,
} from '../../database/messages.ts';
import type { Context } from '../context.ts';
import { correlateMessage } from './correlate-message.ts';
import { errorWords } from '../observing/error-words.ts';

const batch = 50;
/** What failed so often as a bug stays as `failed`, for an operator to look at. */
const mostAttempts = 5;
/** What is kept is looked at again so much later: who waits for it may have been suspended. */
const keptAgainMs = 30_000;

/**
 * Correlates what is to be correlated: messages nobody has looked at, what is kept under a key for which somebody began
 * to wait, and now and then the rest of what is kept.
 *
 * @returns false when there was nothing
 */
export async function workMessages(context: Context): Promise<boolean> {
  const { published, wanted, isDue } = await context.database.read(async (tx) => ({
    published: await publishedMessages(tx, batch),
    wanted: await wantedKeys(tx, batch),
    isDue: await isKeptDue(tx),
  }));
  for (const due of published) await correlate(context, due);
  for (const key of wanted) {
    const kept = await context.database.read((tx) => keptUnder(tx, key));
    for (const id of kept) await correlate(context, { tenant: key.tenant, id });
    await context.database.transaction((tx) => settleKey(tx, key));
  }
  if (isDue) await lookAtKept(context);
  return published.length > 0 || wanted.length > 0;
}

/** Looks again at what has been kept for a while. */
async function lookAtKept(context: Context): Promise<void> {
  const taken = await context.database.transaction((tx) =>
    takeKept(tx, context.tenant, new Date(Date.parse(tx.now) + keptAgainMs).toISOString(), batch),
  );
  for (const due of taken) await correlate(context, due);
}

async function correlate(context: Context, due: DueMessage): Promise<void> {
  try {
    await correlateMessage(context, due.id);
  } catch (error) {
    context.log.error({ message: due.id, error: errorWords(error) }, 'a message could not be correlated');
    await context.database.transaction((tx) => postponeMessage(tx, due, errorWords(error), mostAttempts));
  }
}
