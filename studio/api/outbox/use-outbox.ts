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
  const items = useLive(itemsOf, person);
  const receipts = useLive(receiptsOf, person);
  return { items, receipts: receipts ?? [], sending };
}

function itemsOf(person: string): Promise<OutboxItem[]> {
  return deviceStore.outbox.where('person').equals(person).sortBy('id');
}

function receiptsOf(person: string): Promise<Receipt[]> {
  return deviceStore.receipts.where('person').equals(person).reverse().sortBy('at');
}

/**
 * The answer to a question about the device's store, asked again whenever the rows it read change.
 *
 * @param ask a function that stays the same; `about` is what it is asked about.
 */
export function useLive<T>(ask: (about: string) => Promise<T>, about: string): T | undefined {
  const [answer, setAnswer] = useState<{ readonly about: string; readonly value: T }>();
  useEffect(() => {
    const subscription = liveQuery(() => ask(about)).subscribe((value) => {
      setAnswer({ about, value });
    });
    return () => {
      subscription.unsubscribe();
    };
  }, [ask, about]);
  return answer?.about === about ? answer.value : undefined;
}
