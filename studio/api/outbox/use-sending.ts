import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { deviceStore, type OutboxItem } from './device-store.ts';
import { forgetOld } from './forget-old.ts';
import { FIRST_PAUSE, pauseBeforeNext } from './outbox-item.ts';
import { sendOutbox } from './sender.ts';
import { useOutbox } from './use-outbox.ts';

/**
 * Sends what waits without being asked: a moment after the door opens, after the network came back (one that has just
 * come back is often gone again), or after the page is looked at again; and after growing pauses in between. The button
 * that sends at once is beside it, not instead of it.
 */
export function useSending(person: string): void {
  const answers = useQueryClient();
  const { items } = useOutbox(person);
  const waiting = items?.filter(({ state }) => state === 'waiting') ?? [];
  const fewest = Math.min(...waiting.map(({ attempts }) => attempts));
  const round = stamp(waiting);
  const opened = useRef(false);

  useEffect(() => {
    void forgetOld(deviceStore, Date.now());
  }, []);

  useEffect(() => {
    if (round === '') return undefined;
    const pause = opened.current ? pauseBeforeNext(fewest, Math.random()) : FIRST_PAUSE;
    opened.current = true;
    return sendAfter(pause, async () => {
      const { sent } = await sendOutbox(person);
      if (sent > 0) await answers.invalidateQueries();
    });
  }, [person, answers, round, fewest]);
}

/** Does it after a pause, or sooner when the network or somebody comes back; answers how to call it off. */
function sendAfter(pause: number, send: () => Promise<void>): () => void {
  let bell = setTimeout(() => void send(), pause);
  const sooner = (): void => {
    if (document.visibilityState !== 'visible') return;
    clearTimeout(bell);
    bell = setTimeout(() => void send(), FIRST_PAUSE);
  };
  window.addEventListener('online', sooner);
  document.addEventListener('visibilitychange', sooner);
  return () => {
    clearTimeout(bell);
    window.removeEventListener('online', sooner);
    document.removeEventListener('visibilitychange', sooner);
  };
}

/** Another text as soon as something else waits, or has been tried once more. */
function stamp(waiting: readonly OutboxItem[]): string {
  return waiting.map(({ id, attempts }) => `${id}:${attempts}`).join();
}
