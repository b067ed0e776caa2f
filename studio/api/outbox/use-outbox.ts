import { liveQuery } from 'dexie';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { deviceStore, type OutboxItem, type Receipt } from './device-store.ts';
import { isSending, onSending } from './sender.ts';

/** What a person has on this device that the server does not have yet, and what went lately. */
export interface OutboxState {
  /** Oldest first; undefined while it is being read. */
  readonly items: readonly OutboxItem[] | undefined;
  readonly receipts: readonly Receipt[];
  readonly sending: boolean;
}

/** The outbox of a person, drawn again whenever it changes, also by another tab. */
export function useOutbox(person: string): OutboxState {
  const sending = useSyncExternalStore(onSending, isSending);
  const items = useLive(async () => await deviceStore.outbox.where('person').equals(person).sortBy('id'), person);
  const receipts = useLive(async () => await deviceStore.receipts.where('person').equals(person).reverse().sortBy('at'), person);
  return { items, receipts: receipts ?? [], sending };
}

/** The answer of a question to the device's store, asked again whenever the rows it read change. */
export function useLive<T>(ask: () => T | Promise<T>, about: string): T | undefined {
  const [answer, setAnswer] = useState<{ about: string; value: T }>();
  useEffect(() => {
    const subscription = liveQuery(ask).subscribe((value) => {
      setAnswer({ about, value });
    });
    return () => {
      subscription.unsubscribe();
    };
    // `ask` is another function at each drawing; `about` says when the question is another one.
  }, [about]);
  return answer?.about === about ? answer.value : undefined;
}
