import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { deviceStore, type OutboxItem } from './device-store.ts';
import { forgetOld } from './forget-old.ts';
import { pauseBeforeNext } from './outbox-item.ts';
import { sendOutbox } from './sender.ts';
import { useOutbox } from './use-outbox.ts';

/**
 * Sends what waits without being asked: when the door opens, when the network comes back, when the page is looked at
 * again, and after growing pauses in between. The button that sends at once is beside it, not instead of it.
 */
export function useSending(person: string): void {
  const answers = useQueryClient();
  const { items } = useOutbox(person);
  const waiting = items?.filter(({ state }) => state === 'waiting') ?? [];

  useEffect(() => {
    void forgetOld(deviceStore, Date.now());
  }, []);

  useEffect(() => {
    if (waiting.length === 0) return;
    const send = async (): Promise<void> => {
      const { sent } = await sendOutbox(person);
      if (sent > 0) await answers.invalidateQueries();
    };
    const soon = (): void => void send();
    const whenSeen = (): void => {
      if (document.visibilityState === 'visible') soon();
    };
    const bell = setTimeout(soon, pauseOf(waiting));
    window.addEventListener('online', soon);
    document.addEventListener('visibilitychange', whenSeen);
    return () => {
      clearTimeout(bell);
      window.removeEventListener('online', soon);
      document.removeEventListener('visibilitychange', whenSeen);
    };
  }, [person, answers, stamp(waiting)]);
}

/** What has never been tried goes at once. */
function pauseOf(waiting: readonly OutboxItem[]): number {
  const attempts = Math.min(...waiting.map((item) => item.attempts));
  return attempts === 0 ? 0 : pauseBeforeNext(attempts, Math.random());
}

function stamp(waiting: readonly OutboxItem[]): string {
  return waiting.map(({ id, attempts }) => `${id}:${attempts}`).join();
}
