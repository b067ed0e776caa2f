import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { deviceStore, type OutboxItem, type Receipt } from './device-store.ts';
import { takeBack, type TakenBack } from './drafts.ts';
import { mayBeChanged } from './outbox-item.ts';
import { sendOutbox } from './sender.ts';
import { useLive, useOutbox } from './use-outbox.ts';

/** What has become of something that was submitted. */
export interface Sent {
  readonly receipt: Receipt | undefined;
  readonly item: OutboxItem | undefined;
  readonly sending: boolean;
  readonly mayChange: boolean;
  readonly send: () => void;
  /** Makes it a draft again, if that is still possible. */
  readonly takeBack: () => Promise<TakenBack>;
}

/** Follows an item of the outbox to its receipt; pages ask anew once it is taken, or refused because things had changed. */
export function useSent(id: string, person: string): Sent {
  const answers = useQueryClient();
  const { items, sending } = useOutbox(person);
  const receipt = useLive(receiptOf, id);
  const item = items?.find((one) => one.id === id);
  const isAnswered = receipt !== undefined || item?.state === 'refused';
  useEffect(() => {
    if (isAnswered) void answers.invalidateQueries();
  }, [isAnswered, answers]);
  return {
    receipt,
    item,
    sending,
    mayChange: item !== undefined && mayBeChanged(item),
    send: () => void sendOutbox(person),
    takeBack: async () => takeBack(deviceStore, id),
  };
}

function receiptOf(id: string): Promise<Receipt | undefined> {
  return deviceStore.receipts.get(id);
}
