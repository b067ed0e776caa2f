import { Worker } from 'node:worker_threads';
import { Refusal } from '../refusal.ts';
import { photoLimits } from './photo-limits.ts';
import type { NormalPhoto } from './photo-worker.ts';
import { readImageHeader } from './read-image-header.ts';

/** At most so many photos are decoded at once; each may need 200 MB for a moment. */
const mostAtOnce = 2;
const longestMs = 20_000;

let running = 0;
const waiting: (() => void)[] = [];

/**
 * Makes an upload into a photo as it is kept: upright, at most 2048 pixels long, JPEG, without metadata, with its
 * thumbnail and its name, the hash of its content.
 *
 * @throws Refusal `photo-too-large` (bytes or pixels), `photo-unreadable` for what is no JPEG, PNG or WebP
 */
export async function normalizePhoto(upload: Buffer): Promise<NormalPhoto> {
  if (upload.length > photoLimits.bytes) throw new Refusal('photo-too-large', { most: 12, megapixels: 50 });
  const header = readImageHeader(upload);
  if (header === null || header.width === 0 || header.height === 0) throw new Refusal('photo-unreadable');
  if (header.width * header.height > photoLimits.pixels)
    throw new Refusal('photo-too-large', { most: 12, megapixels: 50 });
  if (running >= mostAtOnce) await new Promise<void>((resolve) => waiting.push(resolve));
  running += 1;
  try {
    return await inThread(upload);
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

async function inThread(upload: Buffer): Promise<NormalPhoto> {
  const worker = new Worker(new URL('./photo-worker.ts', import.meta.url), { workerData: upload });
  const timeout = setTimeout(() => void worker.terminate(), longestMs);
  try {
    return await new Promise<NormalPhoto>((resolve, reject) => {
      const unreadable = (): void => reject(new Refusal('photo-unreadable'));
      worker.once('message', resolve).once('error', unreadable).once('exit', unreadable);
    });
  } finally {
    clearTimeout(timeout);
    await worker.terminate();
  }
}
