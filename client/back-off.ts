import { setTimeout as sleep } from 'node:timers/promises';
import { DoorProblem } from './ask-door.ts';

const firstMs = 500;
const longestMs = 30_000;

/**
 * Waits before the next try: twice as long each time up to half a minute, never the same for all, and at least as long as
 * the server asked for. Ends early when the signal does.
 *
 * @param failed how many tries have failed so far, from 1
 */
export async function backOff(error: unknown, failed: number, signal: AbortSignal): Promise<void> {
  const pause = Math.min(firstMs * 2 ** (failed - 1), longestMs) * (0.5 + Math.random() / 2);
  const asked = error instanceof DoorProblem ? (error.afterMs ?? 0) : 0;
  await sleep(Math.max(pause, asked), undefined, { signal }).catch(() => undefined);
}
