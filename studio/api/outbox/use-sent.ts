import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { listMyUserTasks } from '../../../server/http/contract/user-tasks.ts';
import { deviceStore, type OutboxItem, type Receipt } from './device-store.ts';
import { takeBack } from './drafts.ts';
import { mayBeChanged } from './outbox-item.ts';
import { sendOutbox } from './sender.ts';
import { useLive, useOutbox } from './use-outbox.ts';

/** What has become of something that was submitted. */
export interface Sent {
  readonly receipt: Receipt | undefined;
  readonly item: OutboxItem | undefined;
  /** What is told of it while it is here; null once it is taken. */
  readonly still: StillHere | null;
}

interface StillHere {
  readonly title: string;
  readonly refused: boolean;
  readonly problem: OutboxItem['problem'];
  readonly sending: boolean;
  readonly onSend: () => void;
  /** Makes it a draft again; absent when it can no longer be changed. */
  readonly onChange?: () => void;
}

/** Where somebody goes who takes it back: to the draft it is again, or elsewhere when that came too late. */
interface WaysBack {
  readonly onDraft: () => void;
  readonly onTooLate: () => void;
}

/** Follows an item of the outbox to its receipt; pages ask anew once it is taken, or refused because things had changed. */
export function useSent(id: string, person: string, { onDraft, onTooLate }: WaysBack): Sent {
  const answers = useQueryClient();
  const { items, sending } = useOutbox(person);
  const receipt = useLive(receiptOf, id);
  const item = items?.find((one) => one.id === id);
  const isAnswered = receipt !== undefined || item?.state === 'refused';
  useEffect(() => {
    if (!isAnswered) return;
    // A list that is not on the screen would show what was just done once more, until it is asked anew.
    answers.removeQueries({ queryKey: [listMyUserTasks.id], type: 'inactive' });
    void answers.invalidateQueries();
  }, [isAnswered, answers]);
  const back = async (): Promise<void> => ((await takeBack(deviceStore, id)) === 'taken' ? onDraft() : onTooLate());
  if (item === undefined || receipt !== undefined) return { receipt, item, still: null };
  const { title, state, problem } = item;
  const still = { title, refused: state === 'refused', problem, sending, onSend: () => void sendOutbox(person) };
  return { receipt, item, still: mayBeChanged(item) ? { ...still, onChange: () => void back() } : still };
}

function receiptOf(id: string): Promise<Receipt | undefined> {
  return deviceStore.receipts.get(id);
}
