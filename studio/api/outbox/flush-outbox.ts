import type { DeviceStore } from './device-store.ts';
import { dueItems, stopsSending } from './outbox-item.ts';
import { type Carrier, sendItem } from './send-item.ts';

/** What a round of sending came to. */
export interface Round {
  readonly sent: number;
  readonly refused: number;
  /** Items still waiting because the round was stopped: no network, or nobody signed in. */
  readonly left: number;
}

/**
 * Sends what a person has waiting, oldest first, one after the other; stops at the first sign that the rest would fail
 * for the same reason. What another person wrote on this phone stays theirs.
 */
export async function flushOutbox(store: DeviceStore, carrier: Carrier, person: string): Promise<Round> {
  const due = dueItems(await store.outbox.where('person').equals(person).toArray());
  let [sent, refused, back] = [0, 0, 0];
  for (const item of due) {
    const attempt = await sendItem(store, carrier, item);
    if (attempt.outcome === 'accepted') sent += 1;
    else if (attempt.outcome === 'taken-back') back += 1;
    else if (stopsSending(attempt.problem)) break;
    else refused += 1;
  }
  return { sent, refused, left: due.length - sent - refused - back };
}
